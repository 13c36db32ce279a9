namespace SupportBot.Cases;

/// <summary>Why something could not be done: a value, because nothing is wrong with the program.</summary>
public abstract record Refusal
{
    private Refusal() { }

    /// <summary>Somebody acknowledged before.</summary>
    public sealed record AlreadyTakenBy(string PersonId, DateTimeOffset At) : Refusal;

    /// <summary>The state asks for tasks that are not finished.</summary>
    public sealed record TasksOpen(IReadOnlyList<string> TaskIds) : Refusal;

    /// <summary>From this state there is no way to that one.</summary>
    public sealed record NoSuchMove(string From, string To) : Refusal;

    /// <summary>Work on the case is over; it can be reopened.</summary>
    public sealed record CaseIsClosed : Refusal;

    /// <summary>The form lacks something or holds something unreadable.</summary>
    public sealed record FormIncomplete(IReadOnlyList<string> Fields) : Refusal;

    /// <summary>No such task, or it is finished.</summary>
    public sealed record TaskNotOpen(string TaskId) : Refusal;

    /// <summary>That person is kept out of this case.</summary>
    public sealed record PersonExcluded(string PersonId) : Refusal;

    /// <summary>That person is not kept out of this case.</summary>
    public sealed record NotKeptOut : Refusal;

    /// <summary>The person has no such training on record, or it has lapsed.</summary>
    public sealed record NotTrained(string Training) : Refusal;

    /// <summary>The task asks how it is after a while, and that has not passed.</summary>
    public sealed record TooEarly(DateTimeOffset From) : Refusal;

    /// <summary>The task is for whoever holds its role at the school that the case was handed to, and had no part in it before.</summary>
    /// <param name="WasHandedOver">False where the case is still at the school where it began.</param>
    public sealed record NotReceiving(bool WasHandedOver) : Refusal;

    /// <summary>Whoever agrees must hold one of these roles at the case's school.</summary>
    public sealed record NotTheirsToAgree(IReadOnlyList<string> Roles) : Refusal;

    /// <summary>Whoever filled in the task cannot be the one who agrees.</summary>
    public sealed record SamePerson : Refusal;

    /// <summary>No steps of that run wait in the case.</summary>
    public sealed record NoStepsWait : Refusal;

    /// <summary>A case cannot be merged into itself, into one that is over, or a second time.</summary>
    public sealed record CannotMerge : Refusal;

    /// <summary>A critical case does not end as a duplicate while something in it is to be done that is not open in the other as well.</summary>
    /// <param name="TaskIds">Open tasks that somebody waits for.</param>
    /// <param name="AlertOpen">True where nobody has acknowledged an alert of it, and none of the other calls the same people as urgently.</param>
    /// <param name="StepsWait">True where steps of its protocol wait for somebody.</param>
    public sealed record MergeLeavesUndone(IReadOnlyList<string> TaskIds, bool AlertOpen, bool StepsWait) : Refusal;

    /// <summary>A case under hold keeps everything.</summary>
    public sealed record OnHold : Refusal;

    /// <summary>A reason must be written down.</summary>
    public sealed record ReasonMissing : Refusal;
}
