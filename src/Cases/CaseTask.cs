namespace SupportBot.Cases;

/// <summary>A task of a case. Its answers that are words rest sealed; what is chosen from lists stands here.</summary>
/// <param name="Id">Task id of the plan.</param>
/// <param name="Token">Changes whenever its deadline does.</param>
/// <param name="Escalated">How many escalations have been told.</param>
/// <param name="Owner">Person it was handed to; null: whoever holds the plan's role.</param>
public sealed record CaseTask(string Id, string Token, DateTimeOffset OpenedAt, DateTimeOffset? Due, int Escalated = 0, string? Owner = null)
{
    public DateTimeOffset? FinishedAt { get; init; }

    public string? FinishedBy { get; init; }

    /// <summary>Choices and dates by field name; words are kept apart.</summary>
    public IReadOnlyDictionary<string, string> Answers { get; init; } = new Dictionary<string, string>();

    public bool IsFinished => FinishedAt is not null;

    public bool IsOverdue(DateTimeOffset now) => !IsFinished && Due < now;
}
