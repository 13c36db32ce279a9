namespace SupportBot.Directory;

/// <summary>What HR tells of one hire, read and looked up. Printing or formatting it gives the line and nothing of the person.</summary>
public sealed record HireRow
{
    /// <summary>In the sheet; 1 where somebody filled in a form.</summary>
    public required long Line { get; init; }

    /// <summary>HR's own id, as it was written.</summary>
    public required string EmployeeId { get; init; }

    public required string Name { get; init; }

    /// <summary>Lower case.</summary>
    public required string Mail { get; init; }

    public required Role Role { get; init; }

    /// <summary>Null where they work for the whole district.</summary>
    public required School? School { get; init; }

    public required DateOnly FirstDay { get; init; }

    /// <summary>Lower case; null where HR does not tell.</summary>
    public required string? SupervisorMail { get; init; }

    public override string ToString() => FormattableString.Invariant($"line {Line}");
}

/// <summary>A line that is not taken, with the cure. May quote what stands there: only HR sees it.</summary>
public sealed record HireFault(long Line, string What, string Cure)
{
    /// <summary>The same for whoever says it in words of their own.</summary>
    public HireFaultKind Kind { get; init; }

    /// <summary>What stands there; empty where the kind says it all.</summary>
    public string Word { get; init; } = "";

    /// <summary>What it may be meant for, or whom it collides with; empty for nothing.</summary>
    public string Other { get; init; } = "";

    public override string ToString() => FormattableString.Invariant($"line {Line}: {Kind}");
}
