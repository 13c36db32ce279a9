namespace SupportBot.Understanding;

/// <summary>
/// What stands around the phrases of one text. A mark counts for phrases of its own language. Marks are looked up by place: a long text has many.
/// </summary>
internal sealed class Surroundings(WordRun run, List<Found<ContextMark>> marks)
{
    private static readonly List<Found<ContextMark>> None = [];

    private readonly Dictionary<ContextMark, List<Found<ContextMark>>> _marks = marks.GroupBy(m => m.Value).ToDictionary(g => g.Key, g => g.ToList());
    private readonly Dictionary<(string Language, int Sentence), bool> _named = [];
    private readonly Dictionary<string, bool> _undone = [];
    private List<Found<ContextMark>>? _denials;
    private readonly List<int> _sentences = Beginnings(run.Words);

    public List<Token> Words => run.Words;

    /// <summary>True where a saying holds all of the phrase; the "I" before a saying belongs to it.</summary>
    public bool IsSaying(Found<SignalGroup> phrase) =>
        Of(phrase, ContextRole.Saying).Covering(BeginsWithSelf(phrase, before: 0) ? phrase with { Start = phrase.Start + 1 } : phrase).Any();

    public bool Anywhere(Found<SignalGroup> phrase, ContextRole role) => Of(phrase, role).Exists(m => !IsHidden(m, phrase));

    public bool InSentence(Found<SignalGroup> phrase, ContextRole role) =>
        InSentence(Of(phrase, role), Words[phrase.Start].Sentence).Any(m => !IsHidden(m, phrase));

    /// <summary>True where one stands before the phrase, in its sentence or the one before.</summary>
    public bool Before(Found<SignalGroup> phrase, ContextRole role) =>
        Of(phrase, role).Starting(_sentences[Math.Max(0, Words[phrase.Start].Sentence - 1)], phrase.Start - 1).Any(m => m.End <= phrase.Start);

    /// <summary>True where the phrase begins with "I", or one stands up to that many words before it.</summary>
    public bool BeginsWithSelf(Found<SignalGroup> phrase, int before) => Of(phrase, ContextRole.Self).Starting(phrase.Start - before, phrase.Start).Any();

    /// <summary>True where the phrase itself says whom it is about: "kill myself".</summary>
    public bool HoldsSelf(Found<SignalGroup> phrase) => Of(phrase, ContextRole.Self).Starting(phrase.Start, phrase.End - 1).Any();

    /// <summary>Denials that nothing around them undoes.</summary>
    public IReadOnlyList<Found<ContextMark>> Denials => _denials ??= [.. WholeDenials().Where(d => !IsUndone(d.Value.Language))];

    /// <summary>True where a "but" follows a denial.</summary>
    public bool Turns(Found<ContextMark> denial) => Of(denial.Value.Language, ContextRole.Turn).Exists(m => m.Start >= denial.End);

    /// <summary>True where what the phrase says is what a denial takes back: it begins there, or ends with it.</summary>
    public bool IsInDenial(Found<SignalGroup> phrase) =>
        Denials.Starting(phrase.Start - PatternBook.LongestSpan, phrase.End - 1).Any(d => d.End > phrase.Start && (d.Start <= phrase.Start || d.End >= phrase.End));

    // "But I do not want to die" undoes nothing, it denies.
    private bool IsUndone(string language)
    {
        if (_undone.TryGetValue(language, out var undone)) return undone;
        var all = WholeDenials().ToList();
        return _undone[language] = Of(language, ContextRole.Unless).Exists(u => !all.Starting(u.Start + 1, u.End - 1).Any());
    }

    // A "not" that denies nothing spoils what it stands in, unless more words say what is denied: "no estoy" and "no estoy pensando en matarme".
    private IEnumerable<Found<ContextMark>> WholeDenials() =>
        marks.Where(m => m.Value.Role == ContextRole.Denial
            && !Of(m.Value.Language, ContextRole.NoDenial).Starting(m.Start - PatternBook.LongestSpan, m.End - 1).Any(n => n.End > m.Start && (n.Start != m.Start || n.End >= m.End)));

    public bool IsDenied(Found<SignalGroup> phrase, int nearby)
    {
        if (IsUndone(phrase.Value.Language)) return false;
        var nots = Of(phrase, ContextRole.Negation).Starting(phrase.Start - PatternBook.LongestSpan, phrase.End)
            .Where(m => !Of(phrase, ContextRole.NoDenial).Covering(m).Any()).ToList();
        // "I am not suicidal": the "not" stands in a gap of the phrase itself.
        if (nots.Exists(phrase.Skips)) return true;
        return !BeginsWithSelf(phrase, before: 0)
            && nots.Exists(m => m.End <= phrase.Start && phrase.Start - m.End < nearby && Words[m.Start].Clause == Words[phrase.Start].Clause);
    }

    /// <summary>True where somebody in particular is named in the sentence; "if a student says" names nobody.</summary>
    public bool NamesSomebody(Found<SignalGroup> phrase)
    {
        var at = (phrase.Value.Language, Words[phrase.Start].Sentence);
        if (!_named.TryGetValue(at, out var named))
            _named.Add(at, named = InSentence(Of(phrase, ContextRole.Somebody), at.Sentence).Any(m =>
                !Of(phrase, ContextRole.Policy).Starting(m.Start - PatternBook.LongestSpan, m.End - 1).Any(p => p.End > m.Start)));
        return named;
    }

    private static bool IsHidden(Found<ContextMark> mark, Found<SignalGroup> phrase) => mark.Value.Role is ContextRole.Past or ContextRole.Fiction or ContextRole.Policy && phrase.Covers(mark);

    private IEnumerable<Found<ContextMark>> InSentence(List<Found<ContextMark>> found, int sentence) =>
        found.Starting(_sentences[sentence], sentence + 1 < _sentences.Count ? _sentences[sentence + 1] - 1 : Words.Count);

    private List<Found<ContextMark>> Of(Found<SignalGroup> phrase, ContextRole role) => Of(phrase.Value.Language, role);

    private List<Found<ContextMark>> Of(string language, ContextRole role) => _marks.GetValueOrDefault(new(language, role), None);

    // Index of the first word of each sentence; one without a word that counts begins where the next does.
    private static List<int> Beginnings(List<Token> words)
    {
        List<int> beginnings = [];
        for (var i = 0; i < words.Count; i++)
            while (beginnings.Count <= words[i].Sentence) beginnings.Add(i);
        return beginnings;
    }
}
