using SupportBot.Cases;

namespace SupportBot.Console;

/// <summary>An open task that somebody sees.</summary>
/// <param name="IsMine">True where whoever looks may do what comes next on it.</param>
/// <param name="Mark">Where it stands in the list.</param>
public sealed record ListedTask(SeenCase Seen, CaseTask Task, TaskPlan Plan, bool IsMine, TaskMark Mark)
{
    /// <summary>Training that it asks for and that whoever looks has not on record; null where there is none.</summary>
    public string? LacksTraining { get; init; }
}

/// <summary>A page of a person's tasks.</summary>
/// <param name="Next">Where the next page goes on; null on the last.</param>
public sealed record TaskPart(IReadOnlyList<ListedTask> Tasks, TaskMark? Next);
