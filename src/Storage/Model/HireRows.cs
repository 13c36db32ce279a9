namespace SupportBot.Storage;

/// <summary>That somebody was hired, and when.</summary>
internal sealed class HireRow
{
    /// <summary>HR's own id of the person.</summary>
    public required string Employee { get; init; }

    /// <summary>Null while the directory does not know them.</summary>
    public string? Person { get; init; }

    /// <summary>Day number of the first day of work.</summary>
    public int HiredOn { get; init; }

    /// <summary>Name, addresses, role and school, sealed under the server's key.</summary>
    public required byte[] Ct { get; init; }
}

/// <summary>Days on which a hire's time stands still.</summary>
internal sealed class HireLeaveRow
{
    public required string Employee { get; init; }

    /// <summary>Day number.</summary>
    public int FirstDay { get; init; }

    /// <summary>Day number; null while it goes on.</summary>
    public int? LastDay { get; init; }
}
