namespace SupportBot.Cases;

public enum StepsReason
{
    /// <summary>Whoever was led through them gave them to somebody else.</summary>
    HandedOver,

    /// <summary>One person has said that a step is done; another must say so too.</summary>
    SecondPerson,
}

/// <summary>
/// Steps of the case's protocol that go from one person to another. The answers rest sealed elsewhere (Storage's <c>handed_run</c>); these are ids only.
/// </summary>
/// <param name="RunId">One a run; the newest hand-over of a run takes the place of the one before.</param>
/// <param name="From">Who gave them away; directory id.</param>
/// <param name="To">Who was asked; null where whoever holds <paramref name="Role"/> was.</param>
/// <param name="Role">Of the open step.</param>
/// <param name="Since">UTC.</param>
/// <param name="Due">UTC; until when the open step is to be done, null where no time is set.</param>
/// <param name="Token">What a deadline must carry; stale once they were taken or the role was told again.</param>
public sealed record CaseSteps(string RunId, StepsReason Why, string From, string? To, string Role, DateTimeOffset Since, DateTimeOffset? Due, string Token)
{
    /// <summary>Subject of notices, cards and deadlines about the steps of a run: no alert or task has such an id.</summary>
    public const string SubjectStart = "steps:";

    /// <summary>How often the role was told since, because nobody took them.</summary>
    public int Told { get; init; }

    /// <summary>Who goes on with them; null while they wait.</summary>
    public Acknowledgement? Taken { get; init; }

    public string Subject => SubjectStart + RunId;

    public bool Wait => Taken is null;

    /// <summary>True where whoever holds the role was asked: nobody in person, or nobody came in time.</summary>
    public bool AskTheRole => Wait && (To is null || Told > 0);
}
