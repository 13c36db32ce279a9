namespace SupportBot.Cases;

/// <summary>What a step does to the row that the public log keeps of its case. A case has one row or none.</summary>
public abstract record LogChange
{
    private LogChange()
    {
    }

    /// <summary>The row is now this one, whether there was one or not.</summary>
    public sealed record Put(LogRow Row) : LogChange;

    /// <summary>The case has none any more: withdrawn, merged into another, or entered elsewhere.</summary>
    public sealed record Remove : LogChange;

    /// <summary>The case is shredded: the row stays, and nothing leads from it to the case or to its day.</summary>
    public sealed record Untie : LogChange;
}
