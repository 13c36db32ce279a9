using NodaTime;
using NodaTime.TimeZones;

namespace SupportBot.Directory;

/// <summary>
/// Turns moments into local dates and times and back, so that a later moment never becomes an earlier one:
/// a local time skipped in spring becomes the end of the gap; a local time that comes twice in autumn means its
/// first coming, and a moment in the second coming counts as the end of the repeated hour.
/// </summary>
internal sealed class LocalClock
{
    private static readonly ZoneLocalMappingResolver Resolver =
        Resolvers.CreateMappingResolver(Resolvers.ReturnEarlier, Resolvers.ReturnStartOfIntervalAfter);

    private readonly DateTimeZone _zone;

    /// <exception cref="ArgumentException">The zone is not an IANA time zone id.</exception>
    public LocalClock(string timeZone) =>
        _zone = DateTimeZoneProviders.Tzdb.GetZoneOrNull(timeZone)
            ?? throw new ArgumentException($"\"{timeZone}\" is not an IANA time zone.", nameof(timeZone));

    public static bool Knows(string timeZone) => DateTimeZoneProviders.Tzdb.GetZoneOrNull(timeZone) is not null;

    public DateTime Local(DateTimeOffset at) => Instant.FromDateTimeOffset(at).InZone(_zone).LocalDateTime.ToDateTimeUnspecified();

    public DateOnly Date(DateTimeOffset at) => DateOnly.FromDateTime(Local(at));

    /// <summary>The same local time so many days later.</summary>
    public DateTimeOffset AddDays(DateTimeOffset at, int days) => Moment(InOrder(at).AddDays(days));

    public DateTimeOffset Moment(DateTime local) =>
        _zone.ResolveLocal(LocalDateTime.FromDateTime(local), Resolver).ToInstant().ToDateTimeOffset();

    public DateTimeOffset Moment(DateOnly day, TimeOnly time) => Moment(day.ToDateTime(time));

    private DateTime InOrder(DateTimeOffset at)
    {
        var instant = Instant.FromDateTimeOffset(at);
        var local = instant.InZone(_zone).LocalDateTime;
        var mapping = _zone.MapLocal(local);
        return mapping.Count == 2 && mapping.Last().ToInstant() == instant
            ? mapping.EarlyInterval.IsoLocalEnd.ToDateTimeUnspecified()
            : local.ToDateTimeUnspecified();
    }
}
