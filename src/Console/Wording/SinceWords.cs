using System.Globalization;
using SupportBot.Cases;

namespace SupportBot.Console;

/// <summary>How long ago something was, never finer than its moment was kept. <c>case.js</c> says the same while the page stays open.</summary>
public static class SinceWords
{
    /// <summary>True where the time of day of an opening was not kept: then whole days are all that may be said.</summary>
    public static bool IsDayOnly(Case @case) => @case.Anonymous && @case.Severity == Severity.Standard && @case.OpenedAt.UtcDateTime.TimeOfDay == TimeSpan.Zero;

    /// <summary><c>4 minutes</c>, <c>2 hours 14 minutes</c>, <c>3 days 5 hours</c>; of whole days only <c>today</c> or <c>3 days</c>.</summary>
    public static string Of(DateTimeOffset from, DateTimeOffset now, bool dayOnly)
    {
        var span = now > from ? now - from : TimeSpan.Zero;
        if (dayOnly) return span.TotalDays < 1 ? "today" : Count((int)span.TotalDays, "day");
        if (span.TotalMinutes < 1) return "less than a minute";
        if (span.TotalHours < 1) return Count((int)span.TotalMinutes, "minute");
        return span.TotalHours < 48
            ? Two((int)span.TotalHours, "hour", span.Minutes, "minute")
            : Two((int)span.TotalDays, "day", span.Hours, "hour");
    }

    private static string Two(int large, string largeUnit, int small, string smallUnit) =>
        small == 0 ? Count(large, largeUnit) : $"{Count(large, largeUnit)} {Count(small, smallUnit)}";

    private static string Count(int number, string unit) => string.Create(CultureInfo.InvariantCulture, $"{number} {unit}{(number == 1 ? "" : "s")}");
}
