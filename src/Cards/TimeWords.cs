using System.Globalization;

namespace SupportBot.Cards;

/// <summary>Lengths of time as people say them. A whole unit is named only once it is full: 119 minutes are one hour.</summary>
public static class TimeWords
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    /// <summary>How long ago: <c>just now</c>, <c>4 minutes ago</c>, <c>1 hour ago</c>, <c>3 days ago</c>. A moment still to come counts as now.</summary>
    public static string Ago(DateTimeOffset moment, DateTimeOffset now) =>
        now - moment < Minute ? "just now" : $"{Length(now - moment)} ago";

    /// <summary>When something is due: <c>due in 2 hours</c>, <c>due now</c>, <c>overdue by 1 day</c>.</summary>
    public static string Due(DateTimeOffset due, DateTimeOffset now) => (due - now) switch
    {
        var left when left >= Minute => $"due in {Length(left)}",
        var left when left > -Minute => "due now",
        var left => $"overdue by {Length(-left)}",
    };

    /// <summary><c>first</c> to <c>tenth</c>, then <c>11th</c> and so on.</summary>
    /// <param name="number">1 or more.</param>
    public static string Ordinal(int number) => number switch
    {
        >= 1 and <= 10 => OneToTen[number - 1],
        _ => string.Create(CultureInfo.InvariantCulture, $"{number}{(number % 100 is 11 or 12 or 13 ? "th" : (number % 10) switch { 1 => "st", 2 => "nd", 3 => "rd", _ => "th" })}"),
    };

    private static readonly string[] OneToTen = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"];

    private static string Length(TimeSpan span) =>
        span.TotalMinutes < 60 ? Count((int)span.TotalMinutes, "minute")
        : span.TotalHours < 48 ? Count((int)span.TotalHours, "hour")
        : Count((int)span.TotalDays, "day");

    private static string Count(int number, string unit) =>
        string.Create(CultureInfo.InvariantCulture, $"{number} {unit}{(number == 1 ? "" : "s")}");
}
