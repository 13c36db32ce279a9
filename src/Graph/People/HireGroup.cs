using SupportBot.Directory;

namespace SupportBot.Graph;

/// <summary>A group of Microsoft Entra whose members were hired: one entry of the list <c>Hires:Groups</c>.</summary>
public sealed record HireGroup
{
    public const string Section = "Hires:Groups";

    /// <summary>Object id of the group.</summary>
    public string Id { get; init; } = "";

    /// <summary>Role of all its members, by id; empty where it is the job title of each account.</summary>
    public string Role { get; init; } = "";

    /// <summary>School of all its members, by id, or <c>district</c>; empty where it is the office of each account.</summary>
    public string School { get; init; } = "";

    /// <summary>What is wrong with the list, in one sentence; null where nothing is.</summary>
    public static string? Fault(IReadOnlyList<HireGroup> groups, District district)
    {
        ArgumentNullException.ThrowIfNull(groups);
        ArgumentNullException.ThrowIfNull(district);
        foreach (var group in groups)
        {
            if (!Guid.TryParseExact(group.Id, "D", out _)) return $"{Section}: \"{group.Id}\" is no group: copy the Object ID of the group.";
            if (group.Role.Length > 0 && district.Role(group.Role) is null) return $"{Section}: there is no role \"{group.Role}\".";
            if (group.School.Length > 0 && group.School != HireText.WholeDistrict && district.School(group.School) is null) return $"{Section}: there is no school \"{group.School}\"; write {HireText.WholeDistrict} for all of them.";
        }

        return null;
    }
}
