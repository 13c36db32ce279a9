using System.Text.Json.Nodes;
using SupportBot.Dialogs;

namespace SupportBot.Bot.Tests.Teams;

/// <summary>What Teams offers to type is understood.</summary>
public sealed class CommandListTests
{
    [Theory]
    [InlineData("en", "my cases")]
    [InlineData("es", "mis casos")]
    public async Task Every_command_of_the_app_package_is_understood_in_private(string language, string one)
    {
        await using var bot = await RealBot.BuildAsync();
        await using var connector = await FakeConnector.StartAsync();
        var maya = new Staff(bot, connector, "maya-okafor") { Locale = language };
        await maya.OpenChatAsync();
        var (commands, phrases) = (Commands("personal", language), bot.Get<Phrasebook>().In(language));
        Assert.Contains(one, commands);
        foreach (var command in commands)
        {
            var before = connector.Calls.Count;
            await maya.SayAsync(command);
            var said = string.Join("\n", connector.Calls.Skip(before).Select(c => c.Body));
            Assert.True(connector.Calls.Count > before, command);
            foreach (var unsure in new[] { "menu.unsure", "menu.not-understood", "question.not-a-choice" }) Assert.False(said.Contains(Escaped(phrases[unsure]), StringComparison.Ordinal), $"{command}: {said}");
            await maya.SayAsync(language == "es" ? "parar" : "stop");
        }
    }

    [Fact]
    public async Task Staff_are_offered_how_to_begin_a_protocol_what_waits_for_them_and_how_to_go_on()
    {
        await using var bot = await RealBot.BuildAsync();
        await using var connector = await FakeConnector.StartAsync();
        var maya = new Staff(bot, connector, "maya-okafor");
        await maya.OpenChatAsync();
        Assert.Superset(new HashSet<string> { "steps", "my steps", "go on with" }, Commands("personal", "en").ToHashSet());
        foreach (var (command, answer) in new[] { ("steps", "You may begin these"), ("my steps", "No steps wait for you"), ("go on with", "Which case?"), ("seguir con", "Which case?") })
        {
            var before = connector.Calls.Count;
            await maya.SayAsync(command);
            Assert.Contains(answer, string.Join('\n', connector.Calls.Skip(before).Select(c => c.Body)), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("channel", "find help")]
    [InlineData("groupChat", "<at>SupportBot</at> Find help")]
    [InlineData("channel", "buscar ayuda")]
    public async Task Where_others_read_whoever_asks_for_help_is_shown_the_numbers_that_are_the_same_for_everybody(string type, string text)
    {
        await using var bot = await RealBot.BuildAsync();
        await using var connector = await FakeConnector.StartAsync();
        var maya = new Staff(bot, connector, "maya-okafor");
        var message = new JsonObject { ["type"] = "message", ["text"] = text, ["entities"] = new JsonArray(new JsonObject { ["type"] = "mention", ["text"] = "<at>SupportBot</at>", ["mentioned"] = new JsonObject { ["id"] = "28:bot" } }) };
        await maya.SendAsync(message, conversationType: type);

        var answer = JsonNode.Parse(connector.Calls.Last().Body)!;
        Assert.Contains("write to me alone", (string?)answer["text"], StringComparison.Ordinal);
        Assert.Contains("988", Assert.Single(answer["attachments"]!.AsArray())!.ToJsonString(), StringComparison.Ordinal);
        Assert.Null(await bot.Get<ITurnStore>().LoadAsync(new ConversationKey("msteams", maya.Conversation), Lockbox.Server, CancellationToken.None));
        await maya.SayAsync("they push me every day", conversationType: type);
        Assert.Null(JsonNode.Parse(connector.Calls.Last().Body)!["attachments"]);
    }

    [Theory]
    [InlineData("team", "channel", "en", "write to me alone")]
    [InlineData("groupChat", "groupChat", "en", "write to me alone")]
    [InlineData("team", "channel", "es", "escríbeme a solas")]
    [InlineData("groupChat", "groupChat", "es", "escríbeme a solas")]
    public async Task In_a_team_and_in_a_group_every_command_leads_to_private(string scope, string type, string language, string answer)
    {
        await using var bot = await RealBot.BuildAsync();
        await using var connector = await FakeConnector.StartAsync();
        var maya = new Staff(bot, connector, "maya-okafor") { Locale = language };
        foreach (var command in Commands(scope, language))
        {
            await maya.SayAsync(command, conversationType: type);
            Assert.Contains(answer, (string?)JsonNode.Parse(connector.Calls.Last().Body)!["text"], StringComparison.Ordinal);
        }
    }

    // As it stands in a body of JSON.
    private static string Escaped(string phrase) => System.Text.Json.JsonSerializer.Serialize(phrase).Trim('"');

    private static List<string> Commands(string scope, string language)
    {
        var at = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(at!.FullName, "SupportBot.sln"))) at = at.Parent;
        JsonNode Read(string file) => JsonNode.Parse(File.ReadAllText(Path.Combine(at.FullName, "manifest", file)))!;
        var (lists, strings) = (Read("manifest.json")["bots"]![0]!["commandLists"]!.AsArray(), Read($"strings.{language}.json"));
        return
        [
            .. lists.Index().Where(l => l.Item!["scopes"]!.AsArray().Any(s => (string?)s == scope))
                .SelectMany(l => l.Item!["commands"]!.AsArray().Select((_, at) => (string)strings[$"bots[0].commandLists[{l.Index}].commands[{at}].title"]!)),
        ];
    }
}
