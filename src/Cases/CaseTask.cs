using System.Globalization;

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

    /// <summary>Who filled it in and waits for a second person to agree; null where nobody does.</summary>
    public string? ProposedBy { get; init; }

    /// <summary>Choices and dates by field name; words are kept apart. Of one that is open: what was answered last, where it fell short or waits for a second person.</summary>
    public IReadOnlyDictionary<string, string> Answers { get; init; } = new Dictionary<string, string>();

    /// <summary>Role of the plan.</summary>
    public string Role { get; init; } = "";

    /// <summary>Roles of which whoever agrees must hold one, where the plan names any.</summary>
    public IReadOnlyList<string> Seconds { get; init; } = [];

    /// <summary>How often the case had been opened again when this one opened.</summary>
    public int Since { get; init; }

    /// <summary>True where the case came to its state once more: what was done of the same plan before does not count any more.</summary>
    public bool Anew { get; init; }

    /// <summary>
    /// Id of the task that was written in the place of this one at the family's wish; null where none was. What was answered here is shown to nobody any more: only that
    /// it was done, when and by whom.
    /// </summary>
    public string? ReplacedBy { get; init; }

    /// <summary>True where nothing is left to do: it was done, or its case ended.</summary>
    public bool IsFinished => FinishedAt is not null;

    /// <summary>True where the state that ends its repetition came before anybody did it: nothing is left to do, also where the case is opened again.</summary>
    public bool HasLapsed { get; init; }

    /// <summary>True where a person did it. One that merely ended with its case opens no gate.</summary>
    public bool IsDone => FinishedAt is not null && FinishedBy is not null;

    /// <summary>True while it is filled in and a second person has not agreed.</summary>
    public bool WaitsForSecond => !IsFinished && ProposedBy is not null;

    /// <summary>Roles that are to do what comes next: the plan's, and once it is filled in those that may agree.</summary>
    public IReadOnlyList<string> Roles => WaitsForSecond && Seconds.Count > 0 ? Seconds : [Role];

    /// <summary>Id of its plan: of <c>review.3</c>, the third review, <c>review</c>.</summary>
    public string PlanId => PlanIdOf(Id);

    /// <summary>1 for the first.</summary>
    public int Round => Id.IndexOf('.', StringComparison.Ordinal) is > 0 and var at ? int.Parse(Id.AsSpan(at + 1), CultureInfo.InvariantCulture) : 1;

    /// <inheritdoc cref="PlanId"/>
    public static string PlanIdOf(string id) => id.IndexOf('.', StringComparison.Ordinal) is > 0 and var at ? id[..at] : id;

    public bool IsOverdue(DateTimeOffset now) => !IsFinished && Due < now;
}
