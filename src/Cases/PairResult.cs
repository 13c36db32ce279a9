namespace SupportBot.Cases;

/// <summary>Two steps that belong in one commit, or the reason there are none.</summary>
public readonly record struct PairResult
{
    private PairResult(Refusal refused) => Refused = refused;

    public PairResult(CaseStep one, CaseStep other) => (One, Other) = (one, other);

    public CaseStep? One { get; }

    public CaseStep? Other { get; }

    public Refusal? Refused { get; }

    public static implicit operator PairResult(Refusal refused) => new(refused);

    public static PairResult From(Refusal refused) => refused;
}
