using SupportBot.Cases;

namespace SupportBot.Console;

/// <summary>How a case stands this minute: what is watched, what comes next, what blocks the way. Choices and ids only, never a word of a person.</summary>
/// <param name="IsWhole">False for a case whose plan asks for no live view: then it is a short one.</param>
/// <param name="Open">How long it has been open, or was.</param>
/// <param name="OpenSince">UTC, as it was kept; null once it is closed and the time stands still.</param>
/// <param name="IsAbout">True where the opening was kept to the quarter of an hour.</param>
/// <param name="WorkedBy">Name; empty while nobody has it.</param>
/// <param name="Gate">Null where the plan names no gate, or the case is over.</param>
/// <param name="MoreTasks">Open tasks that a short view leaves out.</param>
public sealed record LiveView(
    SeenCase Seen, DateTimeOffset Now, bool IsWhole, string Open, DateTimeOffset? OpenSince, bool IsAbout, bool IsDayOnly, string WorkedBy,
    IReadOnlyList<LiveWatch> Watch, IReadOnlyList<LiveTask> Next, int MoreTasks, LiveGate? Gate, IReadOnlyList<LiveClock> Clocks)
{
    /// <summary>Steps of the protocol that wait for somebody to go on with them.</summary>
    public IReadOnlyList<LiveSteps> Steps { get; init; } = [];

    /// <summary>Changes when anything but the passing of time has changed; a task or clock that falls overdue counts as a change.</summary>
    public string Signature => string.Join('|',
    [
        WorkedBy, Seen.Case.State, Gate is null ? "" : string.Join(';', Gate.Blocks),
        .. Watch.Select(w => $"{w.Answer};{w.By}"),
        .. Next.Select(t => $"{t.TaskId};{t.Who};{t.IsOverdue};{t.WaitsForSecond}"),
        .. Clocks.Select(c => $"{c.Title};{c.IsPast}"),
        .. Steps.Select(s => $"{s.Who};{s.From};{s.NeedsSecond};{s.IsOverdue}"),
    ]);
}

/// <param name="Answer">In words; null while it is not known.</param>
/// <param name="By">Who answered, and where two agreed both.</param>
/// <param name="Since">UTC; null while it is not known.</param>
/// <param name="When">The same by the school's clock.</param>
public sealed record LiveWatch(string Label, string? Answer, string By, DateTimeOffset? Since, string When);

/// <param name="TaskId">Of the case.</param>
/// <param name="Who">A person it was handed to, or the title of its role.</param>
/// <param name="When">Its due time by the school's clock; empty without one.</param>
/// <param name="Left">How long until it is due, or since.</param>
public sealed record LiveTask(string TaskId, string Title, string Who, DateTimeOffset? Due, string When, string Left, bool IsOverdue, bool WaitsForSecond);

/// <param name="State">Title of the state that the plan looks at.</param>
/// <param name="IsReached">True while the case is in it.</param>
/// <param name="Blocks">Titles of what is still missing; empty where the way is open.</param>
public sealed record LiveGate(string State, bool IsReached, IReadOnlyList<string> Blocks);

/// <param name="When">Its end by the school's clock.</param>
/// <param name="Left">How long until then, or since.</param>
public sealed record LiveClock(string Title, DateTimeOffset Due, string When, string Left, bool IsPast);

/// <param name="Who">Whom they wait for: a person, or the title of a role.</param>
/// <param name="From">Who gave them away.</param>
/// <param name="NeedsSecond">True where one person has said that a step is done and a second must say so.</param>
/// <param name="When">Since when they wait, by the school's clock.</param>
public sealed record LiveSteps(string Who, string From, bool NeedsSecond, DateTimeOffset Since, string When, bool IsOverdue);
