using Microsoft.EntityFrameworkCore;

namespace SupportBot.Storage;

internal abstract partial class StoreDb
{
    private static void HandOvers(ModelBuilder model)
    {
        model.Entity<HandOverRow>().HasIndex(h => h.CaseId);
        model.Entity<HandOverRow>().HasIndex(h => new { h.Ended, h.Person });
        model.Entity<HandOverNewsRow>().HasIndex(n => new { n.HandOver, n.Id });
    }
}
