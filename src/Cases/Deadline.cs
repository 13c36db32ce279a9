namespace SupportBot.Cases;

public enum DeadlineKind
{
    /// <summary>An alert's rung runs out; subject is the alert id.</summary>
    Rung,

    /// <summary>A task is due or its next escalation is; subject is the task id.</summary>
    Task,

    /// <summary>Steps that were handed over are due and nobody has taken them; subject is <see cref="CaseSteps.Subject"/>. Storage keeps 2 for silences.</summary>
    Steps = 3,
}

/// <summary>
/// A promise with a time. It fires once: the worker drops it when <see cref="Token"/> is no longer the one its subject carries.
/// </summary>
public sealed record Deadline(Guid CaseId, DeadlineKind Kind, string Subject, string Token, DateTimeOffset Due);
