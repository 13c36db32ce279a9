using System.Text.Json.Nodes;

namespace SupportBot.Bot.Tests.Teams;

/// <summary>What a turn said in Teams is late at worst, and what Teams delivers twice has one effect.</summary>
public sealed class TeamsReplyTests : IAsyncLifetime
{
    private const string Long = "someone keeps pushing a boy in the hallway every morning";

    private RealBot _bot = null!;
    private FakeConnector _connector = null!;
    private Staff _maya = null!;

    public async ValueTask InitializeAsync()
    {
        _bot = await RealBot.BuildAsync();
        _connector = await FakeConnector.StartAsync();
        _maya = new Staff(_bot, _connector, "maya-okafor");
        await _maya.OpenChatAsync();
        await _bot.WorkAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _connector.DisposeAsync();
        await _bot.DisposeAsync();
    }

    [Theory]
    [InlineData(503)]
    [InlineData(429)]
    public async Task A_reply_that_the_connector_does_not_take_goes_out_later_and_once(int status)
    {
        for (var i = 0; i < 6; i++) _connector.Faults.Enqueue((status, "as told"));
        var before = _connector.Calls.Count;
        var (answered, _) = await _maya.SayAsync("private");
        _connector.Faults.Clear();
        var failed = _connector.Calls.Skip(before).ToList();
        await _bot.WorkAfterAsync(TimeSpan.FromMinutes(2));
        var late = _connector.Calls.Skip(before + failed.Count).ToList();
        await _bot.WorkAfterAsync(TimeSpan.FromMinutes(10));

        Assert.Equal(200, answered);
        Assert.NotEmpty(failed);
        Assert.Contains(late, c => c.Body.Contains("what is true about this chat", StringComparison.Ordinal));
        Assert.Equal(before + failed.Count + late.Count, _connector.Calls.Count);
        Assert.All(late, c => Assert.Contains("/conversations/chat-maya-okafor/", c.Path, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_left_at_once_is_not_sent_again_by_the_worker()
    {
        await _maya.SayAsync("help");
        var sent = _connector.Calls.Count;
        await _bot.WorkAfterAsync(TimeSpan.FromMinutes(5));

        Assert.Equal(sent, _connector.Calls.Count);
    }

    [Fact]
    public async Task A_chat_that_is_gone_ends_the_trying()
    {
        for (var i = 0; i < 6; i++) _connector.Faults.Enqueue((503, "as told"));
        await _maya.SayAsync("private");
        _connector.Faults.Clear();
        _connector.Faults.Enqueue((404, "ConversationNotFound"));
        await _bot.WorkAfterAsync(TimeSpan.FromMinutes(2));
        var calls = _connector.Calls.Count;
        await _bot.WorkAfterAsync(TimeSpan.FromHours(2));

        Assert.Equal(calls, _connector.Calls.Count);
    }

    [Fact]
    public async Task The_same_long_message_with_a_new_id_half_a_minute_later_is_the_same_message()
    {
        await _maya.SayAsync(Long, "first");
        var once = _connector.Calls.Count;
        _bot.Clock.Advance(TimeSpan.FromSeconds(30));
        await _maya.SayAsync(Long, "second");
        Assert.Equal(once, _connector.Calls.Count);

        _bot.Clock.Advance(TimeSpan.FromMinutes(3));
        await _maya.SayAsync(Long, "third");
        Assert.True(_connector.Calls.Count > once);
    }

    [Fact]
    public async Task Whoever_says_twice_that_they_are_in_danger_is_answered_twice()
    {
        const string cry = "I want to kill myself tonight";
        await _maya.SayAsync(cry, "first");
        var once = _connector.Calls.Count;
        await _maya.SayAsync(cry, "second");

        Assert.True(_connector.Calls.Count > once);
    }

    [Fact]
    public async Task Replies_of_a_later_turn_wait_behind_those_that_could_not_be_sent()
    {
        for (var i = 0; i < 6; i++) _connector.Faults.Enqueue((503, "as told"));
        await _maya.SayAsync("private");
        _connector.Faults.Clear();
        var before = _connector.Calls.Count;
        await _maya.SayAsync("language");
        Assert.Equal(before, _connector.Calls.Count);
        await _bot.WorkAfterAsync(TimeSpan.FromMinutes(5));

        var said = _connector.Calls.Skip(before).Select(c => c.Body).ToList();
        Assert.True(said.FindIndex(b => b.Contains("what is true about this chat", StringComparison.Ordinal)) < said.FindIndex(b => b.Contains("Which language shall we use", StringComparison.Ordinal)));
        Assert.Contains(said, b => b.Contains("Which language shall we use", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_short_answer_may_be_the_same_twice()
    {
        await _maya.SayAsync("report bullying");
        await _maya.SayAsync("1");
        await _maya.SayAsync("No");
        var before = _maya.Card.ToJsonString();
        await _maya.SayAsync("No");

        Assert.NotEqual(before, _maya.Card.ToJsonString());
    }

    [Fact]
    public async Task Staff_see_their_own_cases_and_open_one_by_its_number()
    {
        foreach (var text in new[] { "report bullying", "1", "Yes, right now" }) await _maya.SayAsync(text);
        await _bot.WorkAsync();
        var @case = await _bot.OnlyCaseAsync();
        await _maya.SayAsync("my cases");
        Assert.Contains("No open case is yours", _connector.Texts(_maya.Conversation), StringComparison.Ordinal);
        await _maya.SayAsync($"open case {@case.Number.Replace("-", "", StringComparison.Ordinal).ToLowerInvariant()}");
        Assert.Contains(@case.Number, _maya.Card.ToJsonString(), StringComparison.Ordinal);

        var stranger = new Staff(_bot, _connector, "kim-soto");
        await stranger.OpenChatAsync();
        await stranger.SayAsync($"open case {@case.Number}");
        await stranger.SayAsync("open case ZZZ-ZZZ");
        Assert.Equal(2, _connector.Texts(stranger.Conversation).Split("There is no case with that number that you may open.").Length - 1);
    }

    [Fact]
    public async Task The_message_extension_finds_help_and_shares_a_case_by_its_number_alone()
    {
        foreach (var text in new[] { "report bullying", "1", "Yes, right now" }) await _maya.SayAsync(text);
        await _bot.WorkAsync();
        var number = (await _bot.OnlyCaseAsync()).Number;

        var found = await QueryAsync("searchHelp", "query", "suicide");
        Assert.Contains("988", found!["composeExtension"]!["attachments"]!.ToJsonString(), StringComparison.Ordinal);
        var nothing = await QueryAsync("searchHelp", "query", "zzqq");
        Assert.Contains("I found nothing for these words", nothing!.ToJsonString(), StringComparison.Ordinal);
        var opened = (await QueryAsync("openCase", "number", number))!["composeExtension"]!["attachments"]![0]!["content"]!.ToJsonString();
        Assert.Contains(number, opened, StringComparison.Ordinal);
        Assert.DoesNotContain("bullying", opened, StringComparison.OrdinalIgnoreCase);
        var none = await QueryAsync("openCase", "number", "ZZZ-ZZZ");
        Assert.Equal("message", (string?)none!["composeExtension"]!["type"]);
        var (status, _) = await _maya.InvokeAsync("composeExtension/query", new JsonObject { ["commandId"] = "nobodyKnows" });
        Assert.Equal(400, status);
    }

    private async Task<JsonNode?> QueryAsync(string command, string parameter, string value) => (await _maya.InvokeAsync("composeExtension/query", new JsonObject
    {
        ["commandId"] = command,
        ["parameters"] = new JsonArray(new JsonObject { ["name"] = parameter, ["value"] = value }),
    })).Body;
}
