namespace SupportBot.Cases;

/// <summary>How much of one number may be shown.</summary>
public enum Shown
{
    /// <summary>The number itself.</summary>
    Exact,

    /// <summary>That it is smaller than <see cref="SmallCounts.Fewest"/>, and no more.</summary>
    FewerThanTen,

    /// <summary>Nothing: it would let somebody work out a smaller one.</summary>
    NotShown,
}

/// <summary>
/// Which numbers of a table would give a person away. Source: law and bullying fact sheets (groups under ten), district default ten.
/// Numbers of one table add up to a total that is known, so hiding the small ones is not enough: see <see cref="Of"/>.
/// </summary>
public static class SmallCounts
{
    /// <summary>Below this many, a number could give a person away.</summary>
    public const int Fewest = 10;

    // A small number stays hidden only while at least this many values are possible for it.
    private const int LeastPossible = 3;

    public static bool IsTooFew(long count) => count < Fewest;

    /// <summary>
    /// What may be shown of each of several numbers whose total is known: none from 1 to 9, and no more of the others than leaves at least three
    /// possible values for each of those, also for somebody who knows this rule; what is hidden adds up to ten or more. The smallest of the others
    /// goes first. Where none of the others would be left, nothing is shown but the total: which ones are small would tell too much.
    /// </summary>
    /// <param name="counts">All parts of one total; not negative.</param>
    public static IReadOnlyList<Shown> Of(IReadOnlyList<long> counts)
    {
        ArgumentNullException.ThrowIfNull(counts);
        var shown = counts.Select(c => c is > 0 and < Fewest ? Shown.FewerThanTen : Shown.Exact).ToArray();
        if (shown.All(s => s == Shown.Exact)) return shown;
        while (!IsSafe(counts, shown))
        {
            var next = Enumerable.Range(0, counts.Count).Where(i => shown[i] == Shown.Exact && counts[i] > 0).OrderBy(i => counts[i]).Cast<int?>().FirstOrDefault();
            if (next is not { } at) break;
            shown[at] = Shown.NotShown;
        }

        var isAnyLeft = Enumerable.Range(0, counts.Count).Any(i => shown[i] == Shown.Exact && counts[i] > 0);
        return isAnyLeft ? shown : [.. counts.Select(_ => Shown.NotShown)];
    }

    // What is known of the hidden ones is their sum, that the small ones lie from 1 to 9, and that no other is larger than the smallest that is shown.
    private static bool IsSafe(IReadOnlyList<long> counts, Shown[] shown)
    {
        long small = 0, others = 0, sum = 0, least = 0;
        var largest = long.MaxValue;
        for (var i = 0; i < counts.Count; i++)
        {
            if (shown[i] == Shown.Exact && counts[i] > 0) largest = Math.Min(largest, counts[i]);
            if (shown[i] == Shown.Exact) continue;
            sum += counts[i];
            if (shown[i] == Shown.FewerThanTen) small++;
            else (others, least) = (others + 1, least + Fewest);
        }

        if (sum < Fewest) return false;
        var othersMost = others == 0 ? 0 : largest > long.MaxValue / others ? sum : largest * others;
        var lowest = Math.Max(1, sum - othersMost - ((small - 1) * (Fewest - 1)));
        var highest = Math.Min(Fewest - 1, sum - least - (small - 1));
        if (highest - lowest + 1 < LeastPossible) return false;
        // All small ones together may be fewer than ten as well; then their sum is hidden like each of them.
        var (togetherLeast, togetherMost) = (Math.Max(small, sum - othersMost), Math.Min(small * (Fewest - 1), sum - least));
        return others == 0 || togetherMost - togetherLeast + 1 >= LeastPossible;
    }
}
