using Microsoft.EntityFrameworkCore;
using SupportBot.Training;

namespace SupportBot.Storage;

internal abstract partial class StoreDb
{
    private static void Trainings(ModelBuilder model)
    {
        model.Entity<TrainingSessionRow>().HasIndex(s => s.Starts);
        model.Entity<TrainingSessionRow>().HasIndex(s => s.NextPass);
        model.Entity<TrainingSeatRow>(seat =>
        {
            seat.HasKey(s => new { s.Session, s.Person });
            seat.HasIndex(s => s.Person);
            // Few seats of many: an index of those alone.
            seat.HasIndex(s => s.State).HasFilter(FormattableString.Invariant($"state = {(int)EnrolmentState.NoShow}"));
            seat.HasOne<TrainingSessionRow>().WithMany().HasForeignKey(s => s.Session);
        });
        model.Entity<TrainingAccommodationRow>(asked =>
        {
            asked.HasKey(a => new { a.Session, a.Person });
            asked.HasOne<TrainingSeatRow>().WithOne().HasForeignKey<TrainingAccommodationRow>(a => new { a.Session, a.Person });
        });
        model.Entity<TrainingEventRow>(made =>
        {
            made.HasKey(e => e.Session);
            made.HasIndex(e => e.Due);
            made.HasOne<TrainingSessionRow>().WithOne().HasForeignKey<TrainingEventRow>(e => e.Session);
        });
        model.Entity<TrainingDoneRow>().HasKey(d => new { d.Person, d.Course, d.Done });
        model.Entity<TrainingDoneRow>().HasIndex(d => d.Serial).IsUnique();
        model.Entity<TrainingDoneRow>().HasIndex(d => d.Course);
        // Few of many, after the first year: an index of those alone.
        model.Entity<TrainingDoneRow>().HasIndex(d => d.Brought).HasFilter("brought IS NOT NULL");
        model.Entity<TrainingWaiverRow>().HasKey(w => new { w.Person, w.Course, w.Given });
        model.Entity<TrainingAnswerRow>().HasKey(a => new { a.Course, a.Month, a.Token, a.Moment, a.Item });
        model.Entity<HireRow>(hire =>
        {
            hire.HasKey(h => h.Employee);
            hire.HasIndex(h => h.Person).IsUnique();
        });
        model.Entity<HireLeaveRow>(leave =>
        {
            leave.HasKey(l => new { l.Employee, l.FirstDay });
            leave.HasOne<HireRow>().WithMany().HasForeignKey(l => l.Employee);
        });
    }
}
