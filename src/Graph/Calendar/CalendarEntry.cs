namespace SupportBot.Graph;

/// <summary>An event as it should stand in the organiser's calendar. Whoever is invited may read all of it.</summary>
/// <param name="Key">By which it is found again: the id of what it stands for.</param>
/// <param name="Revision">1 for the first; higher each time it is made anew because somebody deleted it and somebody asked for it again.</param>
/// <param name="Starts">UTC.</param>
/// <param name="Ends">UTC.</param>
/// <param name="Place">As people say it; empty where it is only online.</param>
public sealed record CalendarEntry(Guid Key, int Revision, string Subject, string Body, DateTimeOffset Starts, DateTimeOffset Ends, string Place, bool Online, IReadOnlyList<CalendarGuest> Guests);

/// <summary>Somebody, or a room, that an event invites.</summary>
/// <param name="Address">Mail address.</param>
/// <param name="IsRoom">A room's mailbox, which the event books.</param>
/// <param name="IsOptional">Need not come. Only people whom somebody has invited by hand.</param>
/// <param name="Declined">They have said no in their own calendar. Only in what Graph tells.</param>
public sealed record CalendarGuest(string Address, bool IsRoom = false, bool IsOptional = false, bool Declined = false);

/// <summary>An event as it stands in the organiser's calendar.</summary>
/// <param name="Id">Immutable id, which stays when the event is moved to another folder.</param>
/// <param name="ChangeKey">Another one after every change.</param>
/// <param name="JoinUrl">Where the online meeting is joined; null where there is none.</param>
public sealed record KnownEvent(string Id, string ChangeKey, DateTimeOffset Starts, DateTimeOffset Ends, string Place, bool IsCancelled, string? JoinUrl, IReadOnlyList<CalendarGuest> Guests);

/// <summary>What has changed in the organiser's calendar.</summary>
/// <param name="IsWhole">True where <paramref name="Events"/> is everything in the time that was asked for, so that what is not in it is not there.</param>
/// <param name="Link">What the next question begins with.</param>
public sealed record CalendarNews(bool IsWhole, IReadOnlyList<KnownEvent> Events, IReadOnlyList<string> Removed, string Link);

/// <summary>When people and rooms have no time.</summary>
/// <param name="Unknown">Addresses of which Graph cannot tell.</param>
public sealed record BusyReading(IReadOnlyList<BusyTime> Times, IReadOnlyList<string> Unknown);

/// <summary>UTC, the end not included.</summary>
public sealed record BusyTime(string Address, DateTimeOffset From, DateTimeOffset To);
