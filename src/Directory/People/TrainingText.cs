using System.Globalization;
using SupportBot.Yaml;

namespace SupportBot.Directory;

/// <summary>
/// What a person is trained in, as exports write it: <c>level-1-screening until 2027-08-31</c>, or with the day on which it was done:
/// <c>level-1-screening since 2025-09-01 until 2027-08-31</c>. A training without its last day is refused: it would count for ever.
/// </summary>
public static class TrainingText
{
    /// <returns>What is wrong and the cure; null where <paramref name="record"/> is a training that this district asks for.</returns>
    public static (string What, string Cure)? Read(string text, District district, out TrainingOnRecord record)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(district);
        var parts = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        record = new TrainingOnRecord(parts.Length > 0 ? parts[0] : "", default);
        var (since, last) = parts switch
        {
            [_, "until", var day] => ((DateOnly?)null, DayOf(day)),
            // A first day that cannot be read must not pass for one that is not told.
            [_, "since", var first, "until", var day] when DayOf(first) is { } told => (told, DayOf(day)),
            _ => (null, null),
        };
        if (last is not { } until)
            return ($"\"{text}\" does not say which training and until when it counts", "write the training and its last day, such as level-1-screening until 2027-08-31");
        record = record with { Until = until, Since = since };
        return KnownIds.Missing("training", record.Training, [.. district.Trainings.Select(t => t.Id)]);
    }

    private static DateOnly? DayOf(string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
