using System.Globalization;
using System.Text.RegularExpressions;

namespace Microsoft.Bot.Builder.Dialogs.Recognizers;

/// <summary>Days in digits: 2026-11-23, and 11/23/2026 or 23.11.2026 as the culture orders them.</summary>
internal static partial class NumericDays
{
    public static DayReading Find(string text, CultureInfo culture, DateOnly today)
    {
        var iso = Iso().Match(text);
        if (iso.Success && Day(Number(iso, "y"), Number(iso, "m"), Number(iso, "d")) is { } exact)
            return One(iso, exact);
        var local = Local().Match(text);
        if (!local.Success)
            return null;
        var (month, day) = (Number(local, "a"), Number(local, "b"));
        var dayFirst = culture.DateTimeFormat.ShortDatePattern.StartsWith('d') || month > 12;
        if (dayFirst && month <= 31 && day <= 12)
            (month, day) = (day, month);
        if (!local.Groups["y"].Success)
            return InNoYear(local, month, day, today);
        var year = Number(local, "y");
        return Day(year < 100 ? 2000 + year : year, month, day) is { } found ? One(local, found) : null;
    }

    /// <summary>A day and month without a year: the last one and the next one, today counting as the next. Null when no such day exists.</summary>
    public static DayReading InNoYear(Match match, int month, int day, DateOnly today)
    {
        if (month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(2024, month))
            return null;
        DateOnly? past = null, next = null;
        for (var back = 0; past == null && back < 9; back++)
            past = Day(today.Year - back, month, day) is { } candidate && candidate < today ? candidate : null;
        for (var ahead = 0; next == null && ahead < 9; ahead++)
            next = Day(today.Year + ahead, month, day) is { } candidate && candidate >= today ? candidate : null;
        var timex = string.Create(CultureInfo.InvariantCulture, $"XXXX-{month:00}-{day:00}");
        return past is { } before && next is { } after ? new DayReading(match.Index, match.Length, timex, [(before, null), (after, null)]) : null;
    }

    public static DateOnly? Day(int year, int month, int day)
        => year is >= 1 and <= 9999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;

    public static DayReading One(Match match, DateOnly day)
        => new(match.Index, match.Length, day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), [(day, null)]);

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\b(?<y>[0-9]{4})-(?<m>[0-9]{1,2})-(?<d>[0-9]{1,2})(?:t(?=[0-9]{1,2}:)|\b)", RegexOptions.CultureInvariant)]
    private static partial Regex Iso();

    // Without a year only the slash makes a date of two numbers: "3.5" and "10-12" are something else.
    [GeneratedRegex(@"(?<![0-9./:-])(?:(?<a>[0-9]{1,2})(?<mark>[/.-])(?<b>[0-9]{1,2})\k<mark>(?<y>[0-9]{4}|[0-9]{2})|(?<a>[0-9]{1,2})/(?<b>[0-9]{1,2}))(?![0-9/-])", RegexOptions.CultureInvariant)]
    private static partial Regex Local();
}
