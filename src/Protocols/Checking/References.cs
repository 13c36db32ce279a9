namespace SupportBot.Protocols;

/// <summary>What a protocol may name outside itself.</summary>
public sealed record References
{
    public required IReadOnlySet<string> Roles { get; init; }

    /// <summary>Roles that somebody holds at night and in the holidays too.</summary>
    public required IReadOnlySet<string> OutOfHoursRoles { get; init; }

    /// <summary>Ids of resources and of resource lists.</summary>
    public required IReadOnlySet<string> Resources { get; init; }

    public required IReadOnlySet<string> ResourceTopics { get; init; }

    /// <summary>Cards an alert may show, with the holes each has.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<string>> Cards { get; init; }

    /// <summary>Ids of crisis signals.</summary>
    public required IReadOnlySet<string> Signals { get; init; }

    /// <summary>Ids of all protocols.</summary>
    public required IReadOnlySet<string> Protocols { get; init; }

    /// <summary>Ids of the places for licensed wording.</summary>
    public IReadOnlySet<string> Slots { get; init; } = new HashSet<string>();

    /// <summary>Ids of trainings that people may have on record.</summary>
    public IReadOnlySet<string> Trainings { get; init; } = new HashSet<string>();

    /// <summary>Levels that schools have.</summary>
    public IReadOnlySet<string> Levels { get; init; } = new HashSet<string>();

    /// <summary>Languages that staff read: a translation into one of them has the words of the case too.</summary>
    public IReadOnlySet<string> StaffLanguages { get; init; } = new HashSet<string>();

    /// <summary>What an alert can put into a card's holes. Never a word a person wrote, never a name.</summary>
    public static IReadOnlySet<string> AlertHoles { get; } = new HashSet<string> { "severity", "kind", "school", "age", "number", "state", "role" };
}
