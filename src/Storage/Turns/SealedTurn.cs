using SupportBot.Dialogs;

namespace SupportBot.Storage;

/// <summary>A turn, sealed and ready to be written.</summary>
internal sealed record SealedTurn
{
    public required byte[] Conversation { get; init; }

    public required int ExpectedRevision { get; init; }

    public required byte[][] DedupeHashes { get; init; }

    /// <summary>Keyed hash of a nonce that the turn uses up; null for none.</summary>
    public byte[]? NonceHash { get; init; }

    /// <summary>Days since 0001-01-01.</summary>
    public required int Day { get; init; }

    public required byte[] State { get; init; }

    public byte[]? ServerSlot { get; init; }

    public required long Expires { get; init; }

    public int Replies { get; init; }

    /// <summary>The replies sealed together; null where there are none.</summary>
    public byte[]? Transcript { get; init; }

    /// <summary>The replies that the channel has still to send, sealed together; null where there are none.</summary>
    public byte[]? Outgoing { get; init; }

    /// <summary>UTC ticks from which a worker sends them.</summary>
    public long OutgoingDue { get; init; }

    public required IReadOnlyList<SilenceTimer> Timers { get; init; }

    /// <summary>Case that the conversation waits for; stands beside its timers and goes with them.</summary>
    public byte[]? WaitsForCase { get; init; }

    /// <summary>Channel and id of the conversation, sealed; where there are timers.</summary>
    public byte[]? Address { get; init; }

    public required IReadOnlyList<PinnedProtocol> Pinned { get; init; }

    public IReadOnlyList<SealedCase> Cases { get; init; } = [];

    /// <summary>Changes of hand-overs, each with the sealed address of the conversation where it opens one.</summary>
    public IReadOnlyList<(HandOverCommit Change, byte[]? Address)> HandOvers { get; init; } = [];

    /// <summary>Runs that leave the conversation, each with its sealed payload.</summary>
    public IReadOnlyList<(HandedRun Run, byte[] Ct)> Handed { get; init; } = [];

    public IReadOnlyList<TakenRun> Taken { get; init; } = [];

    public IReadOnlyList<TallyMark> Tallies { get; init; } = [];

    /// <summary>UTC ticks.</summary>
    public required long Now { get; init; }

    /// <summary>True where a look before sealing said that this turn was committed before: then nothing may be written.</summary>
    public bool IsRepeat { get; init; }
}

/// <summary>How it ended.</summary>
/// <param name="Earlier">For a repeat: the sealed replies of the first time.</param>
/// <param name="EarlierRevision">For a repeat: the revision that the first time made.</param>
internal sealed record TurnOutcome(CommitOutcome Outcome, int Revision, int FirstReply, byte[]? Earlier = null, int EarlierRevision = 0);
