using System.Text.Json.Nodes;

namespace SupportBot.Bot.Tests.Teams;

/// <summary>What Teams offers to type is understood.</summary>
public sealed class CommandListTests
{
    [Fact]
    public async Task Every_command_of_the_app_package_is_understood_in_private()
    {
        await using var bot = await RealBot.BuildAsync();
        await using var connector = await FakeConnector.StartAsync();
        var maya = new Staff(bot, connector, "maya-okafor");
        await maya.OpenChatAsync();
        var commands = Commands("personal");
        Assert.Contains("my cases", commands);
        foreach (var command in commands)
        {
            var before = connector.Calls.Count;
            await maya.SayAsync(command);
            var said = string.Join("\n", connector.Calls.Skip(before).Select(c => c.Body));
            Assert.True(connector.Calls.Count > before, command);
            Assert.False(said.Contains("I am not sure what you need", StringComparison.Ordinal) || said.Contains("I did not find that", StringComparison.Ordinal), $"{command}: {said}");
            await maya.SayAsync("stop");
        }
    }

    [Theory]
    [InlineData("team", "channel")]
    [InlineData("groupChat", "groupChat")]
    public async Task In_a_team_and_in_a_group_every_command_leads_to_private(string scope, string type)
    {
        await using var bot = await RealBot.BuildAsync();
        await using var connector = await FakeConnector.StartAsync();
        var maya = new Staff(bot, connector, "maya-okafor");
        foreach (var command in Commands(scope))
        {
            await maya.SayAsync(command, conversationType: type);
            Assert.Contains("write to me alone", (string?)JsonNode.Parse(connector.Calls.Last().Body)!["text"], StringComparison.Ordinal);
        }
    }

    private static List<string> Commands(string scope)
    {
        var at = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(at!.FullName, "SupportBot.sln"))) at = at.Parent;
        var manifest = JsonNode.Parse(File.ReadAllText(Path.Combine(at.FullName, "manifest", "manifest.json")))!;
        return
        [
            .. manifest["bots"]![0]!["commandLists"]!.AsArray().Where(l => l!["scopes"]!.AsArray().Any(s => (string?)s == scope))
                .SelectMany(l => l!["commands"]!.AsArray()).Select(c => (string)c!["title"]!),
        ];
    }
}
