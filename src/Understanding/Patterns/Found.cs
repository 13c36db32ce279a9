namespace SupportBot.Understanding;

/// <summary>A pattern found in a text.</summary>
/// <param name="Start">Index of its first word.</param>
/// <param name="End">Index after its last one.</param>
/// <param name="Skipped">Bit n is set where the word n places after the first stands in a gap.</param>
internal readonly record struct Found<T>(T Value, int Start, int End, ulong Skipped = 0)
{
    /// <summary>True where other words stand wholly in the gaps of this pattern.</summary>
    public bool Skips<TOther>(Found<TOther> other)
    {
        for (var at = other.Start; at < other.End; at++)
            if (at < Start || at >= End || at - Start > 63 || (Skipped & 1ul << (at - Start)) == 0) return false;
        return true;
    }

    public int Words => End - Start;

    public bool Covers<TOther>(Found<TOther> other) => Start <= other.Start && other.End <= End;
}

/// <summary>Looks into what was found, which is in the order of its first words: what stands near a place, without looking at all of it.</summary>
internal static class FoundByPlace
{
    /// <summary>Those whose first word is one of these.</summary>
    public static IEnumerable<Found<T>> Starting<T>(this IReadOnlyList<Found<T>> found, int from, int to)
    {
        var (low, high) = (0, found.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (found[middle].Start < from) low = middle + 1;
            else high = middle;
        }

        for (; low < found.Count && found[low].Start <= to; low++) yield return found[low];
    }

    /// <summary>Those in which something else stands wholly.</summary>
    public static IEnumerable<Found<T>> Covering<T, TOther>(this IReadOnlyList<Found<T>> found, Found<TOther> other) =>
        found.Starting(other.Start - PatternBook.LongestSpan, other.Start).Where(f => f.Covers(other));
}
