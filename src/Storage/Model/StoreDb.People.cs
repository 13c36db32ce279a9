using Microsoft.EntityFrameworkCore;

namespace SupportBot.Storage;

internal abstract partial class StoreDb
{
    private static void People(ModelBuilder model) => model.Entity<PeopleListRow>().Property(p => p.Id).ValueGeneratedNever();
}
