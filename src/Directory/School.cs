namespace SupportBot.Directory;

/// <summary>A school of the district.</summary>
public sealed record School
{
    /// <summary>Stable id, such as <c>riverbend-middle</c>.</summary>
    public required string Id { get; init; }

    public required string Name { get; init; }

    /// <summary>What people also call it; used to find it again from what they type.</summary>
    public IReadOnlyList<string> AlsoKnownAs { get; init; } = [];

    /// <summary>Whose law applies, of <see cref="AllJurisdictions"/>.</summary>
    public required string Jurisdiction { get; init; }

    public static IReadOnlyList<string> AllJurisdictions { get; } = ["OR", "CA"];

    /// <summary>Of <see cref="AllLevels"/>; a school of grades K to 8 has two. Empty where the content does not say.</summary>
    public IReadOnlyList<string> Levels { get; init; } = [];

    public static IReadOnlyList<string> AllLevels { get; } = ["elementary", "middle", "high"];

    /// <summary>IANA time zone id.</summary>
    public required string TimeZone { get; init; }

    /// <summary>Id of the school calendar.</summary>
    public required string Calendar { get; init; }

    public required WeekHours Hours { get; init; }

    /// <summary>Where trainings may be held; empty where the content names none.</summary>
    public IReadOnlyList<Room> Rooms { get; init; } = [];

    /// <summary>The school office, as <c>503-555-0100</c>.</summary>
    public required string Phone { get; init; }
}
