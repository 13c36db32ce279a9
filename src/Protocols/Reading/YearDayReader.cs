using SupportBot.Cases;
using SupportBot.Yaml;

namespace SupportBot.Protocols;

/// <summary>Reads a day that comes every year: <c>"04-15"</c>.</summary>
internal static class YearDayReader
{
    /// <returns>Null where the key is missing, which is a fault, or its text is no day of the year.</returns>
    public static YearDay? ReadYearDay(this YamlMap map, string key) => map.Text(key) is { Length: > 0 } text ? Read(map, key, text) : null;

    /// <returns>Null where there is none.</returns>
    public static YearDay? ReadOptionalYearDay(this YamlMap map, string key) => map.OptionalText(key) is { } text ? Read(map, key, text) : null;

    private static YearDay? Read(YamlMap map, string key, string text)
    {
        if (YearDay.TryParse(text, out var day)) return day;
        map[key]!.Fault($"{key} \"{text}\" is not a day of the year", "write month and day, such as \"04-15\"");
        return null;
    }
}
