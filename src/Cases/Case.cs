namespace SupportBot.Cases;

/// <summary>One case: everything about it except words. Immutable; the verbs give the case as it is afterwards.</summary>
public sealed record Case
{
    /// <summary>Random; never derived from anything about a person.</summary>
    public required Guid Id { get; init; }

    /// <summary>What people say on the phone: see <see cref="CaseNumber"/>.</summary>
    public required string Number { get; init; }

    /// <summary>Kind id of the plan, such as <c>bullying</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>Protocol and version that opened it, <c>bullying-report@1</c>: the plan it is worked by stays that one.</summary>
    public required string Protocol { get; init; }

    /// <summary>Steps the protocol run had walked when it opened the case; ids, for the flow chart.</summary>
    public IReadOnlyList<string> Walked { get; init; } = [];

    public required Severity Severity { get; init; }

    /// <summary>Directory id; empty while the school is not known (a district role answers then).</summary>
    public required string SchoolId { get; init; }

    /// <summary>The school where it is known, for whoever asks the directory; null otherwise.</summary>
    public string? KnownSchool => SchoolId.Length == 0 ? null : SchoolId;

    public required string Jurisdiction { get; init; }

    /// <summary>From which school it was handed to the one where it is, and when; null where it began here.</summary>
    public Arrival? Arrived { get; init; }

    public required string State { get; init; }

    /// <summary>True: nothing about the reporter exists.</summary>
    public required bool Anonymous { get; init; }

    /// <summary>BCP 47 language the reporter used.</summary>
    public string Language { get; init; } = "en";

    /// <summary>UTC, rounded: 15 minutes for urgent cases, the day for routine ones (trust T-14).</summary>
    public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>Person who works it.</summary>
    public string? Owner { get; init; }

    public IReadOnlyList<Alert> Alerts { get; init; } = [];

    public IReadOnlyList<CaseTask> Tasks { get; init; } = [];

    /// <summary>Steps that wait for somebody, or that somebody took over; one a run.</summary>
    public IReadOnlyList<CaseSteps> Steps { get; init; } = [];

    public IReadOnlyList<RunningClock> Clocks { get; init; } = [];

    /// <summary>Cases that belong together with this one.</summary>
    public IReadOnlyList<CaseTie> Links { get; init; } = [];

    /// <summary>
    /// Child cases it has opened since it was last opened again: <c>protocol/state</c>, with the state it was in. Where only a protocol stands, from before the
    /// state was kept, it counts for each state.
    /// </summary>
    public IReadOnlyList<string> ChildProtocols { get; init; } = [];

    /// <summary>True where a child of that protocol was opened, in that state or (null) in any, since the case was last opened again.</summary>
    public bool HasOpened(string protocolId, string? stateId = null) =>
        ChildProtocols.Any(c => c == protocolId || (stateId is null ? c.StartsWith($"{protocolId}/", StringComparison.Ordinal) : c == $"{protocolId}/{stateId}"));

    /// <summary>The case with one more child on record, opened in the state it is in.</summary>
    public Case WithChild(string protocolId) => this with { ChildProtocols = [.. ChildProtocols, $"{protocolId}/{State}"] };

    /// <summary>Why nothing of it may be shredded: who said so and when; null where nobody did. The reason rests with the words.</summary>
    public LegalHold? Hold { get; init; }

    /// <summary>Where its plan asks a person before it is shredded: how far that is; null before anybody was asked.</summary>
    public KeepDecision? KeepDecision { get; init; }

    /// <summary>True once its words were shredded: what is left has no content.</summary>
    public bool Shredded { get; init; }

    /// <summary>People kept out: named in the report, or in conflict. Sealed wherever it rests.</summary>
    public IReadOnlyList<string> Excluded { get; init; } = [];

    /// <summary>True where it is, or may be, about somebody who works at the school: titles in what the reporter writes later count as names too.</summary>
    public bool AboutStaff { get; init; }

    /// <summary>True where nobody could tell whom of the school it is about, so that all of them are among <see cref="Excluded"/> until somebody of the district lets them in.</summary>
    public bool SchoolKeptOut { get; init; }

    /// <summary>Cases that came of this one: its children, and the one it goes on as. Whoever is kept out here is kept out there.</summary>
    public IEnumerable<Guid> CameOfIt => Links.Where(l => l.Kind is LinkKind.Child or LinkKind.MergedInto).Select(l => l.CaseId);

    /// <summary>True while a question of staff waits for the reporter.</summary>
    public bool WaitsForReporter { get; init; }

    /// <summary>True while something the reporter wrote has not been opened by staff.</summary>
    public bool UnreadReply { get; init; }

    /// <summary>Outcome id of the plan, once closed.</summary>
    public string? Outcome { get; init; }

    public DateTimeOffset? ClosedAt { get; init; }

    /// <summary>Rises by one with every commit.</summary>
    public int Revision { get; init; }

    /// <summary>The newest alert that nobody has acknowledged, or null.</summary>
    public Alert? OpenAlert => Alerts.LastOrDefault(a => a.Acknowledged is null);

    public IEnumerable<CaseTask> OpenTasks => Tasks.Where(t => !t.IsFinished);

    /// <summary>How often it was closed and opened again.</summary>
    public int Reopenings { get; init; }

    /// <summary>
    /// The newest task of a plan id that a person has done, or null. Where the task opened again after the case was opened again, or because the case came to its state once more,
    /// what was done before does not count any more.
    /// </summary>
    public CaseTask? LatestOf(string planId) => NowOf(planId).LastOrDefault(t => t.IsDone);

    /// <summary>The tasks of a plan id that count: since the case was last opened again, and since the last that opened anew.</summary>
    public IReadOnlyList<CaseTask> NowOf(string planId)
    {
        List<CaseTask> all = [.. Tasks.Where(t => t.PlanId == planId)];
        return [.. all.Skip(Math.Max(0, all.FindLastIndex(t => t.Anew))).Where(t => t.Since == all[^1].Since)];
    }

    /// <summary>How many of a task that repeats a person has done.</summary>
    public int RoundsDone(string planId) => NowOf(planId).Count(t => t.IsDone);

    /// <summary>The steps that a notice, card or deadline is about, or null.</summary>
    public CaseSteps? StepsOf(string subject) => Steps.FirstOrDefault(s => s.Subject == subject);

    /// <summary>The case this one was merged into, or null.</summary>
    public CaseTie? MergedInto => Links.FirstOrDefault(l => l.Kind == LinkKind.MergedInto);
}

/// <param name="FromSchool">Directory id; empty where the school was not known.</param>
public sealed record Arrival(string FromSchool, DateTimeOffset At);

/// <summary>A legal clock that runs or has run.</summary>
public sealed record RunningClock(string Id, DateTimeOffset Due, DateTimeOffset? StoppedAt);
