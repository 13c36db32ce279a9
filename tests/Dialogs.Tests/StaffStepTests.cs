using Microsoft.Bot.Schema;
using Microsoft.Extensions.Time.Testing;
using SupportBot.Dialogs;
using SupportBot.Protocols;

namespace SupportBot.Dialogs.Tests;

/// <summary>Things that staff do away from the chat: as a card with its due time, pressed or typed.</summary>
public sealed class StaffStepTests
{
    private const string Steps = """
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
          - id: stay
            do: "Stay with the student"
            role: counselor
            due: 10 minutes
            next: [{ when: stay = not-possible, go: help }, { else: two }]
          - id: two
            do: "Lock the room"
            answer: locked
            role: principal
            due: 1 hour
            confirm: two-person
            next: over
          - id: over
            say: "That is all."
            next: ended
          - id: ended
            end: done
          - id: help
            say: "Please call the office."
            next: ended

        """;

    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 16, 18, 7, 0, TimeSpan.Zero));
    private readonly TurnPipeline _pipeline;
    private TurnAnswer _answer = null!;

    public StaffStepTests()
    {
        var (protocol, faults) = ProtocolReader.Read("small/1.yaml", Steps);
        Assert.DoesNotContain(faults, f => f.Severity == Yaml.FaultSeverity.Error);
        var content = Demo.Content with { Protocols = new ProtocolShelf([protocol!], []) };
        _pipeline = new TurnPipeline(new MemoryTurnStore(), content, new Chat.Calendars(), new AlertRelease(atOnce: true, () => 0.5), _clock, new Chat.Alarms(), new Chat.Lines());
    }

    [Fact]
    public async Task A_step_is_a_card_with_its_due_time_and_done_goes_on()
    {
        await BeginAsync();
        Assert.Contains("Stay with the student", Card, StringComparison.Ordinal);
        Assert.Contains("2026-11-16T18:17:00Z", Card, StringComparison.Ordinal);
        await PressAsync(new() { ["c"] = "done" });

        Assert.Contains("Lock the room", Card, StringComparison.Ordinal);
        Assert.Contains("Answered", Instead, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Not_possible_wants_a_reason_in_the_card_or_in_the_next_message()
    {
        await BeginAsync();
        await SayAsync("not possible");
        Assert.Contains("why it is not possible", Said, StringComparison.Ordinal);
        await SayAsync("The student has left the building");
        Assert.Contains("Please call the office.", Said, StringComparison.Ordinal);

        await BeginAsync();
        await PressAsync(new() { ["c"] = "not-possible", ["f.reason"] = "Nobody is there" });
        Assert.Contains("Please call the office.", Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_says_done_after_all_is_taken_at_that_word_and_not_as_the_reason()
    {
        await BeginAsync();
        await SayAsync("not possible");
        await SayAsync("done");

        Assert.Contains("Lock the room", Card, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_second_of_two_people_cannot_be_the_first()
    {
        await BeginAsync();
        await SayAsync("done");
        await PressAsync(new() { ["c"] = "done" });
        Assert.Contains("A second one must confirm", Card + Instead, StringComparison.Ordinal);
        await PressAsync(new() { ["c"] = "done" });
        Assert.Contains("A second person must confirm it", Said, StringComparison.Ordinal);
        await PressAsync(new() { ["c"] = "done" }, "daniel-reyes");

        Assert.Contains("That is all.", Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_nobody_is_known_two_people_cannot_confirm()
    {
        await BeginAsync();
        await SayAsync("done");
        await SayAsync("done", person: null);

        Assert.Contains("Two people who are signed in", Said, StringComparison.Ordinal);
    }

    private string Said => string.Join("\n", _answer.Replies.Select(r => r.Text));

    private string Card => _answer.Replies.SelectMany(r => r.Attachments ?? []).Select(a => ((AdaptiveCards.AdaptiveCard)a.Content).ToJson()).LastOrDefault() ?? "";

    private string Instead => _answer.Instead?.Content is AdaptiveCards.AdaptiveCard card ? card.ToJson() : "";

    private string Token { get; set; } = "";

    private async Task BeginAsync() => await SendAsync(new Activity { Type = ActivityTypes.Message, Value = new Dictionary<string, string> { ["sb"] = "1", ["do"] = "go", ["c"] = "small" } }, "maya-okafor", fromCard: true);

    private Task SayAsync(string text, string? person = "maya-okafor") => SendAsync(new Activity { Type = ActivityTypes.Message, Text = text }, person, fromCard: false);

    private Task PressAsync(Dictionary<string, string> data, string person = "maya-okafor")
    {
        (data["sb"], data["t"]) = ("1", Token);
        return SendAsync(new Activity { Type = ActivityTypes.Message, Value = data }, person, fromCard: true);
    }

    private async Task SendAsync(Activity activity, string? person, bool fromCard)
    {
        (activity.Id, activity.ChannelId, activity.ServiceUrl) = (Guid.NewGuid().ToString("N"), "msteams", "https://connector.example");
        (activity.Conversation, activity.From, activity.Recipient) = (new ConversationAccount(id: "chat"), new ChannelAccount("29:a"), new ChannelAccount("28:bot"));
        var traits = new ChannelTraits("msteams", Anonymous: false, Forms: true, KeepsTranscript: false);
        _answer = await _pipeline.RunAsync(new IncomingTurn(activity, new ConversationKey("msteams", "chat"), Lockbox.Server, traits) { PersonId = person, FromCard = fromCard, Seal = "seal" }, CancellationToken.None);
        Assert.NotEqual(TurnKind.NotSaved, _answer.Kind);
        var shown = Card.Length > 0 ? Card : Instead;
        if (System.Text.RegularExpressions.Regex.Match(shown, "\"t\":\"([^\"]+)\"") is { Success: true } token) Token = token.Groups[1].Value;
    }
}
