using SupportBot.Training;

namespace SupportBot.Console;

/// <summary>What stands in calendars for a session, as far as this program knows.</summary>
/// <param name="Id">Of the calendar.</param>
/// <param name="ChangeKey">Of the newest change that is known; empty where the calendar has none.</param>
/// <param name="Sequence">How often it was moved.</param>
/// <param name="Guests">Whom it invites.</param>
public sealed record SessionEvent(CalendarWay Way, string Id, string ChangeKey, int Sequence, IReadOnlyList<InvitedGuest> Guests)
{
    /// <summary>True where exactly these are invited, and know of its newest time.</summary>
    public bool Invites(IReadOnlyCollection<string> guestIds) => Guests.Count == guestIds.Count && Guests.All(g => g.Sequence == Sequence && guestIds.Contains(g.PersonId));
}

/// <param name="Sequence">Of the event when they last heard of it.</param>
public sealed record InvitedGuest(string PersonId, int Sequence);

/// <summary>What came of a request to a calendar.</summary>
public enum CalendarResult
{
    Done,

    /// <summary>The event is not there any more: somebody has deleted it by hand.</summary>
    Gone,

    /// <summary>Not taken, or nobody knows whether it was: ask again.</summary>
    Later,

    /// <summary>Asking again changes nothing until somebody mends it.</summary>
    Refused,

    /// <summary>This district uses no calendar.</summary>
    NotSetUp,
}

/// <param name="Event">As it is now; only with <see cref="CalendarResult.Done"/>.</param>
/// <param name="After">When to ask again; nothing leaves that to the caller.</param>
/// <param name="Code">Of the service, for the log; never words.</param>
public sealed record CalendarAnswer(CalendarResult Result, SessionEvent? Event = null, TimeSpan After = default, string Code = "");

/// <summary>Busy times of everybody together.</summary>
/// <param name="Unknown">Person ids, and the room's address, of which the calendar does not tell: somebody has to ask them.</param>
/// <param name="Trouble">Why nothing more is known; null where the calendar has answered.</param>
public sealed record BusyAnswer(IReadOnlyList<TimeStretch> Times, IReadOnlyList<string> Unknown, CalendarAnswer? Trouble = null);

/// <summary>An event as it is in the calendar.</summary>
/// <param name="Place">As it is written there; empty where none is.</param>
/// <param name="Rooms">Mail addresses of the rooms it books.</param>
/// <param name="Declined">Person ids of guests who have said no in their own calendar.</param>
public sealed record SeenEvent(string Id, TimeStretch When, string Place, IReadOnlyList<string> Rooms, IReadOnlyList<string> Declined);

/// <summary>What has changed in the calendar.</summary>
/// <param name="IsWhole">True where <paramref name="Events"/> is all there is from a day ago on for a year: what is not in it is not there.</param>
/// <param name="Link">For the next question; null where the calendar tells of no changes.</param>
/// <param name="Trouble">Why nothing could be read: ask again with the link of before.</param>
public sealed record CalendarChanges(bool IsWhole, IReadOnlyList<SeenEvent> Events, IReadOnlyList<string> Removed, string? Link, CalendarAnswer? Trouble = null)
{
    public static CalendarChanges None { get; } = new(false, [], [], null);
}
