using System.Text.Json.Nodes;
using SupportBot.Tests;

namespace SupportBot.Cards.Tests;

/// <summary>
/// Teams' dark settings with the colours of its high-contrast theme, which is not published as settings: black, white and
/// yellow, no coloured band. What a card says with colour alone is lost in it.
/// </summary>
internal static class HighContrast
{
    public static string HostConfig()
    {
        var config = JsonNode.Parse(File.ReadAllText(CardSchema.PathOf("teams-hostconfig-dark.json")))!;
        foreach (var (_, style) in config["containerStyles"]!.AsObject())
        {
            style!["backgroundColor"] = "#ff000000";
            style["borderColor"] = "#ffffffff";
            foreach (var (name, color) in style["foregroundColors"]!.AsObject())
                (color!["default"], color["subtle"]) = name is "accent" or "attention" or "warning" ? ("#ffffff01", "#ffffff01") : ("#ffffffff", "#ffffffff");
        }
        return config.ToJsonString();
    }
}
