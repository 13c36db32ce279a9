using System.Text.Json.Nodes;
using SupportBot.Cases;

namespace SupportBot.Bot.Tests.Teams;

/// <summary>What people write to the bot in Teams, and where it takes nothing.</summary>
public sealed class TeamsChatTests
{
    [Fact]
    public async Task It_says_that_Teams_is_confidential_and_not_anonymous_and_links_to_the_same_chat_for_everybody()
    {
        await using var bot = await RealBot.BuildAsync("Development", ("Teams:PublicAddress", "https://support.example.org"));
        await using var connector = await FakeConnector.StartAsync();
        foreach (var person in new[] { "maya-okafor", "kim-soto" }) await new Staff(bot, connector, person).OpenChatAsync();

        var said = connector.Cards("chat-maya-okafor")[0].ToJsonString();
        Assert.Contains("confidential, not anonymous", said, StringComparison.Ordinal);
        Assert.Contains("\"https://support.example.org/\"", said, StringComparison.Ordinal);
        Assert.DoesNotContain("You do not need to give your name", said, StringComparison.Ordinal);
        Assert.Contains("988", said, StringComparison.Ordinal);
        Assert.Equal(said, connector.Cards("chat-kim-soto")[0].ToJsonString());
    }

    [Fact]
    public async Task A_message_that_is_delivered_ten_times_at_once_is_answered_once()
    {
        await using var bot = await RealBot.BuildAsync();
        await using var connector = await FakeConnector.StartAsync();
        var maya = new Staff(bot, connector, "maya-okafor");
        await maya.OpenChatAsync();
        var before = connector.Calls.Count;
        await maya.SayAsync("help", "once");
        var once = connector.Calls.Count - before;
        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Task.Run(() => maya.SayAsync("help", "again"))));

        Assert.True(once > 0);
        Assert.Equal(before + (2 * once), connector.Calls.Count);
    }

    [Theory]
    [InlineData("groupChat")]
    [InlineData("channel")]
    public async Task Where_others_read_it_takes_no_report_and_offers_to_go_on_in_private(string type)
    {
        await using var bot = await RealBot.BuildAsync();
        await using var connector = await FakeConnector.StartAsync();
        var maya = new Staff(bot, connector, "maya-okafor");
        await maya.SayAsync("someone keeps pushing a student in the hallway", conversationType: type);

        Assert.Contains("write to me alone", connector.Texts(maya.Conversation), StringComparison.Ordinal);
        Assert.Single(connector.Calls);
        Assert.Empty(await bot.Cases.QueueAsync(new Console.QueueFilter(null), CancellationToken.None));
    }

    [Fact]
    public async Task A_file_is_not_opened_and_is_refused_plainly()
    {
        await using var bot = await RealBot.BuildAsync();
        await using var connector = await FakeConnector.StartAsync();
        await using var elsewhere = await FakeConnector.StartAsync();
        var maya = new Staff(bot, connector, "maya-okafor");
        await maya.SendAsync(new JsonObject
        {
            ["type"] = "message",
            ["text"] = "look",
            ["attachments"] = new JsonArray(new JsonObject { ["contentType"] = "image/png", ["contentUrl"] = elsewhere.Address + "a.png" }),
        });

        Assert.Contains("cannot take files", connector.Texts(maya.Conversation), StringComparison.Ordinal);
        Assert.Empty(elsewhere.Calls);
        Assert.Single(await bot.Cases.TimelineAsync(Guid.Empty, CancellationToken.None), a => a is { Action: AuditAction.ActionRefused, Subject: "file" });
    }

    [Fact]
    public async Task An_invoke_of_an_unknown_name_is_refused_and_no_fault_of_the_server()
    {
        await using var bot = await RealBot.BuildAsync();
        await using var connector = await FakeConnector.StartAsync();
        var maya = new Staff(bot, connector, "maya-okafor");
        foreach (var name in new[] { "nobody/knows", "composeExtension/nothing", "" })
        {
            var (status, _) = await maya.InvokeAsync(name, new JsonObject());
            Assert.Equal(400, status);
        }

        Assert.Equal(3, (await bot.Cases.TimelineAsync(Guid.Empty, CancellationToken.None)).Count(a => a.Subject == "unknown-invoke"));
    }

    [Fact]
    public async Task A_report_of_a_member_of_staff_is_theirs_in_the_audit()
    {
        await using var bot = await RealBot.BuildAsync();
        await using var connector = await FakeConnector.StartAsync();
        var maya = new Staff(bot, connector, "maya-okafor");
        await maya.OpenChatAsync();
        foreach (var text in new[] { "report bullying", "1", "Yes, right now" }) await maya.SayAsync(text);

        var @case = await bot.OnlyCaseAsync();
        Assert.False(@case.Anonymous);
        Assert.Contains(await bot.TimelineAsync(@case), a => a.Action == AuditAction.Opened && a.Actor == Actor.Staff("maya-okafor"));
    }
}
