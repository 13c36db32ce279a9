namespace SupportBot.Directory;

/// <summary>What a list tells of one completed course, read and not looked up yet. Printing or formatting it gives the line and nothing of the person.</summary>
public sealed record EarlierRow
{
    /// <summary>In the sheet.</summary>
    public required long Line { get; init; }

    /// <summary>HR's own id, as it was written; empty where the mail address alone says who it is.</summary>
    public required string EmployeeId { get; init; }

    /// <summary>Lower case; null where the list does not tell.</summary>
    public required string? Mail { get; init; }

    /// <summary>Id, code or title, as it was written.</summary>
    public required string Course { get; init; }

    /// <summary>Day on which it was completed.</summary>
    public required DateOnly On { get; init; }

    /// <summary>Where or by whom it was held, in one line.</summary>
    public required string Source { get; init; }

    public override string ToString() => FormattableString.Invariant($"line {Line}");
}

/// <summary>A line that is not taken, with the cure. May quote what stands there: only those who brought it see it.</summary>
public sealed record EarlierFault(long Line, string What, string Cure)
{
    public override string ToString() => FormattableString.Invariant($"line {Line}");
}
