using SupportBot.Cases;

namespace SupportBot.Console;

/// <summary>Live hand-overs as the console uses them. Implemented by the host. Each act checks for itself whether the person may see the case.</summary>
public interface ITalks
{
    /// <summary>How it stands with the chat of a case. The caller has checked that the person may see the case.</summary>
    Task<TalkNow> OfAsync(Case @case, CancellationToken cancel);

    /// <summary>What was written so far, oldest first, for the person who is in the chat; null for anybody else and once it is over.</summary>
    Task<IReadOnlyList<Words>?> LinesAsync(Case @case, string personId, CancellationToken cancel);

    /// <summary>Joins the chat that waits for a person. The first wins; joining again changes nothing.</summary>
    Task<TalkAnswer> JoinAsync(string personId, string caseNumber, CancellationToken cancel);

    /// <param name="key">The same for every repeat of the same line, so that it is said once; never words.</param>
    Task<TalkAnswer> SayAsync(string personId, string caseNumber, PersonText text, string key, CancellationToken cancel);

    Task<TalkAnswer> LeaveAsync(string personId, string caseNumber, CancellationToken cancel);
}

public enum TalkState
{
    /// <summary>Nobody waits in a chat, and nobody was ever in one.</summary>
    None,

    /// <summary>The reporter waits for a person.</summary>
    Waits,

    Open,

    Over,
}

/// <param name="PersonId">Who of staff is, or was last, in the chat.</param>
/// <param name="Version">Rises with every line.</param>
public sealed record TalkNow(TalkState State, string? PersonId = null, int Version = 0);

/// <summary>What came of an act in a chat.</summary>
public enum TalkAnswer
{
    Done,

    /// <summary>No such case, or not this person's to see.</summary>
    Unseen,

    /// <summary>The reporter has left, or never asked for a person.</summary>
    NobodyWaits,

    /// <summary>A colleague is in this chat.</summary>
    Taken,

    /// <summary>This person is in as many chats as one may be.</summary>
    TooMany,

    Blank,

    TooLong,

    /// <summary>The chat is over, or this person is not in it.</summary>
    Over,

    /// <summary>Nothing was saved: try again.</summary>
    NotSaved,

    /// <summary>The button that asked for it works once, and was used before.</summary>
    UsedBefore,
}

/// <summary>Where the host has no live chats.</summary>
public sealed class NoTalks : ITalks
{
    public Task<TalkNow> OfAsync(Case @case, CancellationToken cancel) => Task.FromResult(new TalkNow(TalkState.None));

    public Task<IReadOnlyList<Words>?> LinesAsync(Case @case, string personId, CancellationToken cancel) => Task.FromResult<IReadOnlyList<Words>?>(null);

    public Task<TalkAnswer> JoinAsync(string personId, string caseNumber, CancellationToken cancel) => Task.FromResult(TalkAnswer.NobodyWaits);

    public Task<TalkAnswer> SayAsync(string personId, string caseNumber, PersonText text, string key, CancellationToken cancel) => Task.FromResult(TalkAnswer.Over);

    public Task<TalkAnswer> LeaveAsync(string personId, string caseNumber, CancellationToken cancel) => Task.FromResult(TalkAnswer.Over);
}
