using System.Globalization;

namespace SupportBot.Cases;

public enum SpanUnit
{
    Minutes,
    Hours,
    Days,
    Weeks,
}

/// <summary>Which time counts.</summary>
public enum WorkCalendar
{
    /// <summary>Every minute of every day.</summary>
    Always,

    /// <summary>Days on which the case's school teaches.</summary>
    SchoolDays,

    /// <summary>Hours in which the case's school is open.</summary>
    SchoolHours,

    /// <summary>Monday to Friday without the district's holidays.</summary>
    WorkingDays,
}

/// <summary>A length of time as a protocol states it: <c>5 minutes</c>, <c>1 school-day</c>, <c>10 working-days</c>.</summary>
/// <param name="Amount">1 or more.</param>
public readonly record struct Span(int Amount, SpanUnit Unit, WorkCalendar Calendar = WorkCalendar.Always)
{
    public static Span Minutes(int amount) => new(amount, SpanUnit.Minutes);

    public static Span Hours(int amount) => new(amount, SpanUnit.Hours);

    public static Span SchoolDays(int amount) => new(amount, SpanUnit.Days, WorkCalendar.SchoolDays);

    /// <summary>Reads <c>&lt;amount&gt; &lt;unit&gt;</c>; units: minute(s), hour(s), day(s), week(s), school-day(s), school-hour(s), working-day(s).</summary>
    public static bool TryParse(string? text, out Span span)
    {
        span = default;
        var parts = (text ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length != 2 || !int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var amount) || amount is < 1 or > 10_000)
            return false;
        (SpanUnit, WorkCalendar)? unit = parts[1].TrimEnd('s') switch
        {
            "minute" => (SpanUnit.Minutes, WorkCalendar.Always),
            "hour" => (SpanUnit.Hours, WorkCalendar.Always),
            "day" => (SpanUnit.Days, WorkCalendar.Always),
            "week" => (SpanUnit.Weeks, WorkCalendar.Always),
            "school-day" => (SpanUnit.Days, WorkCalendar.SchoolDays),
            "school-hour" => (SpanUnit.Hours, WorkCalendar.SchoolHours),
            "working-day" => (SpanUnit.Days, WorkCalendar.WorkingDays),
            _ => null,
        };
        if (unit is not { } known) return false;
        span = new Span(amount, known.Item1, known.Item2);
        return true;
    }

    /// <summary>The form that <see cref="TryParse"/> reads.</summary>
    public override string ToString()
    {
        var unit = (Unit, Calendar) switch
        {
            (SpanUnit.Days, WorkCalendar.SchoolDays) => "school-day",
            (SpanUnit.Days, WorkCalendar.WorkingDays) => "working-day",
            (SpanUnit.Hours, WorkCalendar.SchoolHours) => "school-hour",
            (SpanUnit.Minutes, _) => "minute",
            (SpanUnit.Hours, _) => "hour",
            (SpanUnit.Weeks, _) => "week",
            _ => "day",
        };
        return string.Create(CultureInfo.InvariantCulture, $"{Amount} {unit}{(Amount == 1 ? "" : "s")}");
    }
}
