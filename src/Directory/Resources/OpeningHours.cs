using System.Globalization;

namespace SupportBot.Directory;

/// <summary>Whether somebody answers now.</summary>
public enum Opening
{
    Open,
    Closed,

    /// <summary>The hours are not known well enough to say.</summary>
    Unknown,
}

/// <summary>On these weekdays, from then until then. Where <paramref name="To"/> is not later than <paramref name="From"/> it runs past midnight.</summary>
public sealed record OpenTime(IReadOnlyList<DayOfWeek> Days, TimeOnly From, TimeOnly To);

/// <summary>When a resource is open, by its own local time. The holidays of the place that answers are not known here.</summary>
public sealed class OpeningHours
{
    private readonly LocalClock? _clock;

    private OpeningHours(bool isAlways, IReadOnlyList<OpenTime> times, string? timeZone)
    {
        (IsAlways, Times, TimeZone) = (isAlways, times, timeZone);
        _clock = timeZone is null ? null : new LocalClock(timeZone);
    }

    /// <summary>Day and night, every day.</summary>
    public static OpeningHours Always { get; } = new(true, [], null);

    /// <summary>Not known.</summary>
    public static OpeningHours Unknown { get; } = new(false, [], null);

    /// <param name="times">At least one.</param>
    /// <param name="timeZone">IANA id of the place that answers.</param>
    /// <exception cref="ArgumentException">The time zone is unknown.</exception>
    public static OpeningHours Weekly(IReadOnlyList<OpenTime> times, string timeZone) => new(false, times, timeZone);

    public bool IsAlways { get; }

    public IReadOnlyList<OpenTime> Times { get; }

    public string? TimeZone { get; }

    public Opening At(DateTimeOffset at)
    {
        if (IsAlways) return Opening.Open;
        if (_clock is null) return Opening.Unknown;
        var local = _clock.Local(at);
        return Times.Any(t => new Shift(t.Days, t.From, t.To, []).Covers(local)) ? Opening.Open : Opening.Closed;
    }

    /// <summary>In words for a card: <c>Mon-Fri 11 am-8 pm, Sat 9 am-2 pm (Pacific time)</c>.</summary>
    public override string ToString()
    {
        if (IsAlways) return "24 hours, every day";
        return _clock is null ? "hours not confirmed" : InWords(day => day.ToString()[..3], Words, "daily", ZoneWords);
    }

    /// <summary>Days and times in other words, days in a row as one stretch. Only where there are times.</summary>
    /// <param name="daily">Said of all seven days.</param>
    /// <param name="zone">Says an IANA id.</param>
    public string InWords(Func<DayOfWeek, string> day, Func<TimeOnly, string> time, string daily, Func<string, string> zone) =>
        $"{string.Join(", ", Times.Select(t => $"{Days(t.Days, day, daily)} {time(t.From)}-{time(t.To)}"))} ({zone(TimeZone!)})";

    private static string Words(TimeOnly time) =>
        time.ToString(time.Minute == 0 ? "h tt" : "h:mm tt", CultureInfo.InvariantCulture).ToLowerInvariant();

    private static string Days(IReadOnlyList<DayOfWeek> days, Func<DayOfWeek, string> word, string daily)
    {
        var order = days.Select(d => ((int)d + 6) % 7).Order().ToList();
        if (order.Count == 7) return daily;
        var inRow = order.Count > 2 && order[^1] - order[0] == order.Count - 1;
        var names = order.Select(d => word((DayOfWeek)((d + 1) % 7))).ToList();
        return inRow ? $"{names[0]}-{names[^1]}" : string.Join(", ", names);
    }

    private static string ZoneWords(string zone) => zone switch
    {
        "America/Los_Angeles" => "Pacific time",
        "America/Denver" => "Mountain time",
        "America/Chicago" => "Central time",
        "America/New_York" => "Eastern time",
        _ => zone,
    };
}
