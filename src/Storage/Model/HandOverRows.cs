namespace SupportBot.Storage;

/// <summary>A live hand-over: who of staff is in a chat of which case. Nothing of it tells which conversation it is but the sealed address.</summary>
internal sealed class HandOverRow
{
    /// <summary>16 random bytes.</summary>
    public required byte[] Id { get; init; }

    public required byte[] CaseId { get; init; }

    public required string Person { get; init; }

    public required string Role { get; init; }

    /// <summary>UTC ticks: when somebody of staff joined.</summary>
    public long Opened { get; init; }

    /// <summary>0 while it is open; else how it ended, plus one. Never when: the reporter's times are not kept.</summary>
    public int Ended { get; init; }

    /// <summary>Rises with every turn that touches it, so that whoever looks on sees whether there is news.</summary>
    public int Version { get; init; }

    /// <summary>Channel and id of the conversation, sealed under the server's key; gone with its end.</summary>
    public byte[]? Address { get; init; }
}

/// <summary>Something the person who joined must be told. Gone once it was told; the words themselves rest with the case.</summary>
internal sealed class HandOverNewsRow
{
    public long Id { get; init; }

    public required byte[] HandOver { get; init; }

    public required byte[] CaseId { get; init; }

    public required string Person { get; init; }

    public int Kind { get; init; }

    public byte[]? Words { get; init; }

    public long NotBefore { get; init; }

    public int Attempts { get; init; }

    public long Lease { get; init; }
}
