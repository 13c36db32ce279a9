using SupportBot.Yaml;

namespace SupportBot.Directory;

/// <summary>Reads <c>roles/roles.yaml</c>.</summary>
internal static class RolesReader
{
    public static IReadOnlyList<Role> Read(YamlMap? page, KnownIds known)
    {
        var roles = new List<Role>();
        page?.RefuseUnknownKeys("format", "roles");
        foreach (var entry in page?.Maps("roles") ?? [])
        {
            entry.RefuseUnknownKeys("id", "title", "description", "out-of-hours", "also-known-as", "titles");
            var isKnown = known.Take(entry, out var id);
            var role = new Role(id, entry.Text("title"), entry.Text("description"), entry.Flag("out-of-hours"), entry.OptionalTexts("also-known-as"))
            {
                Titles = entry.OptionalMap("titles") is { } titles ? titles.Keys.ToDictionary(k => k, titles.Text) : new Dictionary<string, string>(),
            };
            if (!entry.Has("out-of-hours")) entry.Fault("it does not say whether the role must be reachable at every hour", "add out-of-hours: true or out-of-hours: false");
            if (isKnown) roles.Add(role);
        }
        return roles;
    }
}
