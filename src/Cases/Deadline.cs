namespace SupportBot.Cases;

public enum DeadlineKind
{
    /// <summary>An alert's rung runs out; subject is the alert id.</summary>
    Rung,

    /// <summary>A task is due or its next escalation is; subject is the task id.</summary>
    Task,
}

/// <summary>
/// A promise with a time. It fires once: the worker drops it when <see cref="Token"/> is no longer the one its subject carries.
/// </summary>
public sealed record Deadline(Guid CaseId, DeadlineKind Kind, string Subject, string Token, DateTimeOffset Due);
