using System.Text.RegularExpressions;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Time.Testing;
using SupportBot.Cases;
using SupportBot.Protocols;

namespace SupportBot.Dialogs.Tests;

/// <summary>Steps that one person begins and another goes on with: in the middle, on another day, in another chat, without retyping.</summary>
public sealed partial class PassingTests
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
        starts-on: ["route:small"]
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
              words: { type: text, label: "What happened?", required: true, max: 500 }
            timeout: { after: 1 hour, go: tell }
          - id: tell
            alert: counselor
            severity: standard
            card: new-case
            acknowledge: 1 school-day
            escalate: [{ to: principal }]
          - id: stay
            do: "Stay with the student"
            role: counselor
            due: 10 minutes
          - id: two
            do: "Lock the file"
            role: counselor
            due: 1 hour
            confirm: two-person
          - id: over
            say: "That is all."
          - id: ended
            end: done
        case:
          kind: small
          title: "Small case"
          sees: [counselor, principal]
          never-sees: people-named-in-the-report
          states:
            - { id: open, title: "Open", next: [closed] }
            - { id: closed, title: "Closed", end: true, next: [open] }
          outcomes: { done: "Done" }

        """;

    private const string Maya = "maya-okafor", Thomas = "thomas-lindqvist", Daniel = "daniel-reyes";
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 16, 18, 7, 0, TimeSpan.Zero));
    private readonly MemoryTurnStore _store = new();
    private readonly TurnPipeline _pipeline;
    private string _said = "", _card = "";

    public PassingTests()
    {
        var (protocol, faults) = ProtocolReader.Read("small/1.yaml", Steps);
        Assert.DoesNotContain(faults, f => f.Severity == Yaml.FaultSeverity.Error);
        var content = Demo.Content with { Protocols = new ProtocolShelf([protocol!], []) };
        _pipeline = new TurnPipeline(_store, content, new Chat.Calendars(), new AlertRelease(atOnce: true, () => 0.5), _clock, new Chat.Alarms(), new Chat.Lines());
    }

    private Case Only => Assert.Single(_store.Cases.Values);

    [Fact]
    public async Task A_person_goes_on_at_the_open_step_on_another_day_and_retypes_nothing()
    {
        await BeginAsync();
        await SayAsync("hand over", Thomas);
        Assert.Contains("Who goes on", _said, StringComparison.Ordinal);
        await SayAsync("Maya Okafor", Thomas);
        Assert.Contains($"I gave the steps of case {Only.Number} to: Maya Okafor", _said, StringComparison.Ordinal);
        Assert.Contains(_store.Notices, n => n is { Kind: NoticeKind.StepsWait, Urgent: false });
        Assert.Equal(Maya, Assert.Single(Only.Steps).To);
        Assert.Contains("You can still open the case", _said, StringComparison.Ordinal);

        _clock.Advance(TimeSpan.FromDays(1));
        await SayAsync($"go on with {Only.Number.ToLowerInvariant()}", Maya);
        Assert.Contains($"You go on with the steps of case {Only.Number}", _said, StringComparison.Ordinal);
        Assert.Contains("Stay with the student", _card, StringComparison.Ordinal);
        await SayAsync("done", Maya);
        Assert.Contains("Lock the file", _card, StringComparison.Ordinal);
        Assert.Contains(_store.Audit, a => a.Action == AuditAction.StepsTaken && a.Actor == Actor.Staff(Maya));
        Assert.Single(_store.Words, w => w.Text.Reveal() == "she cried in class");
    }

    [Fact]
    public async Task Steps_are_taken_once_and_can_be_taken_back()
    {
        await BeginAsync();
        await SayAsync("hand over", Thomas);
        await SayAsync("Whoever is on duty: School counselor", Thomas);
        Assert.Contains(_store.Notices, n => n is { Kind: NoticeKind.StepsWait, Role: "counselor" });
        await SayAsync($"go on with {Only.Number}", Thomas);
        Assert.Contains("Stay with the student", _card, StringComparison.Ordinal);
        await SayAsync($"go on with {Only.Number}", Maya);
        Assert.Contains("Thomas Lindqvist goes on with the steps", _said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_people_at_once_have_one_winner()
    {
        await BeginAsync();
        await SayAsync("hand over", Thomas);
        await SayAsync("Maya Okafor", Thomas);
        _store.BeforeCommit = () => SayAsync($"go on with {Only.Number}", Thomas).GetAwaiter().GetResult();
        await SayAsync($"go on with {Only.Number}", Maya);
        Assert.Contains("Thomas Lindqvist goes on with the steps", _said, StringComparison.Ordinal);
        Assert.Single(_store.Audit, a => a.Action == AuditAction.StepsTaken);
    }

    [Fact]
    public async Task Neither_somebody_of_another_school_nor_anybody_kept_out_takes_them()
    {
        await BeginAsync();
        await SayAsync("hand over", Thomas);
        await SayAsync("Maya Okafor", Thomas);
        await SayAsync($"go on with {Only.Number}", Daniel);
        Assert.Contains("No steps of case", _said, StringComparison.Ordinal);
        _store.Do(new CaseStep(Only with { Excluded = [Maya] }));
        await SayAsync($"go on with {Only.Number}", Maya);
        Assert.Contains("No steps of case", _said, StringComparison.Ordinal);
        await SayAsync($"go on with {Only.Number}", null);
        Assert.Contains("No steps of case", _said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_takes_two_goes_to_the_second_person_who_may_be_anywhere()
    {
        await BeginAsync();
        await SayAsync("done", Thomas);
        await SayAsync("done", Thomas);
        Assert.Contains("A second person must say that it is done", _said, StringComparison.Ordinal);
        await SayAsync("Maya Okafor", Thomas);
        Assert.Contains("I gave the steps", _said, StringComparison.Ordinal);

        await SayAsync($"go on with {Only.Number}", Maya);
        Assert.Contains("Thomas Lindqvist has said that this is done", _said, StringComparison.Ordinal);
        await SayAsync("done", Maya);
        Assert.Contains("That is all.", _said, StringComparison.Ordinal);
        Assert.Single(_store.Audit, a => a is { Action: AuditAction.StepConfirmed, Subject: Thomas } && a.Actor == Actor.Staff(Maya));
    }

    [Fact]
    public async Task The_second_person_says_why_it_is_not_possible_and_the_steps_go_on()
    {
        await BeginAsync();
        await SayAsync("done", Thomas);
        await SayAsync("done", Thomas);
        await SayAsync("Maya Okafor", Thomas);
        await SayAsync($"go on with {Only.Number}", Maya);
        await SayAsync("not possible", Maya);
        await SayAsync("the room was empty", Maya);
        Assert.Contains("That is all.", _said, StringComparison.Ordinal);
        Assert.DoesNotContain(_store.Audit, a => a.Action == AuditAction.StepConfirmed);
    }

    [Fact]
    public async Task Whoever_said_done_first_is_asked_for_a_second_person_however_often_they_say_it()
    {
        await BeginAsync();
        await SayAsync("done", Thomas);
        await SayAsync("done", Thomas);
        await SayAsync("done", Thomas);
        Assert.Contains("A second person must confirm it", _said, StringComparison.Ordinal);
        Assert.Contains("Whom shall I ask?", _said, StringComparison.Ordinal);
        await SayAsync("Maya Okafor", Thomas);
        Assert.Contains("I gave the steps", _said, StringComparison.Ordinal);
        Assert.Equal(StepsReason.SecondPerson, Assert.Single(Only.Steps).Why);
    }

    [Fact]
    public async Task Steps_begin_on_top_of_what_is_open_and_that_goes_on_afterwards()
    {
        await BeginAsync();
        var number = Only.Number;
        await SayAsync("hand over", Thomas);
        await SayAsync("Maya Okafor", Thomas);
        await SendAsync(new Activity { Type = ActivityTypes.Message, Value = new Dictionary<string, string> { ["sb"] = "1", ["do"] = "go", ["c"] = "small" } }, Maya);
        Assert.Contains("What happened?", _card, StringComparison.Ordinal);
        await SayAsync($"go on with {number}", Maya);
        Assert.Contains("Stay with the student", _card, StringComparison.Ordinal);
        await SayAsync("hand over", Maya);
        await SayAsync("Whoever is on duty: School counselor", Maya);
        Assert.Contains("What happened?", _card, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Steps_of_a_closed_case_are_not_gone_on_with_and_nothing_is_lost()
    {
        await BeginAsync();
        await SayAsync("hand over", Thomas);
        await SayAsync("Maya Okafor", Thomas);
        _store.Do(new CaseStep(Only with { State = "closed", ClosedAt = _clock.GetUtcNow() }));
        await SayAsync($"go on with {Only.Number}", Maya);
        Assert.Contains("is closed", _said, StringComparison.Ordinal);
        _store.Do(new CaseStep(Only with { State = "open", ClosedAt = null }));
        await SayAsync($"go on with {Only.Number}", Maya);
        Assert.Contains("Stay with the student", _card, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_button_that_was_used_is_used_up()
    {
        await BeginAsync();
        await SayAsync("hand over", Thomas);
        await SayAsync("Maya Okafor", Thomas);
        await SayAsync($"go on with {Only.Number}", Maya, nonce: "n1");
        await SayAsync("hand over", Maya);
        await SayAsync("Whoever is on duty: School counselor", Maya);
        await SayAsync($"go on with {Only.Number}", Maya, nonce: "n1");
        Assert.True(Assert.Single(Only.Steps).Wait);
    }

    [Fact]
    public async Task Before_there_is_a_case_there_is_nothing_to_hand_over()
    {
        var before = Steps.Replace("  - id: tell\n    alert: counselor", "  - id: early\n    do: \"Look around\"\n    role: counselor\n    due: 10 minutes\n  - id: tell\n    alert: counselor", StringComparison.Ordinal);
        var (protocol, _) = ProtocolReader.Read("small/1.yaml", before);
        var pipeline = new TurnPipeline(_store, Demo.Content with { Protocols = new ProtocolShelf([protocol!], []) }, new Chat.Calendars(), new AlertRelease(atOnce: true, () => 0.5), _clock, new Chat.Alarms(), new Chat.Lines());
        await SendAsync(new Activity { Type = ActivityTypes.Message, Value = new Dictionary<string, string> { ["sb"] = "1", ["do"] = "go", ["c"] = "small" } }, Thomas, pipeline);
        await SendAsync(new Activity { Type = ActivityTypes.Message, Value = new Dictionary<string, string> { ["sb"] = "1", ["t"] = Token().Match(_card).Groups[1].Value, ["f.school"] = "riverbend-high", ["f.words"] = "x" } }, Thomas, pipeline);
        await SendAsync(new Activity { Type = ActivityTypes.Message, Text = "hand over" }, Thomas, pipeline);
        Assert.Contains("nothing to hand over yet", _said, StringComparison.Ordinal);
        Assert.Contains("Look around", _card, StringComparison.Ordinal);
        Assert.Empty(_store.Cases);
    }

    [Fact]
    public async Task Whoever_takes_it_back_cannot_be_their_own_second()
    {
        await BeginAsync();
        await SayAsync("done", Thomas);
        await SayAsync("done", Thomas);
        await SayAsync("Maya Okafor", Thomas);
        await SayAsync($"go on with {Only.Number}", Thomas);
        await SayAsync("done", Thomas);
        Assert.Contains("A second person must confirm it", _said, StringComparison.Ordinal);
        Assert.DoesNotContain("That is all.", _said, StringComparison.Ordinal);
    }

    private async Task BeginAsync()
    {
        await SendAsync(new Activity { Type = ActivityTypes.Message, Value = new Dictionary<string, string> { ["sb"] = "1", ["do"] = "go", ["c"] = "small" } }, Thomas);
        var token = Token().Match(_card).Groups[1].Value;
        await SendAsync(new Activity { Type = ActivityTypes.Message, Value = new Dictionary<string, string> { ["sb"] = "1", ["t"] = token, ["f.school"] = "riverbend-high", ["f.words"] = "she cried in class" } }, Thomas);
        Assert.Contains("Stay with the student", _card, StringComparison.Ordinal);
    }

    private Task SayAsync(string text, string? person, string? nonce = null) => SendAsync(new Activity { Type = ActivityTypes.Message, Text = text }, person, nonce: nonce);

    private async Task SendAsync(Activity activity, string? person, TurnPipeline? pipeline = null, string? nonce = null)
    {
        (activity.Id, activity.ChannelId, activity.ServiceUrl) = (Guid.NewGuid().ToString("N"), "msteams", "https://connector.example");
        (activity.Conversation, activity.From, activity.Recipient) = (new ConversationAccount(id: $"chat-{person}"), new ChannelAccount("29:a"), new ChannelAccount("28:bot"));
        var traits = new ChannelTraits("msteams", Anonymous: false, Forms: true, KeepsTranscript: false);
        var answer = await (pipeline ?? _pipeline).RunAsync(
            new IncomingTurn(activity, new ConversationKey("msteams", $"chat-{person}"), Lockbox.Server, traits) { PersonId = person, FromCard = activity.Value is not null, Seal = "seal", Nonce = nonce }, CancellationToken.None);
        Assert.NotEqual(TurnKind.NotSaved, answer.Kind);
        _said = string.Join("\n", answer.Replies.Select(r => r.Text));
        _card = string.Join("\n", answer.Replies.SelectMany(r => r.Attachments ?? []).Append(answer.Instead!).Where(a => a is not null).Select(a => ((AdaptiveCards.AdaptiveCard)a.Content).ToJson()));
    }

    [GeneratedRegex("\"t\":\"([^\"]+)\"")]
    private static partial Regex Token();
}
