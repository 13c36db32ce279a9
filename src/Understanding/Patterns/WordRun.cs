namespace SupportBot.Understanding;

/// <summary>The words of a text with their symbols, to look for patterns in.</summary>
internal sealed class WordRun
{
    // Longer than any message: what is said over and over is looked at once.
    private const int Long = 2_000;
    private const int Window = 12;

    private readonly bool[]? _repeated;

    public WordRun(string text, List<Token> words, List<int> places, List<SymbolSet> symbols)
    {
        (Text, Words, Places, Symbols) = (text, words, places, symbols);
        if (words.Count > Long) _repeated = Repeated(words);
    }

    /// <summary>As it was typed.</summary>
    public string Text { get; }

    public List<Token> Words { get; }

    /// <summary>Of each word, which one it was when the text was read: fillers are gone here, and a spelling may be two.</summary>
    public List<int> Places { get; }

    /// <summary>Of each word; <see cref="SymbolSet.None"/> of one that no pattern has.</summary>
    public List<SymbolSet> Symbols { get; }

    public int Count => Words.Count;

    /// <summary>What was typed where a pattern stands.</summary>
    public string Typed<T>(Found<T> found)
    {
        var (first, last) = (Words[found.Start], Words[found.End - 1]);
        // What is shown backwards was typed with its end before its beginning.
        return Text[Math.Min(first.Start, last.Start)..Math.Max(first.End, last.End)];
    }

    /// <summary>True where the same dozen words began before: whatever begins here was found there.</summary>
    public bool IsRepeated(int at) => _repeated is not null && _repeated[at];

    private static bool[] Repeated(List<Token> words)
    {
        var repeated = new bool[words.Count];
        HashSet<ulong> seen = [];
        const ulong factor = 0x9E3779B97F4A7C15;
        var power = 1ul;
        for (var i = 0; i < Window; i++) power *= factor;
        var hash = 0ul;
        var hashes = new ulong[words.Count];
        for (var i = 0; i < words.Count; i++) hashes[i] = (ulong)(uint)words[i].Word.GetHashCode(StringComparison.Ordinal) * factor;
        for (var i = 0; i < words.Count; i++)
        {
            hash = hash * factor + hashes[i];
            if (i >= Window) hash -= hashes[i - Window] * power;
            if (i >= Window - 1) repeated[i - Window + 1] = !seen.Add(hash);
        }

        return repeated;
    }
}
