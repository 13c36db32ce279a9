using System.Buffers;

namespace SupportBot.Understanding;

/// <summary>Phrases said outright that stand inside one long word: spelled-out letters, or words typed without spaces.</summary>
internal sealed class GluedPhrases
{
    private const int Shortest = 8;

    // Every hit raises the highest urgency of its kind already; more of them change nothing.
    private const int MostHits = 16;

    private readonly Dictionary<string, SignalPhrase> _phrases = new(StringComparer.Ordinal);
    private SearchValues<string>? _search;

    public void Add(string phrase, SignalPhrase value)
    {
        var glued = TextNormaliser.Bare(TextNormaliser.Plain(phrase).Replace(" ", "", StringComparison.Ordinal));
        if (glued.Length >= Shortest)
            _phrases.TryAdd(glued, value);
    }

    public IEnumerable<SignalPhrase> Find(string bare)
    {
        _search ??= SearchValues.Create([.. _phrases.Keys], StringComparison.Ordinal);
        var at = 0;
        for (var hits = 0; hits < MostHits; hits++)
        {
            var next = bare.AsSpan(at).IndexOfAny(_search);
            if (next < 0)
                yield break;
            at += next;
            foreach (var (glued, value) in _phrases)
                if (string.CompareOrdinal(bare, at, glued, 0, glued.Length) == 0)
                    yield return value;
            at++;
        }
    }
}
