using System.Globalization;
using System.Text.RegularExpressions;

namespace Microsoft.Bot.Builder.Dialogs.Recognizers;

/// <summary>Times of day: "15:30", "3 pm", "half past nine", "noon", "in the morning". "At 9" may be either half of the day.</summary>
internal static partial class SpokenClock
{
    private const string Hour = "(?<h>[0-9]{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)";

    /// <param name="text">Lower case, without the words that named the day.</param>
    /// <param name="english">False to read digits only.</param>
    /// <param name="today">The writer's day.</param>
    /// <param name="day">The day found; set to today when the words say so ("this morning").</param>
    public static List<ClockReading> Find(string text, bool english, DateOnly today, ref DayReading day)
    {
        var part = english ? PartOfDay().Match(text) : Match.Empty;
        var half = part.Success ? Half(part.Groups["part"].Value) : null;
        var found = Digits(text, half) ?? (english ? Words(text, half) : null);
        if (part.Success && part.Groups["this"].Success && day == null)
            day = new DayReading(0, 0, today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), [(today, null)]);
        if (found != null)
            return found;
        return part.Success ? [Part(part.Groups["part"].Value)] : [];
    }

    private static List<ClockReading> Digits(string text, string half)
    {
        var match = Marked().Match(text);
        if (!match.Success)
            return null;
        var (hour, minute) = (Number(match.Groups["h"].Value), match.Groups["m"].Success ? Number(match.Groups["m"].Value) : 0);
        int? second = match.Groups["s"].Success ? Number(match.Groups["s"].Value) : null;
        if (match.Groups["ap"].Success)
            half = match.Groups["ap"].Value;
        return At(hour, minute, second, match.Groups["m"].Success, half, match.Groups["h"].Value.StartsWith('0'));
    }

    private static List<ClockReading> Words(string text, string half)
    {
        if (Named().Match(text) is { Success: true } named)
            return At(named.Value == "midnight" ? 0 : 12, 0, null, false, null, sure: true);
        if (Past().Match(text) is { Success: true } past)
        {
            var minutes = past.Groups["n"].Value switch { "half" => 30, "quarter" or "a quarter" => 15, var n => Number(n) };
            var hour = Number(past.Groups["h"].Value);
            return past.Groups["to"].Success ? At(hour == 1 ? 12 : hour - 1, 60 - minutes, null, true, half, sure: false) : At(hour, minutes, null, true, half, sure: false);
        }

        return AtHour().Match(text) is { Success: true } at ? At(Number(at.Groups["h"].Value), 0, null, false, at.Groups["ap"].Success ? at.Groups["ap"].Value : half, sure: false) : null;
    }

    // One reading when the half of the day is known, or the hour leaves no doubt; else both halves. Null for no time at all.
    private static List<ClockReading> At(int hour, int minute, int? second, bool minutes, string half, bool sure)
    {
        if (hour > 24 || minute > 59 || second > 59 || (hour == 24 && minute > 0))
            return null;
        hour %= 24;
        if (half != null && hour is >= 1 and <= 12)
        {
            hour = (hour % 12) + (half[0] == 'p' ? 12 : 0);
            sure = true;
        }

        if (sure || hour is 0 or > 12)
            return [One(hour)];
        return hour == 12 ? [One(12), One(0)] : [One(hour), One(hour + 12)];

        ClockReading One(int h)
        {
            var timex = second is { } s ? string.Create(CultureInfo.InvariantCulture, $"T{h:00}:{minute:00}:{s:00}")
                : minutes ? string.Create(CultureInfo.InvariantCulture, $"T{h:00}:{minute:00}")
                : string.Create(CultureInfo.InvariantCulture, $"T{h:00}");
            return new ClockReading(timex, new TimeOnly(h, minute, second ?? 0), null);
        }
    }

    private static string Half(string part) => part == "morning" ? "am" : "pm";

    private static ClockReading Part(string part) => part switch
    {
        "morning" => new ClockReading("TMO", new TimeOnly(8, 0), new TimeOnly(12, 0)),
        "afternoon" => new ClockReading("TAF", new TimeOnly(12, 0), new TimeOnly(16, 0)),
        "evening" => new ClockReading("TEV", new TimeOnly(16, 0), new TimeOnly(20, 0)),
        _ => new ClockReading("TNI", new TimeOnly(20, 0), new TimeOnly(23, 59, 59)),
    };

    private static int Number(string word)
        => NumberWords.English.TryGetValue(word, out var value) ? value : int.Parse(word, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(?<![0-9:.])(?<h>[0-9]{1,2})(?::(?<m>[0-9]{2})(?::(?<s>[0-9]{2}))?(?![0-9:])(?:\s*(?<ap>[ap])\.?m\b)?|\s*(?<ap>[ap])\.?m\b)", RegexOptions.CultureInvariant)]
    private static partial Regex Marked();

    [GeneratedRegex(@"\b(?:noon|midday|midnight)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Named();

    [GeneratedRegex(@"\b(?<n>half|a quarter|quarter|five|ten|twenty|[0-9]{1,2})\s+(?:minutes?\s+)?(?:past|after|(?<to>to|before|till))\s+" + Hour + @"\b", RegexOptions.CultureInvariant)]
    private static partial Regex Past();

    [GeneratedRegex(@"\b(?:(?:at|around|about|by)\s+" + Hour + @"(?:\s*(?<ap>[ap])\.?m)?\b|" + Hour + @"\s*(?:o'?clock|(?<ap>[ap])\.?m)\b|" + Hour + @"(?=\s+(?:in the (?:morning|afternoon|evening)|at night)\b))", RegexOptions.CultureInvariant)]
    private static partial Regex AtHour();

    [GeneratedRegex(@"\b(?:(?<this>this\s+)?(?<part>morning|afternoon|evening|night)|to(?<part>night))\b", RegexOptions.CultureInvariant)]
    private static partial Regex PartOfDay();
}
