using System.Globalization;
using SupportBot.Yaml;

namespace SupportBot.Protocols;

/// <summary>The shape of protocol files. A file of an older shape is upgraded on reading, one step a format, and never rewritten.</summary>
public static class ProtocolFormat
{
    /// <summary>The shape this program reads.</summary>
    public const int Newest = 1;

    // Entry 0 turns format 1 into format 2, and so on. Format 1 is the first, so there is nothing to upgrade yet.
    private static readonly Func<YamlMap, YamlMap>[] Upgrades = [];

    /// <summary>The file in the newest shape; null, with a fault, when its format is not one this program knows.</summary>
    public static YamlMap? Upgrade(YamlMap root) => Upgrade(root, Upgrades);

    /// <param name="upgrades">entry n-1 is a pure function from format n to format n+1</param>
    public static YamlMap? Upgrade(YamlMap root, IReadOnlyList<Func<YamlMap, YamlMap>> upgrades)
    {
        var newest = upgrades.Count + 1;
        var format = root.Number("format");
        if (!root.Has("format"))
            return null;
        if (format < 1 || format > newest)
        {
            root.KeyNode("format").Fault(
                string.Create(CultureInfo.InvariantCulture, $"format {format} is not one this program reads"),
                string.Create(CultureInfo.InvariantCulture, $"write format: {newest}; the number of the content belongs in version"));
            return null;
        }
        return upgrades.Skip(format - 1).Aggregate(root, (map, upgrade) => upgrade(map));
    }
}
