namespace SupportBot.Storage;

/// <summary>Where a member of staff is reached in Teams. The address is sealed: it names accounts and conversations.</summary>
internal sealed class ContactRow
{
    public required string Person { get; init; }

    public required byte[] Address { get; init; }

    public long Updated { get; init; }
}

/// <summary>A way on which a person could not be reached the last time. Gone once they were.</summary>
internal sealed class UnreachedRow
{
    public required string Person { get; init; }

    public required string Channel { get; init; }

    public required string Code { get; init; }

    public long Since { get; init; }
}

/// <summary>One notice to one person by one channel. Kept after it was sent, so that a rung knows whether it reached anybody.</summary>
internal sealed class SendRow
{
    public long Id { get; init; }

    public required byte[] CaseId { get; init; }

    /// <summary>Kind of the notice.</summary>
    public int Kind { get; init; }

    public required string Subject { get; init; }

    public required string Role { get; init; }

    public int Rung { get; init; }

    /// <summary>1 for the urgent lane.</summary>
    public int Urgent { get; init; }

    /// <summary>1 where the ladder has a next rung, to which it may climb at once if this one reaches nobody.</summary>
    public int Climbs { get; init; }

    public required string Person { get; init; }

    public required string Channel { get; init; }

    /// <summary>0 waits, 1 sent, 2 cannot be reached this way.</summary>
    public int State { get; init; }

    public long Due { get; init; }

    public int Attempts { get; init; }

    public long Lease { get; init; }
}

/// <summary>A card that stands in somebody's chat and is kept up to date.</summary>
internal sealed class CardCopyRow
{
    public required byte[] CaseId { get; init; }

    /// <summary>Alert or task id.</summary>
    public required string Subject { get; init; }

    public required string Person { get; init; }

    /// <summary>Conversation, service and activity; sealed.</summary>
    public required byte[] Address { get; init; }

    /// <summary>What it shows, as a text that changes whenever the card must.</summary>
    public required string Shown { get; init; }

    public long Sent { get; init; }
}

/// <summary>That a card's button was used. A second press with the same payload finds it here.</summary>
internal sealed class UsedNonceRow
{
    /// <summary>Keyed hash, 16 bytes.</summary>
    public required byte[] Hash { get; init; }

    /// <summary>Days since 0001-01-01; never the time.</summary>
    public int Day { get; init; }
}
