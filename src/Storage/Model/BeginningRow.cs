namespace SupportBot.Storage;

/// <summary>Something that the school's year has begun at one school, and what was said of it. Ids and days only.</summary>
internal sealed class BeginningRow
{
    public required string Protocol { get; init; }

    /// <summary>Id of the entry in the protocol's header.</summary>
    public required string Entry { get; init; }

    public required string School { get; init; }

    /// <summary>Day number of the day that content names, of its year; the school day on which people were told may be later.</summary>
    public int OnDay { get; init; }

    /// <summary>Day number.</summary>
    public int Told { get; init; }

    /// <summary>0 nobody has said anything, 1 begun, 2 done.</summary>
    public int Answer { get; init; }

    public string? Person { get; init; }

    /// <summary>UTC ticks.</summary>
    public long? At { get; init; }
}
