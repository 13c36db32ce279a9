namespace SupportBot.Cases;

/// <summary>What kind of case a protocol opens and how such a case is worked: the <c>case</c> section of a protocol.</summary>
public sealed record CasePlan
{
    /// <summary>Kind id, such as <c>bullying</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>The kind in the words of a card: <c>Bullying report</c>. Names no person and nothing that was said.</summary>
    public required string Title { get; init; }

    /// <summary>Roles that may see such a case at its school.</summary>
    public required IReadOnlyList<string> Sees { get; init; }

    /// <summary>True where staff named in the report must never learn of it.</summary>
    public bool HidesFromPeopleNamed { get; init; }

    /// <summary>States in their usual order; the first is where a case begins.</summary>
    public required IReadOnlyList<StatePlan> States { get; init; }

    public IReadOnlyList<TaskPlan> Tasks { get; init; } = [];

    public IReadOnlyList<ClockPlan> Clocks { get; init; } = [];

    /// <summary>Outcomes that a person may close with: id and label.</summary>
    public IReadOnlyList<PlanChoice> Outcomes { get; init; } = [];

    /// <summary>Ids of protocols that staff may open as a child case from such a case.</summary>
    public IReadOnlyList<string> Linked { get; init; } = [];

    /// <summary>Ids of the protocol's alerts that begin when such a case opens beside another: nobody has walked the steps that would have told people.</summary>
    public IReadOnlyList<string> Raises { get; init; } = [];

    /// <summary>Child cases that open by themselves.</summary>
    public IReadOnlyList<ChildPlan> Opens { get; init; } = [];

    /// <summary>The state whose gate the live view explains; null where none is special.</summary>
    public string? Gate { get; init; }

    /// <summary>What the live view keeps in sight.</summary>
    public IReadOnlyList<WatchPlan> Watch { get; init; } = [];

    public Retention? Keep { get; init; }

    /// <summary>Who asks for a public log, by jurisdiction; empty where such cases enter none.</summary>
    public IReadOnlyList<LogDuty> PublicLog { get; init; } = [];

    /// <summary>True where such a case asks to be followed by the minute.</summary>
    public bool HasLiveView => Gate is not null || Watch.Count > 0;

    public StatePlan First => States[0];

    public StatePlan? State(string id) => States.FirstOrDefault(s => s.Id == id);

    /// <summary>The plan of a task; a later one of those that repeat (<c>review.2</c>) has the plan of the first.</summary>
    public TaskPlan? Task(string id) => Tasks.FirstOrDefault(t => t.Id == CaseTask.PlanIdOf(id));
}

/// <summary>What a reporter is told when coming back with a code. Nothing about other students is ever part of it.</summary>
public enum ReporterStatus
{
    Received,
    BeingReviewed,
    NeedInfo,
    ActionTaken,
    Closed,
}

/// <summary>One state of a case.</summary>
/// <param name="Id">State id, such as <c>interim-safety</c>.</param>
/// <param name="Title">The state in words.</param>
/// <param name="Next">States a person may move the case to from here.</param>
/// <param name="Requires">Tasks that must be finished before a case may enter this state.</param>
/// <param name="Shows">What the reporter reads meanwhile.</param>
/// <param name="IsEnd">True where work on the case is over.</param>
/// <param name="Reason">True where a reason must be written down to enter.</param>
public sealed record StatePlan(
    string Id,
    string Title,
    IReadOnlyList<string> Next,
    IReadOnlyList<string> Requires,
    ReporterStatus Shows,
    bool IsEnd = false,
    bool Reason = false)
{
    /// <summary>Where the gate, what it requires, comes from; null where it has none, and in files from before it was asked for.</summary>
    public RuleSource? Source { get; init; }
}

/// <summary>A task that opens when the case enters a state.</summary>
public sealed record TaskPlan
{
    public required string Id { get; init; }

    public required string Title { get; init; }

    /// <summary>Role that does it.</summary>
    public required string Owner { get; init; }

    /// <summary>State whose entering opens it.</summary>
    public required string Opens { get; init; }

    /// <summary>Time from opening to due; beside <see cref="DueBy"/> the least there is.</summary>
    public Span? Due { get; init; }

    /// <summary>The day of the year by whose end it is due: the coming one, but never sooner than <see cref="Due"/>. Null where the time from opening alone counts.</summary>
    public YearDay? DueBy { get; init; }

    /// <summary>
    /// True where only the school that the case was handed to finishes it: somebody who holds the owner's role there and did none of the case's tasks before
    /// it came.
    /// </summary>
    public bool ByReceivingSchool { get; init; }

    /// <summary>
    /// True where it opens again each time the case enters <see cref="Opens"/>, and what was done before does not count any more: a second emergency is not dealt with by the first.
    /// False: once, until the case is closed and opened again.
    /// </summary>
    public bool EachTime { get; init; }

    /// <summary>True where the plan says outright that what was done once holds, however often the case comes back: somebody has asked themselves.</summary>
    public bool SaysOnce { get; init; }

    /// <summary>Jurisdiction (<c>OR</c>, <c>CA</c>) it belongs to; null for everywhere.</summary>
    public string? In { get; init; }

    /// <summary>It opens only where an earlier task was answered so; null for always.</summary>
    public TaskCondition? When { get; init; }

    /// <summary>True where one person finishes it and another agrees.</summary>
    public bool TwoPerson { get; init; }

    /// <summary>Roles of which whoever agrees must hold one at the case's school; empty where anybody else who sees the case may.</summary>
    public IReadOnlyList<string> AgreedBy { get; init; } = [];

    /// <summary>Training that whoever finishes it must have on record, such as <c>level-1-screening</c>; null for none.</summary>
    public string? TrainedIn { get; init; }

    /// <summary>How long after it opened it may be finished at all: what asks how it is after two weeks is not answered on the first day. Null: at once.</summary>
    public Earliest? NotBefore { get; init; }

    /// <summary>The next one opens when one is finished; null where it is done once.</summary>
    public Repetition? Repeats { get; init; }

    /// <summary>
    /// Id of an earlier task whose words a family may strike: once this one is finished, what was written there is shown to nobody, and erased. Null for none.
    /// </summary>
    public string? Replaces { get; init; }

    /// <summary>Id of licensed wording that only the district may put beside the form; null for none.</summary>
    public string? Slot { get; init; }

    /// <summary>What must be filled in to finish it.</summary>
    public IReadOnlyList<FormField> Form { get; init; } = [];

    /// <summary>Who is told, and how long after the due time, while it stays open.</summary>
    public IReadOnlyList<Escalation> Escalate { get; init; } = [];

    /// <summary>True where finishing it enters or corrects the case's row of the public log; its form then has the fields of <see cref="LogPlan"/>.</summary>
    public bool IsLog { get; init; }

    public RuleSource? Source { get; init; }

    /// <summary>Fields whose answer falls short of what the form asks for: filled in so, the task stays open and no gate that requires it opens.</summary>
    /// <param name="answers">As <see cref="CaseTask.Answers"/> holds them; fields without an answer fall short too.</param>
    /// <param name="case">That the task is of: what it was answered elsewhere may ask for more here.</param>
    public IReadOnlyList<FormField> Lacks(IReadOnlyDictionary<string, string> answers, Case @case) => [.. Form.Where(f => !f.Suffices(answers, @case))];
}

/// <summary>A choice that an earlier task of the case was answered with. The newest answer counts.</summary>
/// <param name="Task">Id of the earlier task.</param>
/// <param name="Field">A choice of its form.</param>
/// <param name="Is">Any of these.</param>
public sealed record TaskCondition(string Task, string Field, IReadOnlyList<string> Is)
{
    /// <summary>False while the task has not been finished. Of one that repeats, the newest answer counts.</summary>
    public bool Holds(Case @case) => Met(@case).Count > 0;

    /// <summary>The choices by which it holds; empty where it does not.</summary>
    public IReadOnlyList<string> Met(Case @case) =>
        @case.LatestOf(Task) is { } done && done.Answers.TryGetValue(Field, out var given) ? [.. given.Split(',').Where(Is.Contains)] : [];
}

/// <param name="Every">From one being finished to the next being due.</param>
/// <param name="Times">How many there are in all; null: as many as it takes.</param>
/// <param name="Until">
/// State whose entering ends it, and the one that is open then; null: it goes on until the case ends. Where that state requires the task, its gate asks for
/// more than any other: that the newest answer is no older than <paramref name="Every"/>.
/// </param>
/// <param name="All">True where a gate that requires the task waits for each of its <paramref name="Times"/>; false: for one.</param>
public sealed record Repetition(Span Every, int? Times, string? Until = null, bool All = false);

/// <summary>The least time from a task's opening to its end.</summary>
/// <param name="Field">A choice of its form, or null.</param>
/// <param name="Unless">Answered so, it is finished at once: nothing is left to wait for.</param>
public sealed record Earliest(Span After, string? Field, IReadOnlyList<string> Unless)
{
    public bool IsWaived(IReadOnlyDictionary<string, string> answers) => Field is not null && answers.TryGetValue(Field, out var given) && given.Split(',').Any(Unless.Contains);
}

/// <summary>A child case that opens when the case enters a state: once for each state, and anew after the case was opened again.</summary>
/// <param name="Protocol">Id of the protocol whose newest version plans it.</param>
/// <param name="At">State of this case.</param>
/// <param name="Once">True where none opens beside one of that protocol that was opened in any state, also by hand.</param>
public sealed record ChildPlan(string Protocol, string At, TaskCondition? When, bool Once = false);

/// <summary>A line of the live view: the newest answer to one choice of a task.</summary>
public sealed record WatchPlan(string Label, string Task, string Field);

/// <param name="To">Role that is told.</param>
/// <param name="After">Time after the due moment.</param>
public sealed record Escalation(string To, Span After);

/// <summary>A field of a task's form.</summary>
/// <param name="Type"><c>text</c>, <c>choice</c>, <c>choices</c>, <c>date</c>, <c>time</c> (of the day, at the school), <c>yes-no</c>.</param>
/// <param name="When">Show and require only when another field has this choice: (field, choice, negated).</param>
/// <param name="Must">What the answer must be for the task to be finished: of <c>choices</c> each of these, else one of these. Null: whatever is answered.</param>
/// <param name="MustWhen">It must be so only where another task of the case was answered so; null for always.</param>
public sealed record FormField(string Name, string Type, string Label, bool Required, IReadOnlyList<PlanChoice> Choices, int Max = 4000, FieldCondition? When = null, IReadOnlyList<string>? Must = null, TaskCondition? MustWhen = null)
{
    /// <summary>What the answer must be in this case; null where any will do.</summary>
    public IReadOnlyList<string>? MustBe(Case @case) => MustWhen?.Holds(@case) == false ? null : Must;

    /// <summary>True where the answer is what it must be, and where it is not asked for.</summary>
    public bool Suffices(IReadOnlyDictionary<string, string> answers, Case @case)
    {
        if (MustBe(@case) is not { } must || When?.Holds(answers) == false) return true;
        string[] given = answers.TryGetValue(Name, out var said) ? said.Split(',') : [];
        return Type == "choices" ? must.All(given.Contains) : given.Any(must.Contains);
    }
}

public sealed record FieldCondition(string Field, string Choice, bool Negated)
{
    public bool Holds(IReadOnlyDictionary<string, string> answers) =>
        (answers.TryGetValue(Field, out var given) && given.Split(',').Contains(Choice)) != Negated;
}

public sealed record PlanChoice(string Id, string Label);

/// <summary>A clock that law or policy starts, shown with its source; it tells, it never decides.</summary>
/// <param name="Starts">State whose entering starts it.</param>
/// <param name="Ends">State whose entering stops it; null: runs until the case ends.</param>
/// <param name="In">Jurisdiction (<c>OR</c>, <c>CA</c>); null for everywhere.</param>
/// <param name="EndsWith">It stops as soon as a task is finished with such an answer, where that comes first; null: not by a task.</param>
public sealed record ClockPlan(string Id, string Title, string Starts, string? Ends, Span Within, string? In, RuleSource Source, TaskCondition? EndsWith = null);

/// <summary>Where a rule or number comes from and whether somebody may rely on it.</summary>
/// <param name="Status"><c>found</c>, <c>verify</c> or <c>district default</c>.</param>
public sealed record RuleSource(string Text, string Status)
{
    public bool IsVerified => Status == "found";
}

/// <param name="After">State that starts the time.</param>
/// <param name="Years">How long.</param>
/// <param name="Then"><c>shred</c> or <c>ask</c>.</param>
public sealed record Retention(string After, int Years, string Then)
{
    /// <summary>Where the years come from; null in files from before it was asked for.</summary>
    public RuleSource? Source { get; init; }
}
