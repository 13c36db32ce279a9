using SupportBot.Directory;

namespace SupportBot.Graph;

/// <summary>
/// What members of a group of Microsoft Entra are here: one entry of the list <c>Graph:Groups</c>. Only members of these groups become people of the
/// directory; an organisation's other accounts, students' among them, are never read into it.
/// </summary>
public sealed record GroupPost
{
    public const string Section = "Graph:Groups";

    /// <summary>Object id of the group.</summary>
    public string Id { get; init; } = "";

    /// <summary>As <see cref="PostText"/> reads it: <c>counselor@heron-middle</c>. Empty for staff without a role.</summary>
    public string Post { get; init; } = "";

    /// <summary>What is wrong with the list, in one sentence; null where nothing is.</summary>
    public static string? Fault(IReadOnlyList<GroupPost> groups, District district)
    {
        ArgumentNullException.ThrowIfNull(groups);
        if (groups.Count == 0) return $"People:Source is graph, and {Section} names no group: without groups every account of the organisation would be staff.";
        foreach (var group in groups)
        {
            if (!Guid.TryParseExact(group.Id, "D", out _)) return $"{Section}: \"{group.Id}\" is no group: copy the Object ID of the group.";
            if (group.Post.Length > 0 && PostText.Read(group.Post, district, out _) is { } wrong) return $"{Section}: {wrong.What}; {wrong.Cure}.";
        }

        return null;
    }
}
