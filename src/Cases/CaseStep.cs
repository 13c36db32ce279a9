namespace SupportBot.Cases;

/// <summary>
/// What one verb did to one case: the case afterwards and everything that must be written in the same commit.
/// Steps of one turn are joined with <see cref="Then"/>.
/// </summary>
public sealed record CaseStep(Case Case)
{
    public IReadOnlyList<AuditEntry> Audit { get; init; } = [];

    public IReadOnlyList<Deadline> Deadlines { get; init; } = [];

    public IReadOnlyList<Notice> Notices { get; init; } = [];

    public IReadOnlyList<Words> Words { get; init; } = [];

    /// <summary>Ids of tasks whose words must be gone with this commit: they were replaced at the family's wish.</summary>
    public IReadOnlyList<string> Erased { get; init; } = [];

    /// <summary>
    /// Ids of protocols whose cases must open as children of this one. <see cref="CaseEngine.OpenChild"/> makes each; the edge, which knows the
    /// protocols, writes them in the same commit.
    /// </summary>
    public IReadOnlyList<string> Children { get; init; } = [];

    /// <summary>What happens to the row of the public log; null: nothing.</summary>
    public LogChange? Log { get; init; }

    /// <summary>This step, then <paramref name="later"/> (which was computed on this step's case).</summary>
    public CaseStep Then(CaseStep later) => new(later.Case)
    {
        Audit = [.. Audit, .. later.Audit],
        Deadlines = [.. Deadlines, .. later.Deadlines],
        Notices = OpenedTasks.Together(Notices, later.Notices),
        Words = [.. Words, .. later.Words],
        Erased = [.. Erased, .. later.Erased],
        Children = [.. Children, .. later.Children],
        Log = later.Log ?? Log,
    };
}

/// <summary>A step, or the reason there is none.</summary>
public readonly record struct CaseResult
{
    private CaseResult(CaseStep? step, Refusal? refused) => (Step, Refused) = (step, refused);

    public CaseStep? Step { get; }

    public Refusal? Refused { get; }

    public static implicit operator CaseResult(CaseStep step) => new(step, null);

    public static implicit operator CaseResult(Refusal refused) => new(null, refused);

    public static CaseResult From(CaseStep step) => step;

    public static CaseResult From(Refusal refused) => refused;
}
