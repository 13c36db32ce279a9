using SupportBot.Cases;

namespace SupportBot.Dialogs;

/// <summary>Everything one turn changes. Written whole or not at all.</summary>
public sealed record TurnCommit
{
    public required ConversationKey Key { get; init; }

    public required Lockbox Lockbox { get; init; }

    /// <summary>Revision that the turn was computed on; 0 for a new conversation.</summary>
    public required int ExpectedRevision { get; init; }

    /// <summary>
    /// What makes a repeat of this turn recognisable: the activity's id, and the nonce of a card action where there is one.
    /// Only a keyed hash of it is stored.
    /// </summary>
    public required IReadOnlyList<string> DedupeKeys { get; init; }

    /// <summary>A nonce that may be used once in all conversations and by all cases' buttons; where it was used before, the whole turn is a repeat. Null for none.</summary>
    public string? Nonce { get; init; }

    public required ReadOnlyMemory<byte> State { get; init; }

    /// <summary>
    /// True where the program must be able to go on without the person (silence in an urgent protocol):
    /// the state is then readable with the server's key as well.
    /// </summary>
    public bool ServerMayGoOn { get; init; }

    /// <summary>Case whose acknowledgement the conversation waits for: found again when somebody acknowledges. Wiped with the conversation.</summary>
    public Guid? WaitsForCase { get; init; }

    /// <summary>Activities for the conversation, in order, each UTF-8 JSON; sealed like the state and kept as long as it.</summary>
    public IReadOnlyList<ReadOnlyMemory<byte>> Replies { get; init; } = [];

    /// <summary>The replies of a channel that keeps no transcript of ours, each whole with its address: kept until they were sent.</summary>
    public IReadOnlyList<ReadOnlyMemory<byte>> Outgoing { get; init; } = [];

    /// <summary>UTC from which a worker sends what has not left by then.</summary>
    public DateTimeOffset OutgoingDue { get; init; }

    public IReadOnlyList<CaseCommit> Cases { get; init; } = [];

    /// <summary>Silence that the program must notice. Replaces every earlier one of the conversation.</summary>
    public IReadOnlyList<SilenceTimer> Timers { get; init; } = [];

    /// <summary>Protocol versions that this turn started: pinned, so that a run can always be finished on its own version.</summary>
    public IReadOnlyList<PinnedProtocol> Pinned { get; init; } = [];

    /// <summary>Live hand-overs that the turn opened, changed or ended; two where one person takes over from another.</summary>
    public IReadOnlyList<HandOverCommit> HandOvers { get; init; } = [];

    /// <summary>Runs that leave this conversation and rest with their case until somebody takes them.</summary>
    public IReadOnlyList<HandedRun> Handed { get; init; } = [];

    /// <summary>Runs that this conversation goes on with. If one of them was taken by somebody else meanwhile, the whole turn is a conflict.</summary>
    public IReadOnlyList<TakenRun> Taken { get; init; } = [];

    /// <summary>Choices of a survey to be added up. Nothing ties them to the conversation once they are counted.</summary>
    public IReadOnlyList<TallyMark> Tallies { get; init; } = [];

    /// <summary>When an unattended conversation is wiped, UTC.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }
}

/// <summary>One case's change within a turn.</summary>
/// <param name="ExpectedRevision">Revision of the case that the step was computed on; 0 opens it.</param>
/// <param name="Key">Key that the words are sealed under: made new with <see cref="CaseKey.New"/> when the case opens, held by the reporter's conversation afterwards.</param>
/// <param name="Receipt">The reporter's code, when the case opens for somebody who stays anonymous.</param>
public sealed record CaseCommit(CaseStep Step, int ExpectedRevision, CaseKey? Key, ReceiptCode? Receipt = null);

/// <summary>The key of one case's words. Printing it gives dots.</summary>
public sealed class CaseKey(byte[] key)
{
    /// <summary>32 bytes.</summary>
    public ReadOnlyMemory<byte> Bytes { get; } = key.Length == 32 ? key : throw new ArgumentException("A case key has 32 bytes.", nameof(key));

    public static CaseKey New() => new(System.Security.Cryptography.RandomNumberGenerator.GetBytes(32));

    public override string ToString() => "•••";
}

/// <summary>A run on its way from one person to another.</summary>
/// <param name="Role">Of the open step: who may take it where no person is named.</param>
/// <param name="ToPerson">Directory id; null where whoever holds the role may take it.</param>
/// <param name="Payload">The run as UTF-8 JSON, with what was answered: sealed under the case's key.</param>
public sealed record HandedRun(Guid CaseId, CaseKey Key, string RunId, StepsReason Why, string FromPerson, string? ToPerson, string Role, ReadOnlyMemory<byte> Payload);

public sealed record TakenRun(Guid CaseId, string RunId);

/// <summary>A run that waits for somebody, opened.</summary>
/// <param name="Since">UTC.</param>
public sealed record WaitingRun(Guid CaseId, string RunId, StepsReason Why, string FromPerson, string? ToPerson, string Role, DateTimeOffset Since, ReadOnlyMemory<byte> Payload);

/// <summary>One choice of a survey, counted once.</summary>
/// <param name="Protocol">Protocol and version.</param>
/// <param name="SchoolId">Empty where none was chosen.</param>
/// <param name="Month"><c>2026-11</c> in the district's time zone: nothing finer is kept.</param>
public sealed record TallyMark(string Protocol, string SchoolId, string Month, string Question, string Choice);

/// <param name="Token">Of the waiting step; stale when the run has moved on.</param>
/// <param name="Due">UTC.</param>
public sealed record SilenceTimer(string RunId, string Token, DateTimeOffset Due);

public enum CommitOutcome
{
    /// <summary>On disk.</summary>
    Committed,

    /// <summary>Somebody else's turn came between: reload and run again.</summary>
    Conflict,

    /// <summary>This turn was committed before; the result carries what was answered then.</summary>
    Repeat,
}

/// <param name="Revision">The conversation's revision after the commit.</param>
/// <param name="FirstReply">Sequence number of this turn's first reply in the conversation, from 0.</param>
/// <param name="Earlier">For a repeat: the replies of the first time, where this lockbox opens them.</param>
public sealed record CommitResult(CommitOutcome Outcome, int Revision, int FirstReply, IReadOnlyList<ReadOnlyMemory<byte>> Earlier);

/// <summary>A case as its reporter may see it.</summary>
/// <param name="Words">Only those with <see cref="Words.ReporterMaySee"/>, oldest first.</param>
public sealed record ReporterCase(Case Case, CaseKey Key, IReadOnlyList<Words> Words);

/// <param name="Key"><c>bullying-report@1</c>.</param>
/// <param name="Hash">Lowercase hex SHA-256 of the canonical JSON.</param>
public sealed record PinnedProtocol(string Key, string Hash, string CanonicalJson);
