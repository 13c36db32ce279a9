using SupportBot.Yaml;

namespace SupportBot.Protocols;

/// <summary>Reads <c>recalls.yaml</c>: the versions found to be harmful.</summary>
internal static class RecallReader
{
    /// <param name="yaml">null when there is no such file</param>
    public static (IReadOnlyList<RecalledVersion> Recalls, IReadOnlyList<Fault> Faults) Read(string? yaml, IReadOnlyList<Protocol> protocols)
    {
        if (yaml is null)
            return ([], []);
        var (root, faults) = YamlFile.Read("recalls.yaml", yaml);
        if (root is null)
            return ([], faults);
        root.RefuseUnknownKeys("recalls");
        var recalls = new List<RecalledVersion>();
        foreach (var map in root.Maps("recalls"))
        {
            map.RefuseUnknownKeys("version", "on", "by", "why");
            if (!ProtocolKey.TryParse(map.Text("version"), out var key))
                (map["version"] ?? map).Fault("this names no version of a protocol", "write id@version, such as suicide-risk@1");
            else if (protocols.All(p => p.Key != key))
                map["version"]!.Fault($"there is no {key}", "keep the file of a recalled version: people may be in the middle of it");
            recalls.Add(new(key, map.Date("on"), map.Id("by"), map.Text("why")));
        }
        return (recalls, faults.InReadingOrder());
    }
}
