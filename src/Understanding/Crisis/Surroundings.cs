namespace SupportBot.Understanding;

/// <summary>What stands around the phrases of one text. A mark counts for phrases of its own language.</summary>
internal sealed class Surroundings
{
    private readonly WordRun _run;
    private readonly ILookup<(string Language, ContextRole Role), Found<ContextMark>> _marks;

    public Surroundings(WordRun run, List<Found<ContextMark>> marks) =>
        (_run, _marks) = (run, marks.ToLookup(m => (m.Value.Language, m.Value.Role)));

    public IReadOnlyList<Token> Words => _run.Words;

    public bool Covered(Found<SignalGroup> phrase, ContextRole role) => Of(phrase, role).Any(m => m.Covers(phrase));

    public bool Anywhere(Found<SignalGroup> phrase, ContextRole role) => Of(phrase, role).Any(m => !IsHidden(m, phrase));

    public bool InSentence(Found<SignalGroup> phrase, ContextRole role) =>
        Of(phrase, role).Any(m => Words[m.Start].Sentence == Words[phrase.Start].Sentence && !IsHidden(m, phrase));

    public bool Before(Found<SignalGroup> phrase, ContextRole role) =>
        Of(phrase, role).Any(m => m.End <= phrase.Start && Words[m.Start].Sentence >= Words[phrase.Start].Sentence - 1);

    /// <summary>True where the phrase begins with "I", or one stands up to two words before it.</summary>
    public bool BeginsWithSelf(Found<SignalGroup> phrase) => Of(phrase, ContextRole.Self).Any(m => m.Start >= phrase.Start - 2 && m.Start <= phrase.Start);

    public bool IsDenied(Found<SignalGroup> phrase, int nearby)
    {
        if (Of(phrase, ContextRole.Self).Any(m => m.Start == phrase.Start)) return false;
        return Of(phrase, ContextRole.Negation).Any(m =>
            m.End <= phrase.Start && phrase.Start - m.End < nearby && Words[m.Start].Clause == Words[phrase.Start].Clause
            && !Of(phrase, ContextRole.NoDenial).Any(n => n.Covers(m)));
    }

    private static bool IsHidden(Found<ContextMark> mark, Found<SignalGroup> phrase) => phrase.Covers(mark) && mark.Value.Role is ContextRole.Past or ContextRole.Fiction or ContextRole.Policy;

    private IEnumerable<Found<ContextMark>> Of(Found<SignalGroup> phrase, ContextRole role) => _marks[(phrase.Value.Language, role)];
}
