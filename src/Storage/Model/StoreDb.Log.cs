using Microsoft.EntityFrameworkCore;

namespace SupportBot.Storage;

internal abstract partial class StoreDb
{
    private static void PublicLog(ModelBuilder model) => model.Entity<LogRowRow>(row =>
    {
        row.HasIndex(r => r.CaseId).IsUnique();
        row.HasIndex(r => r.SchoolYear);
    });
}
