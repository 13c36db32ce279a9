namespace SupportBot.Console;

/// <summary>What came of reading a report.</summary>
/// <param name="Minutes">Whole minutes within the session, 1 or more, by id of the directory; whoever is not in the directory is not in it. Empty unless <see cref="MeetingOutcome.Read"/>.</param>
/// <param name="After">When to ask again, with <see cref="MeetingOutcome.Busy"/>; else nothing.</param>
public sealed record MeetingReading(MeetingOutcome Outcome, IReadOnlyDictionary<string, int> Minutes, TimeSpan After = default)
{
    public static MeetingReading Without(MeetingOutcome why, TimeSpan after = default) => new(why, new Dictionary<string, int>(), after);
}

public enum MeetingOutcome
{
    Read,

    /// <summary>This district reads none.</summary>
    NotSetUp,

    /// <summary>The session has no event with a meeting, or the mailbox does not hold that meeting any more.</summary>
    NoMeeting,

    /// <summary>The meeting is there, and no report of that time.</summary>
    NotYet,

    /// <summary>The program may not, or is not known to the service, until somebody mends it.</summary>
    NotAllowed,

    /// <summary>Not now; later.</summary>
    Busy,

    /// <summary>No answer, or one that is none.</summary>
    Down,
}
