using Microsoft.Bot.Schema;
using Microsoft.Extensions.Time.Testing;
using SupportBot.Cases;
using SupportBot.Dialogs;
using SupportBot.Protocols;

namespace SupportBot.Dialogs.Tests;

/// <summary>What a conversation writes down for those who do the tasks that it opens.</summary>
public sealed class OpenedTaskTests
{
    private const string Protocol = """
        format: 1
        id: many-hands
        version: 1
        title: "Many hands"
        status: active
        effective: { from: "2026-09-01" }
        approved: { on: "2026-08-20", by: principal }
        review: { last: "2026-08-20", due: "2027-08-20" }
        owner: principal
        starts-on: ["route:many-hands"]
        severity: standard
        language: en
        fallback: tell
        anonymous: never
        may-start: [staff]
        steps:
          - id: where
            form: where
            fields:
              school: { type: school, label: "Which school?", required: true }
            timeout: { after: 1 hour, go: tell }
          - id: tell
            alert: principal
            severity: standard
            card: new-case
            acknowledge: 1 school-day
            escalate: [{ to: district-lead }]
          - id: ended
            end: done
        case:
          kind: many-hands
          title: "Many hands"
          sees: [counselor, nurse, principal]
          states:
            - { id: open, title: "Open", next: [closed] }
            - { id: closed, title: "Closed", end: true }
          tasks:
            - { id: talk, title: "Talk", owner: counselor, opens: open, due: { within: 1 school-day } }
            - { id: plan, title: "Health plan", owner: nurse, opens: open }
          outcomes: { done: "Done" }

        """;

    private static readonly ChannelTraits Teams = new("msteams", Anonymous: false, Forms: false, KeepsTranscript: false);
    private static readonly DateTimeOffset Start = new(2026, 11, 16, 18, 7, 0, TimeSpan.Zero);

    [Fact]
    public async Task Tasks_that_open_with_an_anonymous_report_are_told_no_sooner_than_its_alert_leaves()
    {
        var chat = new Chat(atOnce: false);
        await chat.BeginReportAsync();
        await chat.SendReportAsync();
        var alert = chat.Store.Notices.First(n => n.Kind == NoticeKind.Alert);
        Assert.True(alert.NotBefore > chat.Clock.GetUtcNow(), "The alert of an anonymous report waits.");
        var tasks = chat.Store.Notices.Where(n => n.Kind == NoticeKind.TaskOpened).ToList();
        Assert.NotEmpty(tasks);
        Assert.All(tasks, t => Assert.Equal(alert.NotBefore, t.NotBefore));
        // One for each role, however many of its tasks have opened.
        Assert.Equal(tasks.Select(t => t.Role).Distinct(), tasks.Select(t => t.Role));
    }

    [Theory]
    [InlineData("maya-okafor", "Riverbend High School", "nurse")]
    [InlineData("maya-okafor", "Heron Middle School", "counselor", "nurse")]
    [InlineData("kim-soto", "Riverbend High School", "counselor")]
    public async Task Whoever_starts_it_is_told_of_nothing_that_their_own_role_does_at_that_school(string person, string school, params string[] told)
    {
        var store = new MemoryTurnStore();
        var content = Demo.Content with { Protocols = new ProtocolShelf([ProtocolReader.Read("many-hands/1.yaml", Protocol).Protocol!], []) };
        var pipeline = new TurnPipeline(store, content, new Chat.Calendars(), new AlertRelease(atOnce: true, () => 0.5), new FakeTimeProvider(Start), new Chat.Alarms(), new Chat.Lines());
        foreach (var text in new[] { "many hands", school, "send", "yes" })
        {
            if (store.Cases.Count > 0) break;
            var activity = new Activity { Type = ActivityTypes.Message, Text = text, Id = Guid.NewGuid().ToString("N"), ChannelId = Teams.Name, Conversation = new ConversationAccount(id: person), From = new ChannelAccount("u"), Recipient = new ChannelAccount("bot") };
            await pipeline.RunAsync(new IncomingTurn(activity, new ConversationKey(Teams.Name, person), Lockbox.Server, Teams) { PersonId = person }, CancellationToken.None);
        }

        Assert.Equal(told, store.Notices.Where(n => n.Kind == NoticeKind.TaskOpened).Select(n => n.Role));
    }
}
