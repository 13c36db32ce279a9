using System.Buffers;

namespace SupportBot.Understanding;

/// <summary>Phrases said outright that stand inside one long word: spelled-out letters, or words typed without spaces.</summary>
internal sealed class GluedPhrases
{
    private const int Shortest = 8;

    // Every hit raises the highest urgency of its kind already; more of them change nothing.
    private const int MostHits = 4;

    private readonly Dictionary<string, SignalGroup> _phrases = new(StringComparer.Ordinal);
    private SearchValues<string>? _search;

    /// <param name="phrase">Words only; a pattern with classes or gaps is passed over.</param>
    public void Add(string phrase, SignalGroup value)
    {
        if (phrase.AsSpan().ContainsAny("<(?~*")) return;
        var glued = string.Concat(Tokens.Words(phrase.Replace(" ", "", StringComparison.Ordinal)));
        if (glued.Length >= Shortest && glued.All(char.IsAsciiLetter)) _phrases.TryAdd(glued, value);
    }

    public IEnumerable<SignalGroup> Find(string word)
    {
        if (word.Length < Shortest || _phrases.Count == 0) yield break;
        _search ??= SearchValues.Create([.. _phrases.Keys], StringComparison.Ordinal);
        var at = 0;
        for (var hits = 0; hits < MostHits; hits++)
        {
            var next = word.AsSpan(at).IndexOfAny(_search);
            if (next < 0) yield break;
            at += next;
            foreach (var (glued, value) in _phrases)
                if (string.CompareOrdinal(word, at, glued, 0, glued.Length) == 0)
                    yield return value;
            at++;
        }
    }
}
