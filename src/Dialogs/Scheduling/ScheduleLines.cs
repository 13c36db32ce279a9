namespace SupportBot.Dialogs;

/// <summary>A course that is held at a time.</summary>
/// <param name="Minutes">What it takes.</param>
/// <param name="Seats">Of a session that does not say otherwise.</param>
public sealed record PlannedCourse(string Id, string Title, int Minutes, int Seats);

/// <summary>What is known of people's time.</summary>
public enum CalendarSight
{
    /// <summary>Calendars have answered.</summary>
    Seen,

    /// <summary>They have not, or not in time.</summary>
    Silent,

    /// <summary>None can be read here.</summary>
    None,
}

/// <param name="Starts">UTC, in order.</param>
/// <param name="Unknown">Names of people, or of the room, of whom no calendar tells.</param>
public sealed record SlotsFound(IReadOnlyList<DateTimeOffset> Starts, CalendarSight Sight, IReadOnlyList<string> Unknown);

/// <summary>How the invitations to a session stand.</summary>
public enum InvitationState
{
    /// <summary>On their way, or a change of them.</summary>
    GoesOut,
    Out,

    /// <summary>No calendar is connected: the session stands in this program alone.</summary>
    NoCalendar,

    /// <summary>Somebody has deleted the event by hand.</summary>
    Deleted,

    /// <summary>The calendar takes it not until somebody mends something.</summary>
    Refused,
}

/// <summary>A session, as whoever leads it sees it.</summary>
/// <param name="Plan">As it is, with its beginning, length and seats: what a move begins with.</param>
/// <param name="Leaders">Their names.</param>
/// <param name="Held">Seats that somebody holds.</param>
/// <param name="Waiting">People on the waiting list.</param>
public sealed record LedSession(SchedulePlan Plan, string Title, IReadOnlyList<string> Leaders, int Held, int Waiting, InvitationState Invitation)
{
    public bool IsCalledOff { get; init; }

    /// <summary>It has begun, or is over.</summary>
    public bool HasBegun { get; init; }
}

public enum PlanOutcome
{
    /// <summary>It can be done; or, where it was to be done, it is.</summary>
    Done,

    /// <summary>Not theirs to do.</summary>
    NotAllowed,

    /// <summary>The time is not free any more.</summary>
    Taken,

    /// <summary>More people hold a seat than there would be.</summary>
    SeatsTaken,

    /// <summary>The session was called off.</summary>
    CalledOff,

    /// <summary>It has begun, is over, or is not there.</summary>
    Gone,

    /// <summary>The plan does not fit the district any more.</summary>
    Wrong,
}

/// <param name="Session">As it is now; null where there is none.</param>
public sealed record PlanAnswer(PlanOutcome Outcome, LedSession? Session = null)
{
    /// <summary>Sentences about what may be meant so, and is often a slip.</summary>
    public IReadOnlyList<string> Doubts { get; init; } = [];

    /// <summary>Who leads it, by name.</summary>
    public IReadOnlyList<string> Leaders { get; init; } = [];

    /// <summary>Seats that are held; for <see cref="PlanOutcome.SeatsTaken"/>.</summary>
    public int Held { get; init; }
}
