using System.Globalization;

namespace SupportBot.Understanding;

/// <summary>Which days a named day may be, seen from today. A report is about the past, so a day without a year is the latest one.</summary>
internal static class WhenDays
{
    private const int Doubtful = 180;

    /// <param name="Days">what it may be, the likeliest first</param>
    /// <param name="IsDoubtful">a day so long past that it may be a slip</param>
    internal sealed record Named(IReadOnlyList<DateOnly> Days, bool IsFuture = false, bool IsDoubtful = false);

    /// <summary>The latest such weekday, today included.</summary>
    public static DateOnly Latest(DateOnly today, DayOfWeek weekday) => today.AddDays(-(((int)today.DayOfWeek - (int)weekday + 7) % 7));

    /// <summary>"last Tuesday": the one before today, and also the one of the week before when that day was in this week.</summary>
    public static IReadOnlyList<DateOnly> Last(DateOnly today, DayOfWeek weekday)
    {
        var before = Latest(today.AddDays(-1), weekday);
        return IsThisWeek(today, before) ? [before, before.AddDays(-7)] : [before];
    }

    public static DateOnly InLastWeek(DateOnly today, DayOfWeek weekday) => today.AddDays((int)weekday - (int)today.DayOfWeek - 7);

    /// <summary>Weeks begin on Sunday, as on a US wall calendar.</summary>
    public static bool IsThisWeek(DateOnly today, DateOnly day) => day > today.AddDays(-(int)today.DayOfWeek - 1) && day <= today;

    public static Named DayOfMonth(DateOnly today, int day)
    {
        for (var month = new DateOnly(today.Year, today.Month, 1); ; month = month.AddMonths(-1))
            if (day <= DateTime.DaysInMonth(month.Year, month.Month) && month.AddDays(day - 1) is var found && found <= today)
                return new([found]);
    }

    /// <param name="year">null: the latest such day</param>
    public static Named MonthDay(DateOnly today, int month, int day, int? year)
    {
        if (year is { } given)
            return Exact(given < 100 ? 2000 + given : given, month, day) is { } exact && exact.Year > today.Year - 20 ? new(exact <= today ? [exact] : [], exact > today) : new([]);
        // Eight years hold a February 29 whatever the century.
        for (var y = today.Year; y >= today.Year - 8; y--)
            if (Exact(y, month, day) is { } found && found <= today)
                return new([found], IsDoubtful: today.DayNumber - found.DayNumber > Doubtful);
        return new([]);
    }

    /// <summary>11/3, 11/3/26, 2026-11-03; null when the word is no such date.</summary>
    public static Named? Numeric(DateOnly today, string word, bool dayFirst)
    {
        if (DateOnly.TryParseExact(word, "yyyy-M-d", CultureInfo.InvariantCulture, DateTimeStyles.None, out var iso))
            return MonthDay(today, iso.Month, iso.Day, iso.Year);
        var parts = word.Split('/', '-', '.');
        if (parts.Length is not (2 or 3) || !parts.All(p => p.Length is > 0 and <= 4 && p.All(char.IsAsciiDigit)))
            return null;
        var numbers = parts.Select(p => int.Parse(p, CultureInfo.InvariantCulture)).ToArray();
        var year = numbers.Length == 3 ? numbers[2] : (int?)null;
        var monthFirst = MonthDay(today, numbers[0], numbers[1], year);
        var swapped = numbers[0] == numbers[1] ? new([]) : MonthDay(today, numbers[1], numbers[0], year);
        if (dayFirst)
            return swapped.Days.Count > 0 ? swapped with { Days = [.. swapped.Days, .. monthFirst.Days] } : monthFirst;
        return monthFirst.Days.Count == 0 && !monthFirst.IsFuture ? swapped
            : monthFirst.IsDoubtful ? monthFirst with { Days = [.. monthFirst.Days, .. swapped.Days] }
            : monthFirst;
    }

    private static DateOnly? Exact(int year, int month, int day) =>
        year is >= 1 and <= 9999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;
}
