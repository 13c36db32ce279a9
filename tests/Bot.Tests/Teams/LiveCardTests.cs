using System.Text.Json.Nodes;
using SupportBot.Cases;
using SupportBot.Dialogs;
using SupportBot.Protocols;

namespace SupportBot.Bot.Tests.Teams;

/// <summary>The live view as a card: once somebody has such a case, its card says what is watched and what blocks the way, and follows the case.</summary>
public sealed class LiveCardTests
{
    private const string Protocol = "suicide-protocol@1";
    private static readonly CancellationToken Never = CancellationToken.None;

    [Fact]
    public async Task A_taken_case_with_a_gate_shows_its_live_view_in_the_chat_and_follows_each_finished_task()
    {
        await using var bot = await RealBot.BuildAsync();
        await using var connector = await FakeConnector.StartAsync();
        var maya = new Staff(bot, connector, "maya-okafor");
        await maya.OpenChatAsync();
        await OpenAsync(bot);
        await bot.WorkAsync();

        var (_, body) = await maya.PressAsync(connector.Alerts(maya.Conversation)[0], "Acknowledge");
        Assert.Contains("Taken: somebody has this case", body!["value"]!.ToJsonString(), StringComparison.Ordinal);
        Assert.Contains("not known yet", body["value"]!.ToJsonString(), StringComparison.Ordinal);
        await bot.WorkAsync();

        bot.Clock.Advance(TimeSpan.FromMinutes(3));
        var @case = await bot.OnlyCaseAsync();
        var stays = new Dictionary<string, string> { ["who"] = "counselor", ["place"] = "safe" };
        await bot.CommitAsync(@case, CaseEngine.FinishTask(@case, "stay-with", stays, [], bot.Moment(@case, "maya-okafor")).Step!);
        await bot.WorkAsync();
        var texts = Texts(connector.Alerts(maya.Conversation, "PUT")[^1]);
        Assert.Equal("Counselor or psychologist", texts[texts.IndexOf("Who stays with the student: ") + 1]);
        Assert.Contains(" (Maya Okafor, just now)", texts);
        Assert.Equal(bot.Moment(@case, "maya-okafor").Plan.Task("screening")!.Title, texts[texts.FindIndex(t => t.StartsWith("Blocks ", StringComparison.Ordinal)) + 1]);
        var updates = connector.Alerts(maya.Conversation, "PUT").Count;
        await bot.WorkAsync();
        Assert.Equal(updates, connector.Alerts(maya.Conversation, "PUT").Count);
    }

    [Fact]
    public async Task The_card_of_a_late_task_that_was_filled_in_says_why_it_stays_open()
    {
        await using var bot = await RealBot.BuildAsync();
        await using var connector = await FakeConnector.StartAsync();
        var maya = new Staff(bot, connector, "maya-okafor");
        await maya.OpenChatAsync();
        await OpenAsync(bot);
        await bot.WorkAsync();
        var (@case, now) = (await bot.OnlyCaseAsync(), bot.Clock.GetUtcNow());
        var screening = new CaseTask("screening", "t1", now, null) { FinishedAt = now, FinishedBy = "maya-okafor", Answers = new Dictionary<string, string> { ["done"] = "refused" } };
        var level = new CaseTask("level", "t2", now, now.AddMinutes(1)) { Role = "counselor", Answers = new Dictionary<string, string> { ["level"] = "low", ["raised"] = "no-form" } };
        await bot.CommitAsync(@case, new CaseStep(@case with { State = "consulted", Tasks = [screening, level] }) { Deadlines = [new Deadline(@case.Id, DeadlineKind.Task, "level", "t2", now.AddMinutes(1))] });
        await bot.WorkAfterAsync(TimeSpan.FromMinutes(2));
        var card = connector.Alerts(maya.Conversation).Single(c => c.ToJsonString().Contains("Task overdue", StringComparison.Ordinal));
        Assert.Contains(Texts(card), t => t.Contains("must be “Moderate, or not resolved” or “High”, because “Level 1 screening, in private, on the official form” was answered “The student refused: not resolved”", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Whoever_is_kept_out_has_nothing_of_the_case_on_the_card_any_more()
    {
        await using var bot = await RealBot.BuildAsync();
        await using var connector = await FakeConnector.StartAsync();
        var maya = new Staff(bot, connector, "maya-okafor");
        await maya.OpenChatAsync();
        await OpenAsync(bot);
        await bot.WorkAsync();
        var @case = await bot.OnlyCaseAsync();
        await bot.CommitAsync(@case, CaseEngine.Exclude(@case, "maya-okafor", bot.Moment(@case, "maya-okafor")));
        await bot.WorkAsync();
        var card = connector.Cards(maya.Conversation, "PUT")[^1].ToJsonString();
        Assert.Contains("no longer yours to see", card, StringComparison.Ordinal);
        Assert.DoesNotContain("Riverbend", card, StringComparison.Ordinal);
    }

    private static List<string> Texts(JsonNode card) =>
        [.. card["body"]!.AsArray().SelectMany(Inlines).Select(i => (string?)i["text"] ?? "")];

    private static IEnumerable<JsonNode> Inlines(JsonNode? node) =>
        node?["inlines"] is JsonArray inlines ? inlines.OfType<JsonObject>() : (node?["items"] as JsonArray ?? []).SelectMany(Inlines);

    // A critical case of the staff protocol whose alert calls the counselor, as a run of it leaves behind.
    private static async Task OpenAsync(RealBot bot)
    {
        Assert.True(ProtocolKey.TryParse(Protocol, out var key));
        var (now, id) = (bot.Clock.GetUtcNow(), Guid.NewGuid());
        var moment = new CaseMoment(Actor.Staff("thomas-lindqvist"), now, bot.Get<ProtocolShelf>().Get(key)!.Case!, bot.Get<ICaseCalendars>().Of("riverbend-high"), () => Guid.NewGuid().ToString("N"));
        var opened = CaseEngine.Open(new CaseOpening(id, CaseNumber.From(id.ToByteArray()), Protocol, [], Severity.Critical, "riverbend-high", "OR", false, "en", []), moment);
        var step = opened.Then(CaseEngine.Raise(opened.Case, Severity.Critical, [new Rung("counselor", Span.Minutes(5))], now, moment));
        var commit = new TurnCommit
        {
            Key = new ConversationKey("live", id.ToString("N")), Lockbox = Lockbox.Server, ExpectedRevision = 0, DedupeKeys = [id.ToString("N")], State = "{}"u8.ToArray(),
            Cases = [new CaseCommit(step, 0, CaseKey.New())], ExpiresAt = now.AddDays(1),
        };
        Assert.Equal(CommitOutcome.Committed, (await bot.Get<ITurnStore>().CommitAsync(commit, Never)).Outcome);
    }
}
