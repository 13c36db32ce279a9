namespace SupportBot.Understanding;

/// <summary>
/// Danger that no phrase names: many words of which each says little. It is heard beside the phrases. Against a phrase it counts only where what is said around it is almost surely
/// harmless ("my team will massacre theirs on Friday"), and never against one that is
/// outright.
/// </summary>
internal sealed class WeighedDanger
{
    // More phrases stand in no message; those that come after them are all heard.
    private const int MostPhrases = 100;

    // One word or two are a phrase or nothing.
    private const int LeastWords = 3;

    // Of the words that speak most for it.
    private const int MostWords = 5;

    private const float Half = 0.5f;

    // Of what speaks for a kind of danger, how much must say it outright. Less than half: a danger that is taken for a concern costs more than a concern that is taken for danger.
    private const float Outright = 0.35f;

    // What may mean danger must be surer: whoever reports bullying is sad, and is asked no needless question.
    private const float Vague = 0.1f;

    private readonly WordWeights _weights;
    private readonly (CrisisGrade Grade, CrisisKind Kind)[] _means;

    private WeighedDanger(WordWeights weights, (CrisisGrade Grade, CrisisKind Kind)[] means) => (_weights, _means) = (weights, means);

    /// <summary>
    /// Reads <c>signals/weights.tsv</c>, whose classes are <c>none</c>, <c>medical</c>, and <c>self</c>, <c>third</c>, <c>others</c> and <c>abuse</c> with <c>-concern</c>,
    /// <c>-high</c> or <c>-imminent</c>. Without the file phrases alone are heard.
    /// </summary>
    public static ContentRead<WeighedDanger> Among(IEnumerable<ContentText> files)
    {
        var read = WordWeights.Among(files, ["self-high", "third-high", "others-high", "abuse-high", "medical"]);
        return new(read.Value is { } weights ? new(weights, [.. weights.Classes.Select(MeaningOf)]) : null, read.Faults);
    }

    /// <summary>The most urgent that a stretch of the text says; null where no stretch says anything.</summary>
    public CrisisReason? Find(string text, Weighing weighing)
    {
        CrisisReason? worst = null;
        foreach (var stretch in weighing.Stretches())
            if (stretch.End - stretch.Start >= LeastWords && GradeOf(stretch.Shares) is var grade && grade > (worst?.Grade ?? CrisisGrade.None))
            {
                var kind = KindOf(stretch.Shares);
                var of = Enumerable.Range(0, _means.Length).Where(c => _means[c].Grade > CrisisGrade.None && _means[c].Kind == kind).MaxBy(c => stretch.Shares[c]);
                var words = weighing.Speaking(stretch, of, MostWords).Select(t => text[t.Start..t.End]);
                worst = new($"weights:{_weights.Classes[of]}", string.Join(" … ", words), grade, kind, CrisisSignals.SignalFor(kind));
            }

        return worst;
    }

    /// <summary>Weighs the words of a text, for the other two.</summary>
    public Weighing Begin(string text, IReadOnlyList<Token> tokens) => new(_weights, text, tokens);

    /// <summary>What was heard by phrases, without what is said harmlessly.</summary>
    public List<CrisisReason> Meant(List<Said> said, Weighing weighing) =>
        [.. said.Where((s, i) => s.Stands || i >= MostPhrases || !IsHarmless(weighing.At(s.First, s.Last))).Select(s => s.Reason)];

    private bool IsHarmless(Weighed around) => around.End - around.Start >= LeastWords && around.Shares[0] >= _weights.Harmless;

    private CrisisGrade GradeOf(float[] shares)
    {
        var any = Sum(shares, CrisisGrade.Concern);
        if (any < _weights.Heard) return CrisisGrade.None;
        var kind = KindOf(shares);
        var high = Sum(shares, CrisisGrade.High, kind);
        if (high < Outright * Sum(shares, CrisisGrade.Concern, kind)) return any < _weights.Heard + Vague ? CrisisGrade.None : CrisisGrade.Concern;
        return Sum(shares, CrisisGrade.Imminent, kind) >= Half * high ? CrisisGrade.Imminent : CrisisGrade.High;
    }

    private float Sum(float[] shares, CrisisGrade least, CrisisKind? kind = null)
    {
        var sum = 0f;
        for (var c = 0; c < shares.Length; c++)
            if (_means[c].Grade >= least && (kind is null || _means[c].Kind == kind)) sum += shares[c];
        return sum;
    }

    private CrisisKind KindOf(float[] shares)
    {
        Span<float> sums = stackalloc float[Enum.GetValues<CrisisKind>().Length];
        for (var c = 0; c < shares.Length; c++)
            if (_means[c].Grade > CrisisGrade.None) sums[(int)_means[c].Kind] += shares[c];
        var most = 0;
        for (var kind = 1; kind < sums.Length; kind++)
            if (sums[kind] > sums[most]) most = kind;
        return (CrisisKind)most;
    }

    /// <summary>What a class of the weights means.</summary>
    public static (CrisisGrade Grade, CrisisKind Kind) MeaningOf(string name)
    {
        var kind = name.Split('-')[0] switch
        {
            "third" => CrisisKind.ThirdPerson,
            "others" => CrisisKind.DangerToOthers,
            "abuse" => CrisisKind.Abuse,
            "medical" => CrisisKind.Medical,
            _ => CrisisKind.Self,
        };
        var grade = name == WordWeights.NoClass ? CrisisGrade.None
            : name == "medical" || name.EndsWith("-imminent", StringComparison.Ordinal) ? CrisisGrade.Imminent
            : name.EndsWith("-high", StringComparison.Ordinal) ? CrisisGrade.High
            : CrisisGrade.Concern;
        return (grade, kind);
    }
}

/// <summary>A phrase that was heard.</summary>
/// <param name="Stands">True where nothing around it takes it back: it is outright, or it stands beside a saying, whose words would speak for it.</param>
/// <param name="First">Index of its first word in the text as it was read.</param>
/// <param name="Last">Index of its last one.</param>
internal readonly record struct Said(CrisisReason Reason, bool Stands, int First, int Last);
