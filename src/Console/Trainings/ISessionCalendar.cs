using SupportBot.Training;

namespace SupportBot.Console;

/// <summary>Where the events of sessions live.</summary>
public enum CalendarWay
{
    /// <summary>Nowhere: people see their sessions here alone.</summary>
    None,

    /// <summary>Everybody is sent an iCalendar invitation by mail; nobody's calendar can be read.</summary>
    Mail,

    /// <summary>In the calendar of one mailbox, through Microsoft Graph.</summary>
    Graph,
}

/// <summary>
/// Calendars outside this program. What they answer is a value: nothing here throws for a service that is down, busy, or knows something else than we do. A verb that is
/// repeated with the same event does nothing that was done before, so that whoever does not know whether it came to its end asks again.
/// </summary>
public interface ISessionCalendar
{
    CalendarWay Way { get; }

    /// <summary>Nothing is taken just now: it failed too often, or has asked to wait.</summary>
    bool Rests { get; }

    /// <summary>When these have no time between two moments; sessions of this program count in any case.</summary>
    /// <param name="personIds">Of the directory.</param>
    /// <param name="room">Mail address of the room's mailbox; null where none is asked for.</param>
    Task<BusyAnswer> BusyAsync(IReadOnlyList<string> personIds, string? room, DateTimeOffset from, DateTimeOffset to, CancellationToken cancel);

    /// <summary>Makes the event, or finds the one that was made.</summary>
    /// <param name="guestIds">Of the directory: everybody who is to have it in their calendar.</param>
    /// <param name="revision">1; higher where it is made anew because somebody asked for it after it was deleted by hand.</param>
    Task<CalendarAnswer> PublishAsync(Session session, IReadOnlyList<string> guestIds, int revision, CancellationToken cancel);

    /// <summary>
    /// Invites who has come and takes off who has gone; nobody else hears of it. One call may do a part of it: the event in the answer says who is invited now, and whoever calls
    /// does so again until nothing differs.
    /// </summary>
    Task<CalendarAnswer> AttendeesAsync(SessionEvent at, Session session, IReadOnlyList<string> guestIds, CancellationToken cancel);

    /// <summary>The session is at another time or place, of which everybody hears once. Who is to come may change with it, as far as the answer says so.</summary>
    Task<CalendarAnswer> MoveAsync(SessionEvent at, Session session, IReadOnlyList<string> guestIds, CancellationToken cancel);

    /// <summary>The session is not held, of which everybody hears once. To be repeated while the answer's event has guests; an event that is gone was called off.</summary>
    Task<CalendarAnswer> CallOffAsync(SessionEvent at, Session session, CancellationToken cancel);

    /// <summary>What somebody has done to events by hand since the last question.</summary>
    /// <param name="link">Of the answer before; null asks for everything.</param>
    Task<CalendarChanges> ChangesAsync(string? link, CancellationToken cancel);

    /// <summary>The event as it is in the calendar at this moment; null in the answer where there is none to be read.</summary>
    Task<(CalendarAnswer Answer, SeenEvent? Seen)> LookAsync(SessionEvent at, CancellationToken cancel);
}
