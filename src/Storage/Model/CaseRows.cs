namespace SupportBot.Storage;

/// <summary>A case without words. What lists are filtered by stands in columns; the rest is JSON.</summary>
internal sealed class CaseFileRow
{
    public required byte[] Id { get; init; }

    public required string Number { get; init; }

    public required string Kind { get; init; }

    public required string School { get; init; }

    public int Severity { get; init; }

    public required string State { get; init; }

    public string? Owner { get; init; }

    public int Revision { get; init; }

    public long Opened { get; init; }

    public long? Closed { get; init; }

    public required string Facts { get; init; }

    public required byte[] Excluded { get; init; }
}

/// <summary>
/// A task that somebody is to do, one row for each role that may; made of the case at each of its commits, so that lists by role and due time need not read every case. Ids and
/// times only.
/// </summary>
internal sealed class OpenTaskRow
{
    public required byte[] CaseId { get; init; }

    public required string Task { get; init; }

    public required string Role { get; init; }

    /// <summary>Person it was handed to.</summary>
    public string? Owner { get; init; }

    public required string School { get; init; }

    /// <summary>UTC ticks; the greatest number where no time is set.</summary>
    public long Due { get; init; }

    /// <summary>The case's number: what comes after what where due times are alike.</summary>
    public required string Number { get; init; }
}

/// <summary>Something a person wrote, sealed under the case's key. Never changed.</summary>
internal sealed class CaseWordsRow
{
    public long Seq { get; init; }

    public required byte[] Id { get; init; }

    public required byte[] CaseId { get; init; }

    public int Kind { get; init; }

    public required string About { get; init; }

    public required string Label { get; init; }

    public required string Author { get; init; }

    public long At { get; init; }

    public required byte[] Ct { get; init; }
}

/// <summary>The two slots of a case's key: the district's and the reporter's. Deleting the row shreds the case.</summary>
internal sealed class CaseKeyRow
{
    public required byte[] CaseId { get; init; }

    /// <summary>Name of the key pair that slot D is for.</summary>
    public required string Epoch { get; init; }

    public required byte[] SlotD { get; init; }

    public byte[]? Locator { get; init; }

    public byte[]? Salt { get; init; }

    public byte[]? SlotR { get; init; }
}

/// <summary>An alert in somebody's inbox.</summary>
internal sealed class AlertDeliveryRow
{
    public required string Person { get; init; }

    public required byte[] CaseId { get; init; }

    public required string Alert { get; init; }

    public int Rung { get; init; }

    public required string Role { get; init; }

    public long Sent { get; init; }
}
