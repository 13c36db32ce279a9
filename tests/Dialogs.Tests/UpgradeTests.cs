using Microsoft.Bot.Schema;
using Microsoft.Extensions.Time.Testing;
using SupportBot.Protocols;

namespace SupportBot.Dialogs.Tests;

/// <summary>People in the middle of a version that is upgraded, retired or recalled while they wait.</summary>
public sealed class UpgradeTests
{
    private const string First = """
        format: 1
        id: small
        version: 1
        title: "Small"
        status: active
        effective: { from: "2026-09-01" }
        approved: { on: "2026-08-20", by: principal }
        review: { last: "2026-08-20", due: "2027-08-20" }
        owner: principal
        starts-on: ["menu:small"]
        severity: standard
        language: en
        fallback: help
        steps:
          - id: one
            ask: "Old question one?"
            answer: one
            choices: { left: "Left", right: "Right" }
            timeout: { after: 30 minutes, go: help }
          - id: removed-later
            ask: "Old question two?"
            answer: two
            choices: { left: "Left", right: "Right" }
            timeout: { after: 30 minutes, go: help }
          - id: over
            say: "The old way ends."
          - id: ended
            end: done
          - id: help
            say: "Please go to an adult you trust."
            next: ended

        """;

    private static readonly string Second = First.Replace("version: 1\n", "version: 2\nreplaces: 1\n").Replace("Old question one?", "New question one?")
        .Replace("id: removed-later\n    ask: \"Old question two?\"", "id: added\n    ask: \"New question two?\"").Replace("The old way ends.", "The new way ends.");

    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 16, 18, 7, 0, TimeSpan.Zero));
    private readonly MemoryTurnStore _store = new();

    private static Protocol Read(string yaml) => ProtocolReader.Read("small/x.yaml", yaml).Protocol ?? throw new InvalidOperationException("It does not read.");

    // As after a deployment that dropped the old file: the version people are in the middle of comes from what was pinned.
    private static Protocol Pinned(string canonical) => ProtocolReader.ReadCanonical(canonical).Protocol!;

    private TurnPipeline On(ProtocolShelf shelf) =>
        new(_store, Demo.Content with { Protocols = shelf }, new Chat.Calendars(), new AlertRelease(atOnce: true, () => 0.5), _clock, new Chat.Alarms(), new Chat.Lines());

    [Fact]
    public async Task A_hundred_waiting_runs_end_on_the_version_they_began_with()
    {
        var before = On(new ProtocolShelf([Read(First)], []));
        for (var i = 0; i < 100; i++)
        {
            Assert.Contains("Old question one?", await GoAsync(before, i), StringComparison.Ordinal);
            // Half of them stand before the step that the upgrade removes, half on it.
            if (i % 2 == 0) Assert.Contains("Old question two?", await SayAsync(before, i, "Left"), StringComparison.Ordinal);
        }

        var pin = Assert.Single(_store.Commits.SelectMany(c => c.Pinned).DistinctBy(p => p.Hash));
        var after = On(new ProtocolShelf([Pinned(pin.CanonicalJson), Read(Second)], []));
        for (var i = 0; i < 100; i++)
        {
            if (i % 2 == 1) Assert.Contains("Old question two?", await SayAsync(after, i, "Right"), StringComparison.Ordinal);
            Assert.Contains("The old way ends.", await SayAsync(after, i, "Right"), StringComparison.Ordinal);
        }

        Assert.Contains("New question one?", await GoAsync(after, 100), StringComparison.Ordinal);
        Assert.Contains("New question two?", await SayAsync(after, 100, "Left"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_retired_version_starts_nobody_and_lets_people_finish()
    {
        var before = On(new ProtocolShelf([Read(First)], []));
        await GoAsync(before, 1);
        var after = On(new ProtocolShelf([Read(First.Replace("status: active", "status: retired"))], []));
        Assert.Contains("Old question two?", await SayAsync(after, 1, "Left"), StringComparison.Ordinal);
        Assert.Contains("The old way ends.", await SayAsync(after, 1, "Left"), StringComparison.Ordinal);
        Assert.DoesNotContain("Old question one?", await GoAsync(after, 2), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_is_in_the_middle_of_a_recalled_version_is_led_to_its_fallback_at_the_next_turn()
    {
        var before = On(new ProtocolShelf([Read(First)], []));
        await GoAsync(before, 1);
        var after = On(new ProtocolShelf([Read(First), Read(Second)], [new RecalledVersion(new ProtocolKey("small", 1), new DateOnly(2026, 11, 16), "principal", "It asked the wrong thing")]));
        var said = await SayAsync(after, 1, "Left");
        Assert.Contains("Please go to an adult you trust.", said, StringComparison.Ordinal);
        Assert.DoesNotContain("question two", said, StringComparison.Ordinal);
        Assert.Contains("New question one?", await GoAsync(after, 2), StringComparison.Ordinal);
    }

    private static Task<string> SayAsync(TurnPipeline bot, int who, string text) => SendAsync(bot, who, new Activity { Type = ActivityTypes.Message, Text = text });

    private static Task<string> GoAsync(TurnPipeline bot, int who) =>
        SendAsync(bot, who, new Activity { Type = ActivityTypes.Message, Value = new Dictionary<string, string> { ["sb"] = "1", ["do"] = "go", ["c"] = "small" } });

    private static async Task<string> SendAsync(TurnPipeline bot, int who, Activity activity)
    {
        (activity.Id, activity.ChannelId) = (Guid.NewGuid().ToString("N"), "webchat");
        (activity.Conversation, activity.From, activity.Recipient) = (new ConversationAccount(id: $"tab-{who}"), new ChannelAccount("person"), new ChannelAccount("bot"));
        var answer = await bot.RunAsync(new IncomingTurn(activity, new ConversationKey("webchat", $"tab-{who}"), Lockbox.Server, ChannelTraits.WebChat), CancellationToken.None);
        Assert.NotEqual(TurnKind.NotSaved, answer.Kind);
        return string.Join("\n", answer.Replies.Select(r => r.Text));
    }
}
