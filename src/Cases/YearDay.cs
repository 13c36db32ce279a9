using System.Globalization;

namespace SupportBot.Cases;

/// <summary>A day that comes every year, as a school's calendar names it: April 15.</summary>
public readonly record struct YearDay(int Month, int Day)
{
    // From further off on, it is the one that has just passed that is meant: what is to be ready by April 15 and begins on April 20 is late, and not a year early.
    private const int MostDaysAhead = 270;

    /// <summary>Reads <c>04-15</c>: month and day. February 29 is no day of every year.</summary>
    public static bool TryParse(string? text, out YearDay day)
    {
        day = default;
        if (!DateOnly.TryParseExact($"2001-{text}", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var read)) return false;
        day = new YearDay(read.Month, read.Day);
        return true;
    }

    /// <summary>The coming one, <paramref name="from"/> included; null where it has passed and the next is for another year's work (more than nine months off).</summary>
    public DateOnly? ComingAfter(DateOnly from)
    {
        var here = new DateOnly(from.Year, Month, Day);
        var coming = here >= from ? here : here.AddYears(1);
        return coming.DayNumber - from.DayNumber > MostDaysAhead ? null : coming;
    }

    /// <summary>The last one, <paramref name="until"/> included.</summary>
    public DateOnly LastBefore(DateOnly until)
    {
        var here = new DateOnly(until.Year, Month, Day);
        return here <= until ? here : here.AddYears(-1);
    }

    /// <summary>For a reader of English: <c>April 15</c>.</summary>
    public string InEnglish => new DateOnly(2001, Month, Day).ToString("MMMM d", CultureInfo.InvariantCulture);

    /// <summary>The form that <see cref="TryParse"/> reads.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Month:00}-{Day:00}");
}
