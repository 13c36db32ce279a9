using Microsoft.EntityFrameworkCore;

namespace SupportBot.Storage;

internal abstract partial class StoreDb
{
    private static void Absences(ModelBuilder model)
    {
        model.Entity<AbsenceFigureRow>(figure =>
        {
            figure.HasKey(f => new { f.Student, f.Year, f.AsOf });
            figure.HasIndex(f => f.School);
            figure.HasIndex(f => f.Until);
        });
        model.Entity<AbsenceCaseRow>().HasKey(c => c.Student);
        model.Entity<AbsenceCaseRow>().HasIndex(c => c.CaseId);
    }
}
