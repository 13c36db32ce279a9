namespace SupportBot.Understanding;

/// <summary>
/// Finds words that mean someone may be in danger, in every language there are phrases for. Made from
/// <c>src/Content/signals</c> by <see cref="SignalsReader"/>; safe to share between turns.
/// </summary>
public sealed class CrisisSignals
{
    /// <summary>Reasons that are told; more of them change nothing.</summary>
    public const int MostReasons = 8;

    // Words between a "not" and what it denies; between an "I" and what it says.
    private const int Nearby = 3;
    private const int SelfNearby = 2;

    // A thought may come in pieces.
    private const int MostTogether = 3;

    // What fits into a chat is read whole. A text far beyond that is looked at from its beginning first.
    private static readonly int[] Glances = [16_000, 64_000];

    // How much longer a text must be for a look at its beginning to be worth it.
    private const int FarBeyond = 4;

    private readonly Vocabulary _vocabulary;
    private readonly PatternBook<SignalGroup> _groups;
    private readonly PatternBook<ContextMark> _marks;
    private readonly GluedPhrases _glued;
    private readonly WeighedDanger? _weighed;

    internal CrisisSignals(Vocabulary vocabulary, PatternBook<SignalGroup> groups, PatternBook<ContextMark> marks, GluedPhrases glued, WeighedDanger? weighed) =>
        (_vocabulary, _groups, _marks, _glued, _weighed) = (vocabulary, groups, marks, glued, weighed);

    /// <summary>The kinds there are. A protocol starts on <c>signal:&lt;kind&gt;</c>. Between two of the same urgency the earlier one is answered first.</summary>
    public static IReadOnlyList<string> Kinds { get; } = ["self-harm", "danger-now", "weapon-threat", "abuse"];

    /// <summary>The most urgent signal in a text, or null. Takes time proportional to the text.</summary>
    public Signal? Find(string text) => FindAll(text) is [var first, ..] ? first : null;

    /// <summary>One signal a kind, the most urgent first: a text may say two things.</summary>
    public IReadOnlyList<Signal> FindAll(string text) => FindAll([text]);

    /// <summary>The same of the newest message, or where it says nothing, of the last three together: <c>I want</c>, <c>to</c>, <c>die</c>.</summary>
    /// <param name="messages">Oldest first; at least one.</param>
    public IReadOnlyList<Signal> FindAll(IReadOnlyList<string> messages) =>
    [
        .. Heard(messages)
            .GroupBy(r => r.Signal, (kind, reasons) => new Signal(kind, reasons.Max(r => r.Grade) >= CrisisGrade.High ? SignalUrgency.Critical : SignalUrgency.Urgent))
            .OrderByDescending(s => s.Urgency)
            .ThenBy(s => Kinds.ToList().IndexOf(s.Kind)),
    ];

    /// <summary>Grade, kind and the reasons for them.</summary>
    public CrisisReading Read(string text) => Read([text]);

    /// <inheritdoc cref="FindAll(IReadOnlyList{string})"/>
    public CrisisReading Read(IReadOnlyList<string> messages)
    {
        var reasons = Heard(messages).OrderByDescending(r => r.Grade).ThenBy(r => r.Kind).DistinctBy(r => (r.Group, r.Words)).Take(MostReasons).ToList();
        return reasons is [var first, ..] ? new(first.Grade, first.Kind, reasons) : CrisisReading.Nothing;
    }

    private List<CrisisReason> Heard(IReadOnlyList<string> messages)
    {
        var newest = Heard(messages[^1]);
        return newest.Count > 0 || messages.Count == 1 ? newest : Heard(string.Join(' ', messages.TakeLast(MostTogether)));
    }

    // What is turned round is read as it is shown, and as it was typed too: whoever turned it meant one of them.
    private List<CrisisReason> Heard(string text) => ShownOrder.IsTurned(text) ? [.. HeardAsShown(text), .. HeardAsShown(ShownOrder.AsTyped(text))] : HeardAsShown(text);

    private List<CrisisReason> HeardAsShown(string text)
    {
        foreach (var glance in Glances)
            if (text.Length > FarBeyond * glance && HeardIn(text[..Cut(text, glance)]) is var begins && IsUrgentMost(begins)) return begins;
        return HeardIn(text);
    }

    // Nothing that follows can raise what is heard already: somebody speaks of their own life, and of now. In a text many times as long as a chat takes, what else is said behind that is not asked.
    private static bool IsUrgentMost(List<CrisisReason> heard) => heard.Exists(r => r is { Grade: CrisisGrade.Imminent, Kind: CrisisKind.Self });

    // Between two words where there are any, and never inside a character.
    private static int Cut(string text, int at) =>
        text.LastIndexOf(' ', at - 1, at / 4) is > 0 and var space ? space : char.IsHighSurrogate(text[at - 1]) ? at - 1 : at;

    private List<CrisisReason> HeardIn(string text)
    {
        var words = Tokens.Read(text);
        var run = _vocabulary.Read(text, words);
        // Asked only where a phrase was found, or where words together sound like a wish that may be denied.
        Surroundings? surroundings = null;
        Surroundings Around() => surroundings ??= new(run, _marks.Find(run));
        var said = Said(run, Around).ToList();
        var weighing = _weighed?.Begin(text, words);
        List<CrisisReason> heard = weighing is null ? [.. said.Select(s => s.Reason)] : _weighed!.Meant(said, weighing);
        foreach (var token in run.Words)
            foreach (var group in _glued.Find(token.Word))
                heard.Add(new(group.Name, text[token.Start..token.End], group.Grade, group.Kind, group.Signal));
        // What a phrase says at least as urgently is told by the phrase.
        if (weighing is not null && _weighed!.Find(text, weighing) is { } reason && heard.TrueForAll(h => h.Grade < reason.Grade)) heard.Add(MayBeDenied(reason, heard) ? WithoutDenials(reason, text, words, run, Around()) : reason);
        return heard;
    }

    private static bool MayBeDenied(CrisisReason reason, List<CrisisReason> heard) => IsLife(reason.Kind) && reason.Grade >= CrisisGrade.High && heard.TrueForAll(h => h.Grade < CrisisGrade.High);

    // The words of a wish weigh the same in "I do not want to die": where one is denied, what is said beside it decides whether it is more than a concern.
    private CrisisReason WithoutDenials(CrisisReason reason, string text, IReadOnlyList<Token> words, WordRun run, Surroundings around)
    {
        var denials = around.Denials;
        if (denials.Count == 0) return reason;
        HashSet<int> denied = [];
        foreach (var denial in denials)
            for (var at = run.Places[denial.Start]; at <= run.Places[denial.End - 1]; at++) denied.Add(at);
        List<Token> rest = [.. words.Where((_, at) => !denied.Contains(at))];
        var least = denials.Any(around.Turns) ? CrisisGrade.Concern : CrisisGrade.High;
        return _weighed!.Find(text, _weighed.Begin(text, rest)) is { } other && other.Grade >= least && IsLife(other.Kind) ? reason : reason with { Grade = CrisisGrade.Concern };
    }

    private static bool IsLife(CrisisKind kind) => kind is CrisisKind.Self or CrisisKind.ThirdPerson;

    private IEnumerable<Said> Said(WordRun run, Func<Surroundings> surroundings)
    {
        if (_groups.Find(run) is not { Count: > 0 } found) yield break;
        var around = surroundings();
        HashSet<(SignalGroup, int)> seen = [];
        foreach (var phrase in found)
            if (seen.Add((phrase.Value, phrase.Start)) && Meant(phrase, around) is var (grade, kind) && grade > CrisisGrade.None)
                yield return new(new(phrase.Value.Name, run.Typed(phrase), grade, kind, phrase.Value.Signal), phrase.Value.IsOutright || around.Anywhere(phrase, ContextRole.Saying), run.Places[phrase.Start], run.Places[phrase.End - 1]);
    }

    internal static string SignalFor(CrisisKind kind) => kind switch
    {
        CrisisKind.DangerToOthers => "weapon-threat",
        CrisisKind.Medical => "danger-now",
        CrisisKind.Abuse => "abuse",
        _ => "self-harm",
    };

    // How a phrase is meant, by what stands around it. What is stated is lowered by nothing that stands elsewhere.
    private static (CrisisGrade Grade, CrisisKind Kind)? Meant(Found<SignalGroup> phrase, Surroundings around)
    {
        var group = phrase.Value;
        if (!group.IsOutright && around.IsSaying(phrase)) return null;
        if (IsLife(group.Kind) && around.IsInDenial(phrase)) return null;
        if (group.IsDeniable && around.IsDenied(phrase, Nearby)) return null;
        var isMine = group.Kind == CrisisKind.Self && (around.BeginsWithSelf(phrase, SelfNearby) || around.HoldsSelf(phrase));
        var isQuoted = around.Words[phrase.Start].IsQuoted;
        if (around.InSentence(phrase, ContextRole.Fiction) && (isQuoted || !isMine) && !around.NamesSomebody(phrase)) return null;
        if (!isMine && around.Anywhere(phrase, ContextRole.Policy) && !around.NamesSomebody(phrase)) return null;
        var kind = group.Kind == CrisisKind.Self && around.Before(phrase, ContextRole.Somebody) && (isQuoted || around.Before(phrase, ContextRole.Said)) ? CrisisKind.ThirdPerson : group.Kind;
        var isLife = IsLife(kind);
        if (group.Grade == CrisisGrade.High && isLife && around.InSentence(phrase, ContextRole.Past) && !around.Anywhere(phrase, ContextRole.Now)) return (CrisisGrade.Concern, kind);
        var isNear = around.Anywhere(phrase, ContextRole.Now) || isLife && around.Anywhere(phrase, ContextRole.Means);
        return (group.Grade == CrisisGrade.High && isNear ? CrisisGrade.Imminent : group.Grade, kind);
    }
}
