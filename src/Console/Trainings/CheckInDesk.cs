using SupportBot.Directory;
using SupportBot.Training;

namespace SupportBot.Console;

public enum CheckInOutcome
{
    /// <summary>They are checked in, now or already before.</summary>
    In,

    /// <summary>They typed too many codes within <see cref="CheckInTries.Window"/>; the right one does not help meanwhile.</summary>
    TooOften,

    /// <summary>They have no seat in a session of today.</summary>
    NoSession,

    /// <summary>The code of no session in which they have a seat, or one that has changed since.</summary>
    WrongCode,

    /// <summary>The roll does not let them in: <see cref="CheckInAnswer.Refused"/> says why.</summary>
    Refused,
}

/// <summary>What came of a code that somebody typed.</summary>
/// <param name="Session">That of the code; null where the code led to none.</param>
public sealed record CheckInAnswer(CheckInOutcome Outcome, Session? Session = null, RollRefusal? Refused = null);

/// <summary>
/// Check-in by the code on the wall, for whichever page or chat it is typed in: the session follows from the code, and tries are counted together. Only sessions of
/// today in which the person has a seat are looked at.
/// </summary>
public sealed class CheckInDesk(ITrainingRolls rolls, ICheckInSecrets secrets, SessionDesk desk, CheckInTries tries, TimeProvider clock)
{
    /// <summary>Sessions of today, by the clock of the place, in which the person has a seat, in order of their start.</summary>
    public async Task<IReadOnlyList<MySession>> TodayAsync(Person person, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(person);
        var now = clock.GetUtcNow();
        return [.. (await rolls.OfPersonAsync(person.Id, now, cancel)).Where(m => m.Enrolment.State == EnrolmentState.Enrolled && desk.Catalogue.Course(m.Session.CourseId) is not null && desk.DayOf(m.Session) == desk.CalendarOf(m.Session).Today(now))];
    }

    /// <summary>From then on its code counts.</summary>
    public DateTimeOffset OpensAt(Session session)
    {
        ArgumentNullException.ThrowIfNull(session);
        return session.Starts - desk.Catalogue.Rules.CheckInBefore;
    }

    /// <summary>Until then, this moment included.</summary>
    public DateTimeOffset ClosesAt(Session session)
    {
        ArgumentNullException.ThrowIfNull(session);
        return session.Starts + desk.Catalogue.Rules.CheckInAfter;
    }

    public bool IsOpen(Session session) => clock.GetUtcNow() is var now && now >= OpensAt(session) && now <= ClosesAt(session);

    /// <summary>Every call is a try, whatever comes of it.</summary>
    public async Task<CheckInAnswer> CheckInAsync(Person person, string code, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(person);
        ArgumentNullException.ThrowIfNull(code);
        if (!tries.Take(person.Id)) return new(CheckInOutcome.TooOften);
        var today = await TodayAsync(person, cancel);
        if (today.Count == 0) return new(CheckInOutcome.NoSession);
        var (now, holds) = (clock.GetUtcNow(), desk.Catalogue.Rules.CodeHolds);
        if (today.FirstOrDefault(m => CheckInCode.Counts(code, now, secrets.Of(m.Session.Id), holds)) is not { Session: { } session }) return new(CheckInOutcome.WrongCode);
        return await desk.CheckInAsync(person, session.Id, cancel) is { Refused: { } refused } ? new(CheckInOutcome.Refused, session, refused) : new(CheckInOutcome.In, session);
    }
}
