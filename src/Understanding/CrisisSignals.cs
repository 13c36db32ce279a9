namespace SupportBot.Understanding;

/// <summary>
/// Finds words that mean someone may be in danger, in every language there are phrases for. Made from
/// <c>src/Content/signals</c> by <see cref="SignalsReader"/>; safe to share between turns.
/// </summary>
public sealed class CrisisSignals
{
    private readonly Lexicon _lexicon;
    private readonly PhraseTree<SignalPhrase> _phrases;
    private readonly GluedPhrases _glued;

    internal CrisisSignals(Lexicon lexicon, PhraseTree<SignalPhrase> phrases, GluedPhrases glued)
    {
        _lexicon = lexicon;
        _phrases = phrases;
        _glued = glued;
    }

    /// <summary>The kinds there are. Between two of the same urgency the earlier one is answered first.</summary>
    public static IReadOnlyList<string> Kinds { get; } = ["self-harm", "danger-now", "weapon-threat", "abuse"];

    /// <summary>The most urgent signal in a text, or null. Takes time proportional to the text.</summary>
    public Signal? Find(string text) => FindAll(text) is [var first, ..] ? first : null;

    /// <summary>One signal a kind, the most urgent first: a text may say two things.</summary>
    public IReadOnlyList<Signal> FindAll(string text)
    {
        var bare = TextNormaliser.Bare(text);
        var found = _phrases.Find(_lexicon.Read(bare)).ToList();
        var idioms = found.Where(f => f.Value.Weight == PhraseWeight.Idiom).ToList();
        return
        [
            .. Meant(found, idioms).Select(f => f.Value).Concat(_glued.Find(bare))
                .GroupBy(p => p.Kind, (kind, phrases) => new Signal(kind, phrases.Max(p => p.Urgency)))
                .OrderByDescending(s => s.Urgency)
                .ThenBy(s => Kinds.ToList().IndexOf(s.Kind)),
        ];
    }

    // An idiom takes back only what stands wholly inside it, and never a phrase that says it outright. Both lists run from
    // left to right and an idiom is a few words long, so the walk stays linear.
    private static IEnumerable<Found<SignalPhrase>> Meant(List<Found<SignalPhrase>> found, List<Found<SignalPhrase>> idioms)
    {
        var first = 0;
        foreach (var phrase in found)
        {
            if (phrase.Value.Weight == PhraseWeight.Direct)
                yield return phrase;
            if (phrase.Value.Weight != PhraseWeight.Indirect)
                continue;
            while (first < idioms.Count && idioms[first].End < phrase.Start)
                first++;
            var hidden = false;
            for (var i = first; i < idioms.Count && idioms[i].Start <= phrase.Start && !hidden; i++)
                hidden = idioms[i].Value.Kind == phrase.Value.Kind && idioms[i].Covers(phrase);
            if (!hidden)
                yield return phrase;
        }
    }
}

internal enum PhraseWeight
{
    Idiom,
    Indirect,
    Direct,
}

internal sealed record SignalPhrase(string Kind, SignalUrgency Urgency, PhraseWeight Weight);
