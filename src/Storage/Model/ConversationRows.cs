namespace SupportBot.Storage;

/// <summary>Replies of a turn that their channel has still to send. Gone once they left.</summary>
internal sealed class OutgoingRow
{
    public required byte[] Conversation { get; init; }

    /// <summary>Of the conversation after the turn.</summary>
    public int Revision { get; init; }

    /// <summary>All of them, sealed together.</summary>
    public required byte[] Ct { get; init; }

    /// <summary>How many left already.</summary>
    public int Sent { get; init; }

    public long Due { get; init; }

    public int Attempts { get; init; }

    public long Lease { get; init; }
}

// Columns hold only byte[], string, int and long: the two databases then store and compare them alike. Times are UTC ticks.

/// <summary>A conversation between turns; nobody can tell from it which conversation of which channel it is.</summary>
internal sealed class ConversationRow
{
    /// <summary>Keyed hash of channel and id, 16 bytes.</summary>
    public required byte[] Id { get; init; }

    public int Revision { get; init; }

    /// <summary>Replies written so far: the sequence number of the next one.</summary>
    public int Replies { get; init; }

    /// <summary>Silence timers of the last commit, and of the one before: whether there are old ones to delete.</summary>
    public int Timers { get; init; }

    public int TimersBefore { get; init; }

    public required byte[] State { get; init; }

    /// <summary>The conversation's key under the server's, while the program may go on without the person.</summary>
    public byte[]? ServerSlot { get; init; }

    public long Expires { get; init; }
}

/// <summary>The replies of one turn, sealed together.</summary>
internal sealed class TranscriptRow
{
    public required byte[] Conversation { get; init; }

    /// <summary>Revision that the turn made.</summary>
    public int Revision { get; init; }

    public int First { get; init; }

    public int Replies { get; init; }

    public required byte[] Ct { get; init; }
}

/// <summary>That a turn was committed; kept at least seven days, so that a card clicked again next week is known.</summary>
internal sealed class TurnKeyRow
{
    /// <summary>Keyed hash, 16 bytes.</summary>
    public required byte[] Hash { get; init; }

    public required byte[] Conversation { get; init; }

    public int Revision { get; init; }

    /// <summary>Days since 0001-01-01; never the time.</summary>
    public int Day { get; init; }
}

/// <summary>A protocol version that some run was started on.</summary>
internal sealed class ProtocolVersionRow
{
    public required string Key { get; init; }

    public required string Hash { get; init; }

    public required string Canonical { get; init; }
}
