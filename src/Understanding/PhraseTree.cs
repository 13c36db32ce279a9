namespace SupportBot.Understanding;

/// <summary>Many phrases, found in one walk over a text: at most the longest phrase's words are looked at from each word.</summary>
internal sealed class PhraseTree<T>(Lexicon lexicon)
{
    private const int ShortestGlued = 7;
    private readonly Node _root = new();

    /// <summary>Adds a phrase, and the same phrase written as one word (<c>wanttodie</c>). False when it has no word that counts.</summary>
    public bool Add(string phrase, T value)
    {
        var words = lexicon.Phrase(phrase);
        if (words.Length == 0)
            return false;
        Put(words, value);
        var glued = TextNormaliser.Bare(TextNormaliser.Plain(phrase).Replace(" ", "", StringComparison.Ordinal));
        if (words.Length > 1 && glued.Length >= ShortestGlued)
            Put([lexicon.Number(glued)], value);
        return true;
    }

    /// <summary>Every place where a phrase stands, from left to right.</summary>
    public IEnumerable<Found<T>> Find(IReadOnlyList<int> words)
    {
        for (var start = 0; start < words.Count; start++)
        {
            var node = _root;
            for (var at = start; at < words.Count && node.Next.TryGetValue(words[at], out var next); at++)
            {
                node = next;
                foreach (var value in node.Values)
                    yield return new(value, start, at + 1);
            }
        }
    }

    private void Put(int[] words, T value)
    {
        var node = _root;
        foreach (var word in words)
        {
            if (!node.Next.TryGetValue(word, out var next))
                node.Next.Add(word, next = new());
            node = next;
        }
        node.Values.Add(value);
    }

    private sealed class Node
    {
        public Dictionary<int, Node> Next { get; } = [];

        public List<T> Values { get; } = [];
    }
}

/// <param name="Start">index of the first word</param>
/// <param name="End">index after the last word</param>
internal readonly record struct Found<T>(T Value, int Start, int End)
{
    public int Words => End - Start;

    public bool Covers<TOther>(Found<TOther> other) => Start <= other.Start && other.End <= End;
}
