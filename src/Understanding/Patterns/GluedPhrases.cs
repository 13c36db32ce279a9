using System.Buffers;

namespace SupportBot.Understanding;

/// <summary>Phrases said outright that stand inside one long word: spelled-out letters, or words typed without spaces.</summary>
internal sealed class GluedPhrases
{
    private const int Shortest = 8;

    // Every hit raises the highest urgency of its kind already; more of them change nothing.
    private const int MostHits = 4;

    private readonly Dictionary<string, SignalGroup> _phrases = new(StringComparer.Ordinal);

    // Found as a word of the text already, where what stands around it tells how it is meant.
    private readonly HashSet<string> _words = new(StringComparer.Ordinal);
    private SearchValues<string>? _plain;
    private SearchValues<string>? _other;

    /// <param name="phrase">Words only; a pattern with classes or gaps is passed over.</param>
    public void Add(string phrase, SignalGroup value)
    {
        if (phrase.AsSpan().ContainsAny("<(?~*")) return;
        var glued = string.Concat(Tokens.Words(phrase.Replace(" ", "", StringComparison.Ordinal)));
        // A single word of another alphabet may be the beginning of a harmless one: only what is glued of several counts there.
        if (glued.Length >= Shortest && (glued.All(char.IsAsciiLetter) || glued.All(IsAlphabetic) && phrase.Contains(' ', StringComparison.Ordinal))) _phrases.TryAdd(glued, value);
        if (!phrase.Contains(' ', StringComparison.Ordinal)) _words.Add(glued);
    }

    public IEnumerable<SignalGroup> Find(string word) => word.Length < Shortest || _phrases.Count == 0 ? [] : FindIn(word);

    private IEnumerable<SignalGroup> FindIn(string word)
    {
        var search = System.Text.Ascii.IsValid(word) ? _plain ??= Among(isPlain: true) : _other ??= Among(isPlain: false);
        var at = 0;
        for (var hits = 0; hits < MostHits; hits++)
        {
            var next = word.AsSpan(at).IndexOfAny(search);
            if (next < 0) yield break;
            at += next;
            foreach (var (glued, value) in _phrases)
                if (string.CompareOrdinal(word, at, glued, 0, glued.Length) == 0 && !(glued.Length == word.Length && _words.Contains(glued)))
                    yield return value;
            at++;
        }
    }

    // Searching plain letters alone is much quicker, and most words are.
    private SearchValues<string> Among(bool isPlain) => SearchValues.Create([.. _phrases.Keys.Where(k => System.Text.Ascii.IsValid(k) == isPlain)], StringComparison.Ordinal);

    // Of scripts that are written with spaces.
    private static bool IsAlphabetic(char c) => char.IsLetter(c) && c < 0x530;
}
