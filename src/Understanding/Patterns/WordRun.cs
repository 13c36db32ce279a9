namespace SupportBot.Understanding;

/// <summary>The words of a text with their symbols, to look for patterns in.</summary>
internal sealed class WordRun
{
    // Longer than any message: what is said over and over is looked at once.
    private const int Long = 2_000;
    private const int Window = 12;

    private readonly bool[]? _repeated;

    public WordRun(IReadOnlyList<Token> words, Vocabulary vocabulary)
    {
        Words = words;
        Symbols = new int[words.Count][];
        Dictionary<string, int[]> known = new(StringComparer.Ordinal);
        for (var i = 0; i < words.Count; i++)
        {
            if (!known.TryGetValue(words[i].Word, out var symbols)) known.Add(words[i].Word, symbols = vocabulary.Of(words[i].Word));
            Symbols[i] = symbols;
        }

        if (words.Count > Long) _repeated = Repeated(words);
    }

    public IReadOnlyList<Token> Words { get; }

    public int[][] Symbols { get; }

    public int Count => Words.Count;

    /// <summary>True where the same dozen words began before: whatever begins here was found there.</summary>
    public bool IsRepeated(int at) => _repeated is not null && _repeated[at];

    private static bool[] Repeated(IReadOnlyList<Token> words)
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
