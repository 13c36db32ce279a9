namespace SupportBot.Directory;

/// <summary>What a source says of one person, as it says it; <see cref="PeopleMerge"/> checks it.</summary>
public sealed record PersonRow
{
    /// <summary>Where it stands, for whoever must put it right: <c>people.csv, line 12</c>.</summary>
    public required string Where { get; init; }

    /// <summary>Object id of the account in Microsoft Entra; null where the source does not know it.</summary>
    public string? EntraId { get; init; }

    public required string Mail { get; init; }

    public required string Name { get; init; }

    /// <summary>Null where the source does not tell: then those that are known stay.</summary>
    public IReadOnlyList<string>? OtherNames { get; init; }

    /// <summary>Null where the source does not tell: then the number that is known stays. Empty where the person has none.</summary>
    public string? Phone { get; init; }

    /// <summary>As <see cref="PostText"/> reads them, such as <c>counselor@heron-middle</c>. Null where the source does not tell, empty where the person holds no role.</summary>
    public IReadOnlyList<string>? Posts { get; init; }

    /// <summary>As <see cref="TrainingText"/> reads them, such as <c>level-1-screening until 2027-08-31</c>. Null where the source does not tell: then what is known stays.</summary>
    public IReadOnlyList<string>? Trainings { get; init; }

    /// <summary>Why the source itself refuses the row, with the cure; null where it does not. Whoever it means stays as they were.</summary>
    public (string What, string Cure)? Refused { get; init; }
}
