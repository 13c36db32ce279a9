using SupportBot.Cases;
using SupportBot.Yaml;

namespace SupportBot.Protocols;

/// <summary>Reads lengths of time: <c>5 minutes</c>, <c>1 school-day</c>, or <c>1 day</c> beside <c>calendar: school-days</c>.</summary>
internal static class SpanReader
{
    private static readonly Span Harmless = Span.Minutes(1);

    /// <summary>The span of a key that must be there.</summary>
    public static Span ReadSpan(this YamlMap map, string key, string? calendar = null) =>
        map.Text(key).Length > 0 ? map.ReadOptionalSpan(key, calendar) ?? Harmless : Harmless;

    public static Span? ReadOptionalSpan(this YamlMap map, string key, string? calendar = null)
    {
        if (map.OptionalText(key) is not { } text)
            return null;
        if (!Cases.Span.TryParse(text, out var span))
        {
            map[key]!.Fault($"{key} \"{text}\" is not a length of time", "write a number and minutes, hours, days, weeks, school-days, school-hours or working-days, such as 5 minutes");
            return null;
        }
        return calendar is not null && map.OptionalChoice<WorkCalendar>(calendar) is { } named ? OnCalendar(map, calendar, span, named) : span;
    }

    private static Span OnCalendar(YamlMap map, string key, Span span, WorkCalendar calendar)
    {
        if (span.Calendar != WorkCalendar.Always && span.Calendar != calendar)
            map[key]!.Fault($"{span} and {key}: {map.OptionalText(key)} say two different things", $"remove {key}");
        var whole = span.Unit is SpanUnit.Days or SpanUnit.Weeks;
        if (calendar == WorkCalendar.SchoolHours && whole)
            map[key]!.Fault($"{span} cannot be counted in school-hours", "use school-days, or give minutes or hours");
        if (calendar is WorkCalendar.SchoolDays or WorkCalendar.WorkingDays && !whole)
            map[key]!.Fault($"{span} cannot be counted in days", "use school-hours, or give days");
        return span with { Calendar = calendar };
    }
}
