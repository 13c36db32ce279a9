namespace SupportBot.Storage;

/// <summary>One row of the public log: ids of choices, never a word. What stands in it stays when its case is shredded.</summary>
internal sealed class LogRowRow
{
    public required byte[] Id { get; init; }

    /// <summary>Null once the case is shredded.</summary>
    public byte[]? CaseId { get; init; }

    /// <summary><c>bullying-report@2</c>.</summary>
    public required string Protocol { get; init; }

    public required string School { get; init; }

    public required string Jurisdiction { get; init; }

    /// <summary>The school year of the report, by the year it began in.</summary>
    public int SchoolYear { get; init; }

    /// <summary>Number of the day of the report; null once the case is shredded.</summary>
    public int? Reported { get; init; }

    public required string Kind { get; init; }

    public required string Grades { get; init; }

    public required string Basis { get; init; }

    public required string Outcome { get; init; }

    public required string Action { get; init; }

    public int Days { get; init; }

    /// <summary>1 where it is counted without its school.</summary>
    public int Held { get; init; }
}
