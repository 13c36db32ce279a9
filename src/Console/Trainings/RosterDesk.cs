using SupportBot.Directory;
using SupportBot.Training;

namespace SupportBot.Console;

/// <summary>
/// Who comes and who is there, for those who may see it. The console's pages ask who somebody is before they call a desk; a chat can be led anywhere by an old or forged button,
/// so here each verb asks itself, and what somebody may not see is not there for them.
/// </summary>
public sealed class RosterDesk(ITrainingRolls rolls, SessionDesk desk, TimeProvider clock)
{
    // No session of today begins so long ago.
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    /// <summary>Sessions of today and to come whose roll the person may see and that is not closed: those they lead themselves first, each in order of their start.</summary>
    public async Task<IReadOnlyList<ListedSession>> SeenAsync(Person person, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(person);
        var now = clock.GetUtcNow();
        return
        [
            .. (await rolls.BetweenAsync(now - Day, now + TrainingDesk.Ahead, cancel))
                .Where(l => l.Session.State == SessionState.Scheduled && TrainingSight.SeesRoll(person, l.Session) && desk.Catalogue.Course(l.Session.CourseId) is not null && DaysUntil(l.Session) >= 0)
                .OrderByDescending(l => l.Session.FacilitatorIds.Contains(person.Id)).ThenBy(l => l.Session.Starts),
        ];
    }

    /// <returns>Null where there is no such session, where it was called off, and where the person may not see who comes.</returns>
    public async Task<Roll?> FindAsync(Person person, Guid sessionId, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(person);
        return await rolls.FindAsync(sessionId, cancel) is { } roll && roll.Session.State != SessionState.Cancelled && TrainingSight.SeesRoll(person, roll.Session) && desk.Catalogue.Course(roll.Session.CourseId) is not null ? roll : null;
    }

    /// <summary>True where somebody can be let in by hand: by whoever leads it, from its day on until the roll is closed.</summary>
    public bool MayLetIn(Person person, Session session)
    {
        ArgumentNullException.ThrowIfNull(session);
        return session.State == SessionState.Scheduled && TrainingSight.MayLead(person, session) && DaysUntil(session) <= 0;
    }

    /// <returns>Null where the person may not, and where there is no such session.</returns>
    public async Task<RollResult?> LetInAsync(Person by, Guid sessionId, string personId, CancellationToken cancel) =>
        await FindAsync(by, sessionId, cancel) is { } roll && TrainingSight.MayLead(by, roll.Session) ? await desk.LetInAsync(by, sessionId, personId, cancel) : null;

    /// <summary>Who has a seat; once the roll is closed, who had one.</summary>
    public static IEnumerable<Enrolment> Seated(Roll roll)
    {
        ArgumentNullException.ThrowIfNull(roll);
        return roll.Enrolments.Where(e => roll.Session.State == SessionState.Held
            ? e.State is EnrolmentState.Attended or EnrolmentState.Partial or EnrolmentState.NoShow or EnrolmentState.Excused or EnrolmentState.Completed : e.State == EnrolmentState.Enrolled);
    }

    private int DaysUntil(Session session) => desk.DayOf(session).DayNumber - desk.CalendarOf(session).Today(clock.GetUtcNow()).DayNumber;
}
