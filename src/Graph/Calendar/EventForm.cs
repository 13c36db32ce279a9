using System.Globalization;
using Microsoft.Graph.Models;

namespace SupportBot.Graph;

/// <summary>Events as Graph writes them.</summary>
internal static class EventForm
{
    /// <summary>Named property of an event that holds its key; in the set that is there for everybody's own names.</summary>
    private const string KeyProperty = "String {00020329-0000-0000-C000-000000000046} Name SupportBotSession";

    public static readonly string[] Select = ["id", "changeKey", "start", "end", "location", "isCancelled", "onlineMeeting", "attendees"];

    public static string Filter(Guid key) => $"singleValueExtendedProperties/any(ep: ep/id eq '{KeyProperty}' and ep/value eq '{key:N}')";

    public static Event New(CalendarEntry entry)
    {
        var made = new Event
        {
            // The same for every attempt at the same event: Graph makes one of them.
            TransactionId = FormattableString.Invariant($"{entry.Key:N}-{entry.Revision}"),
            Subject = entry.Subject,
            Body = new ItemBody { ContentType = BodyType.Text, Content = entry.Body },
            Start = At(entry.Starts),
            End = At(entry.Ends),
            Location = new Location { DisplayName = entry.Place },
            Attendees = Attendees(entry.Guests),
            // Who comes to which training is nobody else's business.
            HideAttendees = true,
            AllowNewTimeProposals = false,
            SingleValueExtendedProperties = [new SingleValueLegacyExtendedProperty { Id = KeyProperty, Value = entry.Key.ToString("N") }],
        };
        if (entry.Online) Online(made);
        return made;
    }

    /// <summary>What differs, in one change, of which everybody hears once. The text stays, because the meeting's link is in it.</summary>
    /// <returns>Null where nothing differs.</returns>
    public static Event? Change(KnownEvent now, CalendarEntry entry)
    {
        var change = new Event();
        var differs = false;
        if ((now.Starts, now.Ends) != (entry.Starts, entry.Ends)) (change.Start, change.End, differs) = (At(entry.Starts), At(entry.Ends), true);
        // Where we name no place, the calendar may have written one of its own.
        if (entry.Place.Length > 0 && now.Place != entry.Place) (change.Location, differs) = (new Location { DisplayName = entry.Place }, true);
        if (entry.Online && now.JoinUrl is null) differs = Online(change);
        if (!Same(now.Guests, entry.Guests)) (change.Attendees, differs) = (Attendees(entry.Guests), true);
        return differs ? change : null;
    }

    public static bool Same(IReadOnlyList<CalendarGuest> some, IReadOnlyList<CalendarGuest> others) =>
        some.Select(g => (g.Address.ToUpperInvariant(), g.IsRoom)).ToHashSet().SetEquals(others.Select(g => (g.Address.ToUpperInvariant(), g.IsRoom)));

    public static List<Attendee> Attendees(IReadOnlyList<CalendarGuest> guests) =>
        [.. guests.Select(g => new Attendee { EmailAddress = new EmailAddress { Address = g.Address }, Type = g.IsRoom ? AttendeeType.Resource : g.IsOptional ? AttendeeType.Optional : AttendeeType.Required })];

    /// <returns>Null for an event that cannot be read: Graph has left out its id or its times.</returns>
    public static KnownEvent? Of(Event? found) =>
        found is { Id: { } id } && Of(found.Start) is { } starts && Of(found.End) is { } ends
            ? new KnownEvent(
                id, found.ChangeKey ?? "", starts, ends, found.Location?.DisplayName ?? "", found.IsCancelled ?? false, found.OnlineMeeting?.JoinUrl,
                [.. (found.Attendees ?? []).Where(a => a.EmailAddress?.Address is { Length: > 0 }).Select(a => new CalendarGuest(a.EmailAddress!.Address!, a.Type == AttendeeType.Resource, a.Type == AttendeeType.Optional, a.Status?.Response == ResponseType.Declined))])
            : null;

    private static bool Online(Event made)
    {
        (made.IsOnlineMeeting, made.OnlineMeetingProvider) = (true, OnlineMeetingProviderType.TeamsForBusiness);
        return true;
    }

    public static DateTimeTimeZone At(DateTimeOffset at) => new() { DateTime = at.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture), TimeZone = "UTC" };

    /// <summary>As asked for, in UTC; a calendar that answers in another zone is read in that.</summary>
    public static DateTimeOffset? Of(DateTimeTimeZone? at)
    {
        if (!DateTime.TryParse(at?.DateTime, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out var read)) return null;
        if (at!.TimeZone is null or "UTC") return new DateTimeOffset(read, TimeSpan.Zero);
        return TimeZoneInfo.TryFindSystemTimeZoneById(at.TimeZone, out var zone) ? new DateTimeOffset(TimeZoneInfo.ConvertTimeToUtc(DateTime.SpecifyKind(read, DateTimeKind.Unspecified), zone), TimeSpan.Zero) : null;
    }
}
