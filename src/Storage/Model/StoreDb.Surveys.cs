using Microsoft.EntityFrameworkCore;

namespace SupportBot.Storage;

internal abstract partial class StoreDb
{
    private static void Surveys(ModelBuilder model) => model.Entity<TallyRow>().HasKey(t => new { t.Protocol, t.School, t.Month, t.Question, t.Choice });
}
