using SupportBot.Yaml;

namespace SupportBot.Training;

/// <summary>What all entries of the catalogue share: where a fact comes from, whether to rely on it, and for whom it is.</summary>
internal static class Entry
{
    private const string Verify = "verify";

    private static readonly string[] Statuses = ["found", Verify, "district default"];

    /// <summary>Warns where somebody must still verify it.</summary>
    public static (string Source, string Status) Origin(YamlMap entry)
    {
        var (source, status) = (entry.Text("source"), entry.Text("status"));
        if (status.Length > 0 && KnownIds.Missing("status", status, Statuses) is { } wrong) entry["status"]!.Fault(wrong.What, wrong.Cure);
        if (status == Verify) entry["status"]!.Warn("nobody has verified this yet", "look it up, correct it, and write status: found or status: district default");
        return (source, status);
    }

    /// <summary>The word <c>everybody</c>, or a map of what is asked of a person.</summary>
    public static Audience Audience(YamlMap entry, List<Mention> mentions)
    {
        const string key = "audience", everybody = "everybody";
        if (entry[key] is YamlScalar { Value: everybody }) return Training.Audience.Everybody;
        if (entry[key] is YamlScalar other)
        {
            other.Fault($"audience cannot be \"{other.Value}\"", $"write {everybody}, or what is asked, such as {{ roles: [counselor] }}");
            return Training.Audience.Everybody;
        }

        var asked = entry.Map(key);
        asked.RefuseUnknownKeys("roles", "schools", "levels", "jurisdictions", "hired-from", "new-hires");
        if (entry.Has(key) && !asked.Keys.Any()) asked.Fault("it asks for nothing", $"write audience: {everybody}");
        return new Audience
        {
            Roles = Named(asked, "roles", Mentioned.Role, mentions),
            Schools = Named(asked, "schools", Mentioned.School, mentions),
            Levels = Named(asked, "levels", Mentioned.Level, mentions),
            Jurisdictions = Named(asked, "jurisdictions", Mentioned.Jurisdiction, mentions),
            HiredFrom = asked.OptionalDate("hired-from"),
            NewHires = asked.Flag("new-hires"),
        };
    }

    /// <summary>Faults a number that is smaller than the least or larger than the most; a missing one was told of before.</summary>
    /// <returns>The number, or the nearest that is allowed.</returns>
    public static int Within(YamlMap entry, string key, int number, int least, int most)
    {
        if ((number < least || number > most) && entry[key] is { } node) node.Fault($"{key} is {number}", $"write a number from {least} to {most}");
        return Math.Clamp(number, least, most);
    }

    // An empty list asks for nothing, and would open to everybody what was meant for few.
    private static IReadOnlyList<string> Named(YamlMap asked, string key, Mentioned what, List<Mention> mentions)
    {
        var nodes = asked.OptionalList(key)?.TextNodes() ?? [];
        if (asked[key] is YamlList { Count: 0 } empty) empty.Fault($"{key} names nobody", $"name at least one, or remove {key}");
        mentions.AddRange(nodes.Select(n => new Mention(what, n)));
        return [.. nodes.Select(n => n.Value)];
    }
}
