using System.Globalization;

namespace SupportBot.Cards;

/// <summary>Lengths of time as people say them. A whole unit is named only once it is full: 119 minutes are one hour.</summary>
public static class TimeWords
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private static readonly string[] OneToTen =
        ["time.first", "time.second", "time.third", "time.fourth", "time.fifth", "time.sixth", "time.seventh", "time.eighth", "time.ninth", "time.tenth"];

    /// <summary>How long ago: <c>just now</c>, <c>4 minutes ago</c>, <c>1 hour ago</c>, <c>3 days ago</c>. A moment still to come counts as now.</summary>
    public static string Ago(DateTimeOffset moment, DateTimeOffset now, ICardWords words) =>
        now - moment < Minute ? words["time.now"] : words.Say("time.ago", ("when", Length(now - moment, words)));

    /// <summary>When something is due: <c>due in 2 hours</c>, <c>due now</c>, <c>overdue by 1 day</c>.</summary>
    public static string Due(DateTimeOffset due, DateTimeOffset now, ICardWords words) => (due - now) switch
    {
        var left when left >= Minute => words.Say("time.due", ("when", Length(left, words))),
        var left when left > -Minute => words["time.due-now"],
        var left => words.Say("time.overdue", ("when", Length(-left, words))),
    };

    /// <summary>The same, or that no time is set.</summary>
    public static string DueOrNone(DateTimeOffset? due, DateTimeOffset now, ICardWords words)
    {
        ArgumentNullException.ThrowIfNull(words);
        return due is { } known ? Due(known, now, words) : words["task.no-due"];
    }

    /// <summary><c>first</c> to <c>tenth</c>, then <c>11th</c> and so on.</summary>
    /// <param name="number">1 or more.</param>
    public static string Ordinal(int number, ICardWords words) => number is >= 1 and <= 10 ? words[OneToTen[number - 1]] : Nth(number, words);

    /// <summary><c>1st</c>, <c>12th</c>.</summary>
    public static string Nth(int number, ICardWords words) => words.Say(
        number % 100 is 11 or 12 or 13 ? "time.th" : (number % 10) switch { 1 => "time.st", 2 => "time.nd", 3 => "time.rd", _ => "time.th" },
        ("count", number.ToString(CultureInfo.InvariantCulture)));

    /// <summary><c>Mon, Nov 23, 2026</c>.</summary>
    public static string Day(DateOnly day, ICardWords words) => day.ToString(words["time.day-pattern"], words.Culture);

    /// <summary>The words as the beginning of a sentence.</summary>
    public static string Capital(string words) => words.Length == 0 ? words : $"{char.ToUpperInvariant(words[0])}{words[1..]}";

    private static string Length(TimeSpan span, ICardWords words) =>
        span.TotalMinutes < 60 ? Count((int)span.TotalMinutes, "time.minute", "time.minutes", words)
        : span.TotalHours < 48 ? Count((int)span.TotalHours, "time.hour", "time.hours", words)
        : Count((int)span.TotalDays, "time.day", "time.days", words);

    private static string Count(int number, string one, string many, ICardWords words) =>
        words.Say(number == 1 ? one : many, ("count", number.ToString(CultureInfo.InvariantCulture)));
}
