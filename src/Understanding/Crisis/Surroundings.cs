namespace SupportBot.Understanding;

/// <summary>What stands around the phrases of one text. A mark counts for phrases of its own language.</summary>
internal sealed class Surroundings
{
    private readonly WordRun _run;
    private readonly ILookup<(string Language, ContextRole Role), Found<ContextMark>> _marks;

    public Surroundings(WordRun run, List<Found<ContextMark>> marks) =>
        (_run, _marks) = (run, marks.ToLookup(m => (m.Value.Language, m.Value.Role)));

    public IReadOnlyList<Token> Words => _run.Words;

    /// <summary>True where a saying holds all of the phrase; the "I" before a saying belongs to it.</summary>
    public bool IsSaying(Found<SignalGroup> phrase)
    {
        var from = Of(phrase, ContextRole.Self).Any(m => m.Start == phrase.Start) ? phrase.Start + 1 : phrase.Start;
        return Of(phrase, ContextRole.Saying).Any(m => m.Start <= from && m.End >= phrase.End);
    }

    public bool Anywhere(Found<SignalGroup> phrase, ContextRole role) => Of(phrase, role).Any(m => !IsHidden(m, phrase));

    public bool InSentence(Found<SignalGroup> phrase, ContextRole role) =>
        Of(phrase, role).Any(m => Words[m.Start].Sentence == Words[phrase.Start].Sentence && !IsHidden(m, phrase));

    public bool Before(Found<SignalGroup> phrase, ContextRole role) =>
        Of(phrase, role).Any(m => m.End <= phrase.Start && Words[m.Start].Sentence >= Words[phrase.Start].Sentence - 1);

    /// <summary>True where the phrase begins with "I", or one stands up to two words before it.</summary>
    public bool BeginsWithSelf(Found<SignalGroup> phrase) => Of(phrase, ContextRole.Self).Any(m => m.Start >= phrase.Start - 2 && m.Start <= phrase.Start);

    public bool IsDenied(Found<SignalGroup> phrase, int nearby)
    {
        var nots = Of(phrase, ContextRole.Negation).Where(m => !Of(phrase, ContextRole.NoDenial).Any(n => n.Covers(m))).ToList();
        // "I am not suicidal": the "not" stands in a gap of the phrase itself.
        if (nots.Exists(phrase.Skips)) return true;
        return !Of(phrase, ContextRole.Self).Any(m => m.Start == phrase.Start)
            && nots.Exists(m => m.End <= phrase.Start && phrase.Start - m.End < nearby && Words[m.Start].Clause == Words[phrase.Start].Clause);
    }

    /// <summary>True where somebody in particular is named in the sentence; "if a student says" names nobody.</summary>
    public bool NamesSomebody(Found<SignalGroup> phrase) =>
        Of(phrase, ContextRole.Somebody).Any(m =>
            Words[m.Start].Sentence == Words[phrase.Start].Sentence && !Of(phrase, ContextRole.Policy).Any(p => p.Start < m.End && m.Start < p.End));

    private static bool IsHidden(Found<ContextMark> mark, Found<SignalGroup> phrase) => phrase.Covers(mark) && mark.Value.Role is ContextRole.Past or ContextRole.Fiction or ContextRole.Policy;

    private IEnumerable<Found<ContextMark>> Of(Found<SignalGroup> phrase, ContextRole role) => _marks[(phrase.Value.Language, role)];
}
