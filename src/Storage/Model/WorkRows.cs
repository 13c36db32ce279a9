namespace SupportBot.Storage;

/// <summary>Something to tell people. Gone once it has been told.</summary>
internal sealed class OutboxRow
{
    public long Id { get; init; }

    public required byte[] CaseId { get; init; }

    public int Kind { get; init; }

    public required string Subject { get; init; }

    public required string Role { get; init; }

    public int Rung { get; init; }

    /// <summary>1 for the urgent lane.</summary>
    public int Urgent { get; init; }

    public long NotBefore { get; init; }

    public int Attempts { get; init; }

    /// <summary>Until then a worker has it; 0 for nobody.</summary>
    public long Lease { get; init; }
}

/// <summary>A case's deadline or a conversation's silence. Gone once it has fired.</summary>
internal sealed class DeadlineRow
{
    public long Id { get; init; }

    /// <summary>0 rung, 1 task, 2 silence. A silence may carry a case: the one its conversation waits for.</summary>
    public int Kind { get; init; }

    public byte[]? CaseId { get; init; }

    public byte[]? Conversation { get; init; }

    /// <summary>Alert, task or run id.</summary>
    public required string Subject { get; init; }

    public required string Token { get; init; }

    /// <summary>For a silence: channel and id of the conversation, sealed under the server's key.</summary>
    public byte[]? Address { get; init; }

    public long Due { get; init; }

    public long Lease { get; init; }
}

/// <summary>One link of the audit chain.</summary>
internal sealed class AuditRow
{
    public long Seq { get; init; }

    public required byte[] CaseId { get; init; }

    public required string Actor { get; init; }

    public required string Action { get; init; }

    public required string Subject { get; init; }

    public long At { get; init; }

    public required byte[] Prev { get; init; }

    public required byte[] Hash { get; init; }
}

/// <summary>The chain's last link, locked by whoever adds one. A single row.</summary>
internal sealed class AuditHeadRow
{
    public int Id { get; init; }

    public long Seq { get; init; }

    public required byte[] Hash { get; init; }
}

/// <summary>A single row: which key folder this database belongs to, and the last time somebody proved that it can be written.</summary>
internal sealed class StoreMarkRow
{
    public int Id { get; init; }

    public required string Keys { get; init; }

    public long Probed { get; init; }
}
