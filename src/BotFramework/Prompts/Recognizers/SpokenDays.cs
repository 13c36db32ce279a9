using System.Globalization;
using System.Text.RegularExpressions;

namespace Microsoft.Bot.Builder.Dialogs.Recognizers;

/// <summary>Days in English words: "tomorrow", "last Tuesday", "March 5th", "two weeks ago", "next month".</summary>
internal static partial class SpokenDays
{
    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    private static readonly string[] Weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

    /// <summary>"now", "in two hours", "ten minutes ago": a moment, exact to the second of <paramref name="now"/>.</summary>
    public static (string Timex, DateTime When)? FindNow(string text, DateTime now)
    {
        if (Now().IsMatch(text))
            return ("PRESENT_REF", now);
        var match = Apart().Match(text);
        if (!match.Success || match.Groups["unit"].Value is not ("hour" or "minute" or "min") || Count(match) is not { } count)
            return null;
        var minutes = match.Groups["unit"].Value == "hour" ? 60 * count : count;
        var when = now.AddMinutes(match.Groups["back"].Success ? -minutes : minutes);
        return (when.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture), when);
    }

    public static DayReading Find(string text, DateOnly today)
        => Near(text, today) ?? Away(text, today) ?? InMonth(text, today) ?? Weekday(text, today) ?? Period(text, today) ?? WholeMonth(text, today) ?? OfThisMonth(text, today);

    private static DayReading Near(string text, DateOnly today)
    {
        var match = NearWords().Match(text);
        if (!match.Success)
            return null;
        var days = match.Value switch
        {
            "today" or "tonight" => 0,
            "yesterday" or "last night" => -1,
            _ when match.Value.Contains("after", StringComparison.Ordinal) => 2,
            _ when match.Value.Contains("before", StringComparison.Ordinal) => -2,
            _ => 1,
        };
        // The night itself is for the clock to read.
        var length = match.Value is "tonight" or "last night" ? 0 : match.Length;
        return NumericDays.One(match, today.AddDays(days)) with { Length = length };
    }

    private static DayReading Away(string text, DateOnly today)
    {
        var match = Apart().Match(text);
        if (!match.Success || Count(match) is not { } count)
            return null;
        if (match.Groups["back"].Success)
            count = -count;
        DateOnly? day = match.Groups["unit"].Value switch
        {
            "day" => today.AddDays(count),
            "week" => today.AddDays(7 * count),
            "month" => today.AddMonths(count),
            "year" => today.AddYears(count),
            _ => null,
        };
        return day is { } found ? NumericDays.One(match, found) : null;
    }

    private static DayReading InMonth(string text, DateOnly today)
    {
        var match = MonthAndDay().Match(text);
        if (!match.Success || DayNumber(match.Groups["d"].Value) is not { } day)
            return null;
        var month = 1 + Array.IndexOf(Months, match.Groups["month"].Value[..3]);
        if (!match.Groups["y"].Success)
            return NumericDays.InNoYear(match, month, day, today);
        return NumericDays.Day(Number(match.Groups["y"].ValueSpan), month, day) is { } found ? NumericDays.One(match, found) : null;
    }

    private static DayReading Weekday(string text, DateOnly today)
    {
        var match = WeekdayName().Match(text);
        if (!match.Success)
            return null;
        var number = 1 + Array.IndexOf(Weekdays, match.Groups["day"].Value[..3]);
        var inThisWeek = Monday(today).AddDays(number - 1);
        var rel = match.Groups["week"].Success ? match.Groups["week"].Value : match.Groups["rel"].Value;
        var coming = inThisWeek < today ? inThisWeek.AddDays(7) : inThisWeek;
        var gone = inThisWeek < today ? inThisWeek : inThisWeek.AddDays(-7);
        return rel switch
        {
            "next" => NumericDays.One(match, inThisWeek.AddDays(7)),
            "last" or "previous" => NumericDays.One(match, inThisWeek.AddDays(-7)),
            "this" => NumericDays.One(match, inThisWeek),
            "coming" or "upcoming" => NumericDays.One(match, coming),
            "past" => NumericDays.One(match, gone),
            _ => new DayReading(match.Index, match.Length, string.Create(CultureInfo.InvariantCulture, $"XXXX-WXX-{number}"), [(gone, null), (coming, null)]),
        };
    }

    private static DayReading Period(string text, DateOnly today)
    {
        var match = PeriodName().Match(text);
        if (!match.Success)
            return null;
        var step = Step(match.Groups["rel"].Value);
        var monday = Monday(today).AddDays(7 * step);
        var month = new DateOnly(today.Year, today.Month, 1).AddMonths(step);
        var week = string.Create(CultureInfo.InvariantCulture, $"{ISOWeek.GetYear(monday.ToDateTime(default))}-W{ISOWeek.GetWeekOfYear(monday.ToDateTime(default)):00}");
        return match.Groups["unit"].Value switch
        {
            "week" => Range(match, week, monday, monday.AddDays(7)),
            "weekend" => Range(match, week + "-WE", monday.AddDays(5), monday.AddDays(7)),
            "month" => Range(match, month.ToString("yyyy-MM", CultureInfo.InvariantCulture), month, month.AddMonths(1)),
            _ => Range(match, (today.Year + step).ToString("0000", CultureInfo.InvariantCulture), new DateOnly(today.Year + step, 1, 1), new DateOnly(today.Year + step + 1, 1, 1)),
        };
    }

    private static DayReading WholeMonth(string text, DateOnly today)
    {
        var match = MonthName().Match(text);
        if (!match.Success)
            return null;
        var month = 1 + Array.IndexOf(Months, match.Groups["month"].Value[..3]);
        if (match.Groups["y"].Success || match.Groups["rel"].Value is "next" or "last" or "this")
        {
            var year = match.Groups["y"].Success ? Number(match.Groups["y"].ValueSpan) : today.Year + Step(match.Groups["rel"].Value);
            if (year is < 1 or > 9998)
                return null;
            var first = new DateOnly(year, month, 1);
            return Range(match, first.ToString("yyyy-MM", CultureInfo.InvariantCulture), first, first.AddMonths(1));
        }

        var here = new DateOnly(today.Year, month, 1);
        var past = here.AddMonths(1) > today ? here.AddYears(-1) : here;
        var timex = string.Create(CultureInfo.InvariantCulture, $"XXXX-{month:00}");
        return new DayReading(match.Index, match.Length, timex, [(past, past.AddMonths(1)), (past.AddYears(1), past.AddYears(1).AddMonths(1))]);
    }

    // "the 15th": the last one that was and the next one that comes.
    private static DayReading OfThisMonth(string text, DateOnly today)
    {
        var match = TheDay().Match(text);
        if (!match.Success || DayNumber(match.Groups["d"].Value) is not { } day)
            return null;
        var first = new DateOnly(today.Year, today.Month, 1);
        DateOnly? past = null, next = null;
        for (var back = 0; past == null && back < 3; back++)
            past = In(first.AddMonths(-back)) is { } candidate && candidate < today ? candidate : null;
        for (var ahead = 0; next == null && ahead < 3; ahead++)
            next = In(first.AddMonths(ahead)) is { } candidate && candidate >= today ? candidate : null;
        var timex = string.Create(CultureInfo.InvariantCulture, $"XXXX-XX-{day:00}");
        return past is { } before && next is { } after ? new DayReading(match.Index, match.Length, timex, [(before, null), (after, null)]) : null;

        DateOnly? In(DateOnly month) => NumericDays.Day(month.Year, month.Month, day);
    }

    private static DayReading Range(Match match, string timex, DateOnly start, DateOnly end) => new(match.Index, match.Length, timex, [(start, end)]);

    private static DateOnly Monday(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));

    private static int Step(string relation) => relation switch { "next" or "coming" => 1, "last" or "past" or "previous" => -1, _ => 0 };

    private static int? DayNumber(string word)
    {
        if (char.IsAsciiDigit(word[0]))
            return Number(word.AsSpan().TrimEnd("sthndr"));
        var parts = word.Split(' ', '-');
        return parts.Length == 2 ? NumberWords.English[parts[0]] + Ordinals.ValueOfEnglish(parts[1]) : Ordinals.ValueOfEnglish(word);
    }

    // A thousand years are enough, and keep every sum inside the calendar.
    private static int? Count(Match match)
    {
        var word = match.Groups["n"].Value;
        if (word is "a" or "an")
            return 1;
        if (word == "a couple of")
            return 2;
        return NumberWords.English.TryGetValue(word, out var value) || (int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out value) && value <= 1000) ? value : null;
    }

    private static int Number(ReadOnlySpan<char> digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
}
