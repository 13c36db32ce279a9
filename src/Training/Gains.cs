namespace SupportBot.Training;

/// <summary>What one item of a feedback survey was answered with, before and after, by everybody who answered.</summary>
/// <param name="Before">By anonymous token, 1 to 5.</param>
/// <param name="After">By anonymous token, 1 to 5.</param>
public sealed record ItemAnswers(string Item, IReadOnlyDictionary<string, int> Before, IReadOnlyDictionary<string, int> After);

/// <summary>How much an item rose.</summary>
/// <param name="Matched">How many answered both times.</param>
/// <param name="Gain">Mean after less mean before of those who answered both times, in points of the scale.</param>
/// <param name="Improved">Share of those whose answer rose, in percent.</param>
/// <param name="TopTwo">Share of 4 and 5 among all answers after, in percent.</param>
/// <param name="Effect">Gain in standard deviations of the answers before; null where all those were alike.</param>
public sealed record ItemGain(string Item, int Matched, decimal Gain, decimal Improved, decimal TopTwo, decimal? Effect);

/// <summary>The district's key figure of awareness and efficacy (fact sheet on training, section 5).</summary>
public static class Gains
{
    /// <summary>Groups below this are not shown: they would show persons.</summary>
    public const int Fewest = 10;

    /// <returns>Null where fewer than ten answered both times.</returns>
    public static ItemGain? Of(ItemAnswers item)
    {
        ArgumentNullException.ThrowIfNull(item);
        var pairs = item.Before.Where(b => item.After.ContainsKey(b.Key)).Select(b => (Before: b.Value, After: item.After[b.Key])).ToList();
        if (pairs.Count < Fewest) return null;
        var before = pairs.Average(p => (decimal)p.Before);
        var gain = pairs.Average(p => (decimal)p.After) - before;
        // Of a sample: divided by one less than its size.
        var variance = pairs.Sum(p => (p.Before - before) * (p.Before - before)) / (pairs.Count - 1);
        return new ItemGain(
            item.Item, pairs.Count, Math.Round(gain, 2), Percent(pairs.Count(p => p.After > p.Before), pairs.Count), Percent(item.After.Values.Count(a => a >= 4), item.After.Count),
            variance == 0 ? null : Math.Round(gain / (decimal)Math.Sqrt((double)variance), 2));
    }

    private static decimal Percent(int of, int all) => all == 0 ? 0 : Math.Round(100m * of / all, 0);
}
