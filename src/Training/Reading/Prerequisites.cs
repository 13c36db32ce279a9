using SupportBot.Yaml;

namespace SupportBot.Training;

/// <summary>
/// What must have been done before a course. Each entry of <c>prerequisites</c> is the id of a course, or a list of ids of which one is enough.
/// </summary>
internal static class Prerequisites
{
    private const string Key = "prerequisites";

    public static IReadOnlyList<IReadOnlyList<string>> Read(YamlMap entry)
    {
        foreach (var node in entry.OptionalList(Key)?.AsEnumerable() ?? [])
            foreach (var wrong in node is YamlList { Count: > 0 } any ? any.Where(n => n is not YamlScalar) : node is YamlScalar ? [] : [node])
                wrong.Fault("this names no course", "write the id of a course, or a list of ids of which one is enough: [sp-qpr, sp-asist]");
        return [.. Named(entry).Select(any => any.Select(n => n.Value).ToList()).Where(any => any.Count > 0)];
    }

    /// <summary>Faults what is no course, and courses that nobody can begin because they wait for each other.</summary>
    public static void Check(IReadOnlyList<YamlMap> entries, IReadOnlyList<Course> courses, KnownIds known)
    {
        var needs = courses.ToDictionary(c => c.Id, c => c.Prerequisites.SelectMany(any => any).ToHashSet(StringComparer.Ordinal), StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            if (entry["id"] is not YamlScalar { Value: var id }) continue;
            foreach (var node in Named(entry).SelectMany(any => any).Where(n => known.Check(n, n.Value)))
            {
                if (node.Value == id) node.Fault("the course requires itself", "remove it here");
                else if (Way(node.Value, id, needs) is { } way) node.Fault($"it goes in a circle: {string.Join(" requires ", way.Prepend(id))}", "remove one of these prerequisites");
            }
        }
    }

    /// <returns>From a course to one that it requires, over others; null where it does not.</returns>
    private static List<string>? Way(string from, string to, Dictionary<string, HashSet<string>> needs)
    {
        var (seen, waiting) = (new HashSet<string>([from], StringComparer.Ordinal), new Queue<List<string>>([[from]]));
        while (waiting.TryDequeue(out var way))
        {
            foreach (var next in needs.GetValueOrDefault(way[^1]) ?? [])
            {
                if (next == to) return [.. way, next];
                if (seen.Add(next)) waiting.Enqueue([.. way, next]);
            }
        }

        return null;
    }

    private static IEnumerable<IReadOnlyList<YamlScalar>> Named(YamlMap entry)
    {
        foreach (var node in (entry[Key] as YamlList)?.AsEnumerable() ?? [])
        {
            if (node is YamlList any) yield return [.. any.OfType<YamlScalar>()];
            else if (node is YamlScalar one) yield return [one];
        }
    }
}
