namespace SupportBot.Storage;

/// <summary>Steps that one person gave away and nobody has taken yet.</summary>
internal sealed class HandedRunRow
{
    public required byte[] CaseId { get; init; }

    public required string Run { get; init; }

    /// <summary><c>handed-over</c> or <c>second-person</c>.</summary>
    public required string Why { get; init; }

    public required string FromPerson { get; init; }

    /// <summary>Null where whoever holds the role may take it.</summary>
    public string? ToPerson { get; init; }

    public required string Role { get; init; }

    public long Since { get; init; }

    /// <summary>The run, sealed under the case's key.</summary>
    public required byte[] Ct { get; init; }
}
