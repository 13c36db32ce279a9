using System.Xml.Linq;

namespace SupportBot.House.Tests;

/// <summary>Holds the project references against docs/decisions/0002-rooms-and-arrows.md, which is the design's paragraph on imports.</summary>
public class ImportRuleTests
{
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["BotFramework"] = [],
        ["AdaptiveCards"] = [],
        ["Yaml"] = [],
        ["Content"] = [],
        ["Cases"] = [],
        ["Protocols"] = ["Cases", "Yaml"],
        ["Directory"] = ["Yaml"],
        ["Training"] = ["Yaml"],
        ["Understanding"] = ["Yaml"],
        ["Cards"] = ["AdaptiveCards", "Cases", "Directory", "Protocols"],
        ["Dialogs"] = ["AdaptiveCards", "BotFramework", "Cards", "Cases", "Directory", "Protocols", "Understanding"],
        ["Console"] = ["AdaptiveCards", "Cards", "Cases", "Directory", "Protocols", "Training", "Understanding"],
        ["Graph"] = ["Directory"],
        ["Storage"] = ["Cases", "Console", "Dialogs", "Protocols", "Training"],
        ["Bot"] = ["AdaptiveCards", "BotFramework", "Cards", "Cases", "Console", "Content", "Dialogs", "Directory", "Graph", "Protocols", "Storage", "Training", "Understanding", "Yaml"],
    };

    public static TheoryData<string> Rooms() => [.. System.IO.Directory.GetDirectories(Path.Combine(Repository.Root, "src")).Select(d => Path.GetFileName(d)!).Order()];

    [Theory, MemberData(nameof(Rooms))]
    public void A_room_imports_only_the_rooms_it_may(string room)
    {
        Assert.True(Allowed.ContainsKey(room), $"src/{room} is a new room: add it to docs/decisions/0002 and to this table.");
        var unexpected = References(room).Except(Allowed[room]).ToArray();
        Assert.True(unexpected.Length == 0, $"src/{room} must not import {string.Join(", ", unexpected)} (docs/decisions/0002-rooms-and-arrows.md).");
    }

    [Fact]
    public void The_table_names_no_room_that_is_gone() =>
        Assert.Empty(Allowed.Keys.Except(Rooms().Select(r => r.Data)));

    private static IEnumerable<string> References(string room)
    {
        var project = XDocument.Load(Path.Combine(Repository.Root, "src", room, $"SupportBot.{room}.csproj"));
        var named = project.Descendants("ProjectReference").Select(r => Path.GetFileName(Path.GetDirectoryName(r.Attribute("Include")!.Value.Replace('\\', '/')))!);
        var used = project.Descendants().Where(e => e.Name.LocalName is "UsesBotFramework" or "UsesAdaptiveCards" && e.Value == "true").Select(e => e.Name.LocalName[4..]);
        return named.Concat(used);
    }
}
