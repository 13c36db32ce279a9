namespace SupportBot.Directory;

/// <summary>What <c>directory/district.yaml</c> says.</summary>
internal sealed record DistrictPage
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    public required string PublicName { get; init; }

    public required string Jurisdiction { get; init; }

    public required string TimeZone { get; init; }

    public required string Calendar { get; init; }

    public required WeekHours OfficeHours { get; init; }

    public required IReadOnlyList<string> Languages { get; init; }

    public IReadOnlyList<string> Areas { get; init; } = [];
}
