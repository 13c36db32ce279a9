using Microsoft.Bot.Schema;
using Microsoft.Extensions.Time.Testing;
using SupportBot.Dialogs;
using SupportBot.Protocols;

namespace SupportBot.Dialogs.Tests;

/// <summary>Who may begin which steps, and how staff find theirs.</summary>
public sealed class StaffMenuTests
{
    private const string Head = """
        format: 1
        id: {id}
        version: 1
        title: "{title}"
        status: active
        effective: { from: "2026-09-01" }
        approved: { on: "2026-08-20", by: principal }
        review: { last: "2026-08-20", due: "2027-08-20" }
        owner: principal
        starts-on: ["route:small"]
        severity: standard
        language: en
        fallback: first
        anonymous: never
        may-start: [{who}]
        steps:
          - id: first
            say: "Here begins {id}."
          - id: ended
            end: done

        """;

    private static readonly ChannelTraits Teams = new("msteams", Anonymous: false, Forms: true, KeepsTranscript: false);

    private readonly TurnPipeline _pipeline;

    public StaffMenuTests()
    {
        Protocol Read(string id, string title, string who) => ProtocolReader.Read($"{id}/1.yaml", Head.Replace("{id}", id).Replace("{title}", title).Replace("{who}", who)).Protocol!;
        var content = Demo.Content with { Protocols = new ProtocolShelf([Read("drill", "Hold a drill", "principal"), Read("referral", "Refer a student", "staff"), Read("threat", "A threat was made", "counselor, principal")], []) };
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 11, 16, 18, 7, 0, TimeSpan.Zero));
        _pipeline = new TurnPipeline(new MemoryTurnStore(), content, new Chat.Calendars(), new AlertRelease(atOnce: true, () => 0.5), clock, new Chat.Alarms(), new Chat.Lines());
    }

    [Theory]
    [InlineData("show me my open cases please", "**my cases**")]
    [InlineData("which cases are assigned to me today", "**my cases**")]
    [InlineData("show me the key figures for this quarter", "**Surveys**")]
    [InlineData("I need to do the site safety assessment", "a building yet")]
    public async Task Staff_who_ask_for_what_stands_on_a_page_are_told_where(string text, string place)
    {
        Assert.Contains(place, await SayAsync(text, "maya-okafor"), StringComparison.Ordinal);
        Assert.DoesNotContain(place, await SayAsync(text, "nobody-known"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Staff_see_what_they_may_begin_and_begin_it_by_number_or_name()
    {
        var list = await SayAsync("steps", "maya-okafor");
        Assert.Contains("1. A threat was made\n2. Refer a student", list, StringComparison.Ordinal);
        Assert.DoesNotContain("drill", list, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Here begins referral.", await SayAsync("start 2", "maya-okafor"), StringComparison.Ordinal);
        Assert.Contains("Here begins threat.", await SayAsync("a threat was made", "maya-okafor"), StringComparison.Ordinal);
        Assert.Contains("Here begins referral.", await SayAsync("start refer", "maya-okafor"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_may_not_begin_it_hears_who_may()
    {
        var said = await GoAsync("drill", "maya-okafor");
        Assert.Contains("begun by: Principal", said, StringComparison.Ordinal);
        Assert.Contains("911", said, StringComparison.Ordinal);
        Assert.DoesNotContain("Here begins", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("hold a drill")]
    [InlineData("start hold a drill")]
    public async Task Whoever_types_the_title_of_others_steps_hears_who_may(string text)
    {
        var said = await SayAsync(text, "maya-okafor");
        Assert.Contains("begun by: Principal", said, StringComparison.Ordinal);
        Assert.DoesNotContain("Here begins", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("What can I do?")]
    [InlineData("help")]
    public async Task Whoever_asks_what_they_can_do_or_for_help_reads_their_steps(string text) =>
        Assert.Contains("1. A threat was made\n2. Refer a student", await SayAsync(text, "maya-okafor"), StringComparison.Ordinal);

    [Theory]
    [InlineData("a threat was made")]
    [InlineData("start refer a student")]
    [InlineData("go on with K7M-2QD")]
    public async Task What_is_for_staff_cannot_be_typed_into_being_in_the_anonymous_chat(string text) =>
        Assert.DoesNotContain("Here begins", await SendAsync(new Activity { Type = ActivityTypes.Message, Text = text }, null, ChannelTraits.WebChat), StringComparison.Ordinal);

    [Theory]
    [InlineData(null)]
    [InlineData("nobody-of-the-directory")]
    public async Task Whoever_is_not_of_the_staff_begins_none(string? person)
    {
        Assert.DoesNotContain("Refer a student", await SayAsync("steps", person), StringComparison.Ordinal);
        Assert.Contains("for school staff", await GoAsync("referral", person), StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_the_anonymous_chat_a_button_that_was_made_up_begins_nothing_and_shows_help()
    {
        var said = await GoAsync("referral", null, ChannelTraits.WebChat);
        Assert.Contains("for school staff", said, StringComparison.Ordinal);
        Assert.Contains("988", said, StringComparison.Ordinal);
        Assert.DoesNotContain("Here begins", said, StringComparison.Ordinal);
    }

    private Task<string> SayAsync(string text, string? person) => SendAsync(new Activity { Type = ActivityTypes.Message, Text = text }, person, Teams);

    private Task<string> GoAsync(string id, string? person, ChannelTraits? traits = null) =>
        SendAsync(new Activity { Type = ActivityTypes.Message, Value = new Dictionary<string, string> { ["sb"] = "1", ["do"] = "go", ["c"] = id } }, person, traits ?? Teams);

    private async Task<string> SendAsync(Activity activity, string? person, ChannelTraits traits)
    {
        (activity.Id, activity.ChannelId, activity.ServiceUrl) = (Guid.NewGuid().ToString("N"), traits.Name, "https://connector.example");
        (activity.Conversation, activity.From, activity.Recipient) = (new ConversationAccount(id: "chat"), new ChannelAccount("29:a"), new ChannelAccount("28:bot"));
        var answer = await _pipeline.RunAsync(new IncomingTurn(activity, new ConversationKey(traits.Name, $"chat-{person}"), Lockbox.Server, traits) { PersonId = person, FromCard = activity.Value is not null && traits.Forms, Seal = "seal" }, CancellationToken.None);
        Assert.NotEqual(TurnKind.NotSaved, answer.Kind);
        return string.Join("\n", answer.Replies.Select(r => r.Text));
    }
}
