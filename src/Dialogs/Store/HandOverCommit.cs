namespace SupportBot.Dialogs;

/// <summary>What a turn changes of a live hand-over. Part of the turn's one commit.</summary>
/// <param name="Id">Of the hand-over; one for each person who joins.</param>
/// <param name="PersonId">Who joined; directory id.</param>
/// <param name="Role">Role that the person was called by.</param>
public sealed record HandOverCommit(Guid Id, Guid CaseId, string PersonId, string Role)
{
    public bool Opens { get; init; }

    public HandOverEnd? Ends { get; init; }

    /// <summary>What the person who joined must be told, in order; kept until it was told.</summary>
    public IReadOnlyList<HandOverNews> News { get; init; } = [];
}

public enum HandOverEnd
{
    /// <summary>The student pressed Leave, used the quick exit, or the tab's time was over. Staff are told no more than that.</summary>
    StudentLeft,

    CounselorLeft,

    /// <summary>The counselor was silent, and another person took over.</summary>
    TakenOver,
}

public enum HandOverNewsKind
{
    /// <summary>You are in the chat now.</summary>
    Joined,

    /// <summary>The student wrote: the words are there.</summary>
    StudentSaid,

    /// <summary>The student waits for an answer.</summary>
    StudentWaits,

    /// <summary>The student left, or the tab is closed.</summary>
    StudentLeft,

    /// <summary>You left.</summary>
    YouLeft,

    /// <summary>You were silent, and a colleague took over.</summary>
    TakenOver,
}

/// <param name="WordsId">Words of the case that were said; null where the kind says all.</param>
public sealed record HandOverNews(HandOverNewsKind Kind, Guid? WordsId = null);
