namespace SupportBot.Yaml;

/// <summary>Finds the word an author probably meant.</summary>
public static class Nearest
{
    /// <summary>The candidate with the fewest slips from <paramref name="word"/>; null when none is near enough to suggest.</summary>
    public static string? To(string word, IEnumerable<string> candidates)
    {
        var allowed = Math.Max(1, word.Length / 3);
        return candidates
            .Select(c => (Candidate: c, Slips: Slips(word, c)))
            .Where(c => c.Slips <= allowed)
            .OrderBy(c => c.Slips).ThenBy(c => c.Candidate, StringComparer.Ordinal)
            .Select(c => c.Candidate)
            .FirstOrDefault();
    }

    /// <summary>How many letters must be added, dropped, changed or swapped with their neighbour.</summary>
    public static int Slips(string from, string to)
    {
        var table = new int[from.Length + 1, to.Length + 1];
        for (var i = 0; i <= from.Length; i++)
            table[i, 0] = i;
        for (var j = 0; j <= to.Length; j++)
            table[0, j] = j;
        for (var i = 1; i <= from.Length; i++)
            for (var j = 1; j <= to.Length; j++)
            {
                var change = from[i - 1] == to[j - 1] ? 0 : 1;
                var best = Math.Min(Math.Min(table[i - 1, j] + 1, table[i, j - 1] + 1), table[i - 1, j - 1] + change);
                if (i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1])
                    best = Math.Min(best, table[i - 2, j - 2] + 1);
                table[i, j] = best;
            }
        return table[from.Length, to.Length];
    }
}
