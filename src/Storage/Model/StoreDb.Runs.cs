using Microsoft.EntityFrameworkCore;

namespace SupportBot.Storage;

internal abstract partial class StoreDb
{
    private static void Runs(ModelBuilder model) => model.Entity<HandedRunRow>().HasKey(r => new { r.CaseId, r.Run });
}
