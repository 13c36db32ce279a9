using Microsoft.EntityFrameworkCore;

namespace SupportBot.Storage;

internal abstract partial class StoreDb
{
    private static void Beginnings(ModelBuilder model)
    {
        model.Entity<BeginningRow>().HasKey(b => new { b.Protocol, b.Entry, b.School, b.OnDay });
        model.Entity<BeginningRow>().HasIndex(b => b.OnDay);
    }
}
