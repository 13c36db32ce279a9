using SupportBot.Cases;
using SupportBot.Yaml;

namespace SupportBot.Protocols;

/// <summary>Reads <c>source</c> and <c>status</c>: where a rule comes from, and whether somebody may rely on it.</summary>
internal static class RuleSourceReader
{
    public const string Source = "source", Status = "status";

    private static readonly string[] Statuses = ["found", "verify", "district default"];

    /// <summary>Both must be there.</summary>
    public static RuleSource Read(YamlMap map)
    {
        var status = map.Text(Status);
        if (status.Length > 0 && !Statuses.Contains(status))
            map[Status]!.Fault($"status cannot be \"{status}\"", $"write one of {string.Join(", ", Statuses)}");
        return new(map.Text(Source), status);
    }

    /// <summary>Both or none: files from before there were any read as they did.</summary>
    public static RuleSource? Optional(YamlMap map) => map.Has(Source) || map.Has(Status) ? Read(map) : null;
}
