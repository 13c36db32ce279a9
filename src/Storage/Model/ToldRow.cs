namespace SupportBot.Storage;

/// <summary>Something that the program has said by itself.</summary>
internal sealed class ToldRow
{
    /// <summary>Ids only.</summary>
    public required string Subject { get; init; }

    /// <summary>Day number of the last day on which it is remembered.</summary>
    public int Until { get; init; }
}
