using System.Globalization;
using Microsoft.Bot.Builder.Dialogs.Prompts;

namespace Microsoft.Bot.Builder.Dialogs.Recognizers;

/// <summary>
/// Finds the first date, time or both in a text, in every reading it may have. English words; in other languages the
/// numeric forms (ISO 8601, and day and month in the order of the culture).
/// </summary>
internal static class Moments
{
    /// <param name="text">What was written.</param>
    /// <param name="locale">Its language; English when unknown.</param>
    /// <param name="now">The writer's local time, against which "tomorrow" is read.</param>
    public static List<DateTimeResolution> Find(string text, string locale, DateTime now)
    {
        var culture = PromptCultures.CultureOf(locale);
        var english = culture.TwoLetterISOLanguageName == "en";
        var lower = text.ToLowerInvariant();
        var readings = new List<DateTimeResolution>();
        if (english && SpokenDays.FindNow(lower, now) is { } moment)
        {
            readings.Add(new DateTimeResolution { Timex = moment.Timex, Value = Text(moment.When) });
            return readings;
        }

        var day = NumericDays.Find(lower, culture, DateOnly.FromDateTime(now)) ?? (english ? SpokenDays.Find(lower, DateOnly.FromDateTime(now)) : null);
        var rest = day == null ? lower : string.Concat(lower.AsSpan(0, day.At), " ", lower.AsSpan(day.At + day.Length));
        var clock = SpokenClock.Find(rest, english, DateOnly.FromDateTime(now), ref day);
        if (day == null)
            AddClock(readings, clock);
        else if (clock.Count == 0 || day.Days[0].End != null)
            AddDays(readings, day);
        else
            AddBoth(readings, day, clock);
        return readings;
    }

    private static void AddDays(List<DateTimeResolution> readings, DayReading day)
    {
        foreach (var (start, end) in day.Days)
        {
            readings.Add(end is { } until
                ? new DateTimeResolution { Timex = day.Timex, Start = Text(start), End = Text(until) }
                : new DateTimeResolution { Timex = day.Timex, Value = Text(start) });
        }
    }

    private static void AddClock(List<DateTimeResolution> readings, List<ClockReading> clock)
    {
        foreach (var time in clock)
        {
            readings.Add(time.End is { } until
                ? new DateTimeResolution { Timex = time.Timex, Start = Text(time.Start), End = Text(until) }
                : new DateTimeResolution { Timex = time.Timex, Value = Text(time.Start) });
        }
    }

    private static void AddBoth(List<DateTimeResolution> readings, DayReading day, List<ClockReading> clock)
    {
        foreach (var time in clock)
        {
            foreach (var (date, _) in day.Days)
            {
                var (timex, start) = (day.Timex + time.Timex, Text(date.ToDateTime(time.Start)));
                readings.Add(time.End is { } until
                    ? new DateTimeResolution { Timex = timex, Start = start, End = Text(date.ToDateTime(until)) }
                    : new DateTimeResolution { Timex = timex, Value = start });
            }
        }
    }

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Text(TimeOnly time) => time.ToString("HH:mm:ss", CultureInfo.InvariantCulture);

    private static string Text(DateTime moment) => moment.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
}

/// <summary>A day or a range of days in a text, where it stands, and every reading of it. End is exclusive; null for one day.</summary>
internal sealed record DayReading(int At, int Length, string Timex, (DateOnly Start, DateOnly? End)[] Days);

/// <summary>One reading of a time of day, or of a part of the day.</summary>
internal sealed record ClockReading(string Timex, TimeOnly Start, TimeOnly? End);
