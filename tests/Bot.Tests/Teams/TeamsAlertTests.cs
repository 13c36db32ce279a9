using System.Text.Json.Nodes;
using SupportBot.Bot.Tests.Alerts;
using SupportBot.Cases;
using SupportBot.Storage;

namespace SupportBot.Bot.Tests.Teams;

/// <summary>An alert in Teams: a card for each person on duty, which only that person can use, and which shows everybody who has the case.</summary>
public sealed class TeamsAlertTests
{
    private const string Counselor = "maya-okafor", StandIn = "grace-whitefeather", Principal = "thomas-lindqvist", Acknowledge = "Acknowledge";

    [Fact]
    public async Task The_person_on_duty_gets_a_card_without_a_word_of_the_report_and_each_attempt_is_in_the_audit()
    {
        await using var world = await WorldAsync();
        var (bot, connector, _) = world;

        var card = Assert.Single(connector.Alerts("chat-maya-okafor"));
        var @case = await bot.OnlyCaseAsync();
        Assert.Contains(@case.Number, card.ToJsonString(), StringComparison.Ordinal);
        Assert.All(connector.Calls, c => Assert.DoesNotContain("hallway", c.Body, StringComparison.OrdinalIgnoreCase));
        Assert.Contains(await bot.TimelineAsync(@case), a => a.Action == AuditAction.AlertSent && a.Subject == "a1:maya-okafor:teams");
    }

    [Fact]
    public async Task Acknowledging_on_the_card_stops_the_ladder_and_the_card_shows_who_has_it_for_everybody()
    {
        await using var world = await WorldAsync(StandIn);
        var (bot, connector, maya) = world;
        var (status, body) = await maya.PressAsync(connector.Alerts(maya.Conversation)[0], Acknowledge);
        await bot.WorkAsync();

        Assert.Equal((200, 200), (status, (int)body!["statusCode"]!));
        Assert.Contains("Taken", body["value"]!.ToJsonString(), StringComparison.Ordinal);
        var alert = Assert.Single((await bot.OnlyCaseAsync()).Alerts);
        Assert.Equal(Counselor, alert.Acknowledged?.PersonId);
        foreach (var chat in new[] { maya.Conversation, $"chat-{StandIn}" })
            Assert.Contains("Maya Okafor", connector.Alerts(chat, "PUT")[^1].ToJsonString(), StringComparison.Ordinal);
        for (var day = 0; day < 7; day++) await bot.WorkAfterAsync(TimeSpan.FromDays(1));
        Assert.Empty(await bot.InboxAsync(Principal));
    }

    [Fact]
    public async Task Whichever_channel_acknowledges_first_wins_and_the_card_then_says_who()
    {
        await using var world = await WorldAsync(StandIn);
        var (bot, connector, maya) = world;
        var card = connector.Alerts(maya.Conversation)[0];
        await bot.AcknowledgeAsync(StandIn);
        var (_, body) = await maya.PressAsync(card, Acknowledge);

        Assert.Contains("Grace Whitefeather", body!["value"]!.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal(StandIn, Assert.Single((await bot.OnlyCaseAsync()).Alerts).Acknowledged?.PersonId);
    }

    [Fact]
    public async Task A_card_that_was_forwarded_does_nothing_for_somebody_else_and_says_so()
    {
        await using var world = await WorldAsync(StandIn);
        var (bot, connector, maya) = world;
        var other = new Staff(bot, connector, StandIn);
        await RefusedAsync(bot, () => other.PressAsync(connector.Alerts(maya.Conversation)[0], Acknowledge), "somebody else", "not-theirs");
    }

    [Fact]
    public async Task A_payload_that_was_made_up_or_changed_does_nothing()
    {
        await using var world = await WorldAsync();
        var (bot, connector, maya) = world;
        foreach (var token in new[] { "", "x", new string('A', 900), "edited" })
        {
            var action = Staff.Action(connector.Alerts(maya.Conversation)[0], Acknowledge);
            var real = (string)action["data"]!["token"]!;
            action["data"]!["token"] = token == "edited" ? (real[10] == 'A' ? real[..10] + 'B' + real[11..] : real[..10] + 'A' + real[11..]) : token;
            await RefusedAsync(bot, () => maya.InvokeAsync("adaptiveCard/action", new JsonObject { ["action"] = action }), "not made by me", "forged");
        }
    }

    [Fact]
    public async Task A_card_older_than_three_days_is_refused_and_a_client_that_asks_gets_a_new_one()
    {
        await using var world = await WorldAsync();
        var (bot, connector, maya) = world;
        var card = connector.Alerts(maya.Conversation)[0];
        bot.Clock.Advance(TimeSpan.FromHours(73));
        await RefusedAsync(bot, () => maya.PressAsync(card, Acknowledge), "too old", "expired");

        var (_, fresh) = await maya.InvokeAsync("adaptiveCard/action", new JsonObject { ["action"] = card["refresh"]!["action"]!.DeepClone() });
        var (_, body) = await maya.PressAsync(fresh!["value"]!, Acknowledge);
        Assert.Contains("Taken", body!["value"]!.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_press_that_is_delivered_ten_times_at_once_has_one_effect()
    {
        await using var world = await WorldAsync();
        var (bot, connector, maya) = world;
        var card = connector.Alerts(maya.Conversation)[0];
        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Task.Run(() => maya.PressAsync(card, Acknowledge))));

        Assert.All(answers, a => Assert.Equal(200, a.Status));
        Assert.Single(await bot.TimelineAsync(await bot.OnlyCaseAsync()), a => a.Action == AuditAction.Acknowledged);
    }

    [Fact]
    public async Task After_a_failure_that_tells_nothing_it_is_sent_again_and_only_the_newest_copy_does_anything()
    {
        await using var world = await WorldAsync(before: c => c.Faults.Enqueue((502, "BadGateway")));
        var (bot, connector, maya) = world;
        Assert.Single(connector.Alerts(maya.Conversation));
        await bot.WorkAfterAsync(TimeSpan.FromMinutes(2));

        var cards = connector.Alerts(maya.Conversation);
        Assert.Equal(2, cards.Count);
        await RefusedAsync(bot, () => maya.PressAsync(cards[0], Acknowledge), "newer card", "replaced");
        await maya.PressAsync(cards[1], Acknowledge);
        Assert.Equal(Counselor, Assert.Single((await bot.OnlyCaseAsync()).Alerts).Acknowledged?.PersonId);
    }

    [Fact]
    public async Task Whoever_cannot_be_reached_is_marked_and_the_next_rung_is_called_at_once()
    {
        await using var world = await WorldAsync(before: c => { c.Faults.Enqueue((403, "MessageWritesBlocked")); }, othersOff: true);
        var (bot, _, _) = world;
        await bot.WorkAsync();

        var unreached = Assert.Single(await bot.Get<Contacts>().UnreachedAsync(CancellationToken.None));
        Assert.Equal((Counselor, "teams", "MessageWritesBlocked"), (unreached.PersonId, unreached.Channel, unreached.Code));
        Assert.Contains(await bot.TimelineAsync(await bot.OnlyCaseAsync()), a => a.Action == AuditAction.AlertFailed && a.Subject == "a1:maya-okafor:teams:MessageWritesBlocked");
        Assert.NotEmpty(await bot.InboxAsync(Principal));
    }

    [Fact]
    public async Task Whoever_was_unreachable_and_writes_again_is_reachable()
    {
        await using var world = await WorldAsync(before: c => { c.Faults.Enqueue((403, "MessageWritesBlocked")); });
        var (bot, connector, maya) = world;
        Assert.NotEmpty(await bot.Get<Contacts>().UnreachedAsync(CancellationToken.None));
        await maya.SendAsync(new JsonObject { ["type"] = "installationUpdate", ["action"] = "remove" });
        await maya.OpenChatAsync();
        Assert.Empty(await bot.Get<Contacts>().UnreachedAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Whoever_was_unreachable_and_writes_from_the_same_chat_after_a_restart_is_reachable()
    {
        await using var world = await WorldAsync(before: c => { c.Faults.Enqueue((403, "MessageWritesBlocked")); });
        var (bot, _, maya) = world;
        Assert.NotEmpty(await bot.Get<Contacts>().UnreachedAsync(CancellationToken.None));
        await bot.RestartAsync();
        await maya.SayAsync("hello");
        Assert.Empty(await bot.Get<Contacts>().UnreachedAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Nobody_kept_out_of_a_case_gets_its_card()
    {
        await using var bot = await RealBot.BuildAsync();
        await using var connector = await FakeConnector.StartAsync();
        foreach (var person in new[] { Counselor, StandIn }) await new Staff(bot, connector, person).OpenChatAsync();
        await new Student(bot).ReportAsync(("Who did it?", "Maya Okafor"));
        await bot.WorkAsync();

        Assert.Empty(connector.Alerts("chat-maya-okafor"));
        Assert.Single(connector.Alerts($"chat-{StandIn}"));
    }

    [Fact]
    public async Task A_chat_that_hangs_holds_up_nobody_elses_alert()
    {
        await using var world = await WorldAsync(StandIn);
        var (bot, connector, maya) = world;
        var answered = new TaskCompletionSource();
        connector.Hanging = ($"chat-{StandIn}", answered.Task);
        var from = bot.Clock.GetUtcNow();
        for (var report = 0; report < 2; report++)
        {
            await new Student(bot).ReportAsync();
            await WorkBesideAsync(bot);
        }

        Assert.Equal(3, connector.Alerts(maya.Conversation).Count);
        Assert.True(bot.Clock.GetUtcNow() - from < TimeSpan.FromSeconds(10), "Others waited for it.");
        answered.SetResult();
    }

    [Fact]
    public async Task A_card_that_cannot_be_brought_up_to_date_holds_up_nobodys_alert()
    {
        await using var world = await WorldAsync(StandIn);
        var (bot, connector, maya) = world;
        var answered = new TaskCompletionSource();
        connector.Hanging = ($"chat-{StandIn}", answered.Task);
        var from = bot.Clock.GetUtcNow();
        await bot.AcknowledgeAsync(Counselor);
        await WorkBesideAsync(bot);
        await new Student(bot).ReportAsync();
        await WorkBesideAsync(bot);

        Assert.Equal(2, connector.Alerts(maya.Conversation).Count);
        Assert.True(bot.Clock.GetUtcNow() - from < TimeSpan.FromSeconds(10), "It waited for the other card.");
        answered.SetResult();
    }

    // Time passes only while the workers wait for something.
    private static async Task WorkBesideAsync(RealBot bot)
    {
        for (var work = bot.WorkAsync(); !work.IsCompleted; await Task.WhenAny(work, Task.Delay(5))) bot.Clock.Advance(TimeSpan.FromMilliseconds(10));
    }

    private static async Task RefusedAsync(RealBot bot, Func<Task<(int Status, JsonNode? Body)>> press, string sentence, string reason)
    {
        var before = await bot.OnlyCaseAsync();
        var notes = await NotesAsync(bot, before, reason);
        var (status, body) = await press();
        Assert.Equal(200, status);
        Assert.Contains(sentence, (string?)body!["value"], StringComparison.Ordinal);
        Assert.Equal(before.Revision, (await bot.OnlyCaseAsync()).Revision);
        Assert.Equal(notes + 1, await NotesAsync(bot, before, reason));
    }

    // What no sealed payload names a case for is written down without one.
    private static async Task<int> NotesAsync(RealBot bot, Case @case, string reason) =>
        (await bot.TimelineAsync(@case)).Concat(await bot.Cases.TimelineAsync(Guid.Empty, CancellationToken.None)).Count(a => a.Action == AuditAction.ActionRefused && a.Subject == reason);

    private static async Task<World> WorldAsync(string? also = null, Action<FakeConnector>? before = null, bool othersOff = false)
    {
        var bot = await RealBot.BuildAsync();
        var connector = await FakeConnector.StartAsync();
        var maya = new Staff(bot, connector, Counselor);
        bot.Told.IsOff = othersOff;
        await maya.OpenChatAsync();
        if (also is not null) await new Staff(bot, connector, also).OpenChatAsync();
        await new Student(bot).ReportAsync();
        before?.Invoke(connector);
        await bot.WorkAsync();
        return new World(bot, connector, maya);
    }

    private sealed record World(RealBot Bot, FakeConnector Connector, Staff Maya) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            await Bot.DisposeAsync();
            await Connector.DisposeAsync();
        }
    }
}
