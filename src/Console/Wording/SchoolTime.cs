using System.Globalization;
using SupportBot.Cards;
using SupportBot.Directory;

namespace SupportBot.Console;

/// <summary>Moments by the clock on the wall of a school, in words.</summary>
public sealed class SchoolTime(District district)
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-US");

    /// <summary><c>Mon, Nov 23, 10:07 AM</c>.</summary>
    public string Moment(DateTimeOffset at, string schoolId) =>
        district.CalendarOf(schoolId.Length == 0 ? null : schoolId).Local(at).ToString("ddd, MMM d, h:mm tt", English);

    /// <summary>The same in the language of whoever reads it: <c>lun 23 de nov, 10:07 a. m.</c></summary>
    public string Moment(DateTimeOffset at, string schoolId, ICardWords words)
    {
        ArgumentNullException.ThrowIfNull(words);
        return district.CalendarOf(schoolId.Length == 0 ? null : schoolId).Local(at).ToString(words["time.moment-pattern"], words.Culture);
    }

    /// <summary><c> since 10:12 AM</c>, with the day where it was not today, by the district's clock; empty where it is not known.</summary>
    public string SinceWhen(DateTimeOffset? at, DateTimeOffset now)
    {
        if (at is not { } moment) return "";
        var (then, today) = (district.CalendarOf(null).Local(moment), district.CalendarOf(null).Local(now));
        return $" since {then.ToString(then.Date == today.Date ? "h:mm tt" : "ddd, MMM d, h:mm tt", English)}";
    }

    public static string Day(DateOnly day) => day.ToString("ddd, MMM d, yyyy", English);

    /// <summary>
    /// A moment that may come from an anonymous reporter: no finer than it was kept. A time rounded to the day is shown as that day
    /// and never turned into an hour.
    /// </summary>
    public string Kept(DateTimeOffset at, string schoolId)
    {
        var utc = at.ToUniversalTime();
        if (utc.TimeOfDay == TimeSpan.Zero) return $"{utc.ToString("ddd, MMM d", English)} (time of day not kept)";
        return IsQuarter(utc) ? $"about {Moment(at, schoolId)}" : Moment(at, schoolId);
    }

    /// <summary>The form that a <c>time</c> element takes.</summary>
    public static string Machine(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);

    private static bool IsQuarter(DateTimeOffset utc) => utc.Ticks % TimeSpan.FromMinutes(15).Ticks == 0;
}
