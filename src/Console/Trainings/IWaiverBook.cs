using SupportBot.Cases;
using SupportBot.Training;

namespace SupportBot.Console;

/// <summary>Who need not do which course, and why. The reason may tell of somebody's health: it rests sealed, and is given only by <see cref="ReadAsync"/>. Implemented by storage.</summary>
public interface IWaiverBook
{
    /// <returns>False where the course is waived for that person on that day already: then nothing is written.</returns>
    Task<bool> WaiveAsync(Waiver waiver, PersonText reason, AuditEntry audit, CancellationToken cancel);

    /// <summary>Takes back what counts on that day, the reason with it.</summary>
    /// <returns>False where there is none.</returns>
    Task<bool> TakeBackAsync(string personId, string courseId, DateOnly day, AuditEntry audit, CancellationToken cancel);

    /// <summary>Those of a course that count on that day, the oldest first.</summary>
    Task<IReadOnlyList<Waiver>> OfCourseAsync(string courseId, DateOnly day, CancellationToken cancel);

    /// <summary>The same with their reasons. That somebody reads them is written first; of none there is nothing to write.</summary>
    Task<IReadOnlyList<(Waiver Waiver, PersonText Reason)>> ReadAsync(string courseId, DateOnly day, AuditEntry audit, CancellationToken cancel);
}
