using System.Text;
using System.Text.Json.Nodes;
using AdaptiveCards;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Time.Testing;
using SupportBot.Cases;
using SupportBot.Dialogs;
using JsonValue = SupportBot.Wire.JsonValue;

namespace SupportBot.Dialogs.Tests;

/// <summary>Check-in, rosters and feedback: by words on a channel without cards, and by cards where there are some. It is Monday, November 16, 2026, 10:07.</summary>
public sealed class SessionTests
{
    private static readonly ChannelTraits Plain = new("plain", Anonymous: false, Forms: false, KeepsTranscript: false);
    private static readonly ChannelTraits Cards = new("msteams", Anonymous: false, Forms: true, KeepsTranscript: false);

    private readonly HeldSessions _sessions = new();
    private readonly MemoryTurnStore _store = new();
    private readonly Chat.Lines _log = new();
    private readonly TurnPipeline _pipeline;
    private TurnAnswer _answer = new(TurnKind.Nothing, [], 0);

    public SessionTests() => _pipeline = new TurnPipeline(
        _store, Demo.Content, new Chat.Calendars(), new AlertRelease(atOnce: true, () => 0.5), new FakeTimeProvider(new DateTimeOffset(2026, 11, 16, 18, 7, 0, TimeSpan.Zero)), new Chat.Alarms(), _log, trainings: _sessions, sessions: _sessions);

    [Theory]
    [InlineData("check in 123 456")]
    [InlineData("check me in, 123456")]
    [InlineData("I am here, code 123456")]
    [InlineData("I'm here. The code is 123-456")]
    [InlineData("Check in for the trauma workshop with code 123456")]
    [InlineData("code 123 456")]
    [InlineData("123 456")]
    [InlineData("１２３４５６")]
    [InlineData("registrar mi asistencia 123456")]
    [InlineData("ya llegué, el código es 123456", "Tu asistencia está registrada: **Trauma**")]
    public async Task Whoever_types_the_code_of_the_wall_is_checked_in(string text, string said = "You are checked in: **Trauma**")
    {
        Assert.Contains(said, await SayAsync(text), StringComparison.Ordinal);
        Assert.Equal((1, CheckInState.In), (_sessions.Tries, _sessions.State));
    }

    [Theory]
    [InlineData("check in")]
    [InlineData("check me in please")]
    [InlineData("I want to check in to my workshop")]
    [InlineData("I'm here")]
    [InlineData("registrar asistencia")]
    public async Task Without_a_code_it_is_asked_for_and_a_wrong_one_is_asked_for_once_more(string text)
    {
        Assert.Contains("Which six digits stand on the wall?", await SayAsync(text), StringComparison.Ordinal);
        Assert.Equal(0, _sessions.Tries);
        var wrong = await SayAsync("654321");
        Assert.Contains("not the code of a session", wrong, StringComparison.Ordinal);
        Assert.Contains("Which six digits stand on the wall?", wrong, StringComparison.Ordinal);
        Assert.Contains("not the code of a session", await SayAsync("12345"), StringComparison.Ordinal);
        Assert.Contains("You are checked in", await SayAsync("it says 123 456"), StringComparison.Ordinal);
        Assert.Contains("You are checked in", await SayAsync("check in"), StringComparison.Ordinal);
        Assert.Equal(3, _sessions.Tries);
    }

    [Theory]
    [InlineData(CheckInState.NotYet, "opens at 10:00 AM")]
    [InlineData(CheckInState.Over, "ended at 10:30 AM. Please talk to whoever leads the session")]
    [InlineData(CheckInState.In, "You are checked in")]
    public async Task Where_no_code_would_count_now_none_is_asked_for(CheckInState state, string said)
    {
        _sessions.State = state;
        Assert.Contains(said, await SayAsync("check in"), StringComparison.Ordinal);
        Assert.Equal(0, _sessions.Tries);
    }

    [Theory]
    [InlineData("I want to check in with a student")]
    [InlineData("check in on my class")]
    [InlineData("I am here to report bullying")]
    [InlineData("check in check out")]
    [InlineData("let us check the fire exit in the gym")]
    public async Task What_is_said_of_something_else_is_no_check_in(string text)
    {
        Assert.DoesNotContain("six digits", await SayAsync(text), StringComparison.Ordinal);
        Assert.DoesNotContain("checked in", Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("I'm here")]
    [InlineData("123456")]
    public async Task Words_that_may_mean_much_are_none_of_a_session_where_the_person_has_none_today(string text)
    {
        Assert.DoesNotContain("seat in a session", await SayAsync(text, "linh-tran"), StringComparison.Ordinal);
        Assert.Contains("You have no seat in a session of today", await SayAsync("check in", "linh-tran"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("who is coming to my workshop?")]
    [InlineData("who's signed up for the trauma training")]
    [InlineData("who is coming")]
    [InlineData("roster")]
    [InlineData("show me the roster for trauma")]
    [InlineData("my sessions as facilitator")]
    [InlineData("what workshops do I lead")]
    [InlineData("lista de asistencia")]
    [InlineData("¿quién viene a mi taller?")]
    public async Task Whoever_leads_a_session_reads_who_comes_and_lets_people_in_by_their_name(string text)
    {
        var roster = await SayAsync(text, HeldSessions.Facilitator);
        Assert.Contains("2 of 20 seats are taken. On the waiting list: 1.", roster, StringComparison.Ordinal);
        Assert.Contains("Library \\*1\\*", roster, StringComparison.Ordinal);
        Assert.Contains("Not checked in yet: 2\n\n- Maya Okafor\n- Linh \\*Tran\\*", roster, StringComparison.Ordinal);
        Assert.Contains("cannot tell whom you mean", await SayAsync("let in Zoe", HeldSessions.Facilitator), StringComparison.Ordinal);
        var after = await SayAsync("let maya okafor in", HeldSessions.Facilitator);
        Assert.Contains("Maya Okafor is checked in", after, StringComparison.Ordinal);
        Assert.Contains("Checked in: 1\n\n- Maya Okafor", after, StringComparison.Ordinal);
        Assert.Equal(["maya-okafor"], _sessions.Here.Select(p => p.Id));
    }

    [Fact]
    public async Task Of_several_sessions_one_is_picked()
    {
        _sessions.Led.Add(HeldSessions.Circles);
        Assert.Contains("1. **Trauma**", await SayAsync("roster", HeldSessions.Facilitator), StringComparison.Ordinal);
        Assert.Contains("**Circles**", await SayAsync("2", HeldSessions.Facilitator), StringComparison.Ordinal);
        // On another day than its own nobody is let in.
        Assert.DoesNotContain("let in", Text, StringComparison.Ordinal);
        Assert.Contains("Not checked in yet: 2", await SayAsync("who is coming to the circles workshop", HeldSessions.Facilitator), StringComparison.Ordinal);
        Assert.DoesNotContain("Trauma", Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("let in Linh")]
    [InlineData("please let okafor, maya in")]
    [InlineData("deja pasar a maya")]
    public async Task A_name_that_only_one_person_has_is_enough(string text)
    {
        await SayAsync(text, HeldSessions.Facilitator);
        Assert.Single(_sessions.Here);
    }

    [Theory]
    [InlineData("let in 1")]
    [InlineData("let in May")]
    [InlineData("let in Maya Okafer")]
    [InlineData("let in Maya")]
    public async Task Nobody_is_let_in_by_a_guess(string text)
    {
        _sessions.NotHere.Add(new("m2", "Maya Lopez Ruiz"));
        _sessions.NotHere.Add(new("m3", "Maya Lopez"));
        Assert.Contains("cannot tell whom you mean", await SayAsync(text, HeldSessions.Facilitator), StringComparison.Ordinal);
        Assert.Empty(_sessions.Here);
        await SayAsync("let in Maya Lopez", HeldSessions.Facilitator);
        Assert.Equal(["m3"], _sessions.Here.Select(p => p.Id));
    }

    [Fact]
    public async Task Of_many_sessions_twelve_are_shown_and_the_rest_is_counted()
    {
        _sessions.Led.AddRange(Enumerable.Range(1, 14).Select(n => HeldSessions.Circles with { Id = Guid.NewGuid(), Starts = HeldSessions.Circles.Starts.AddDays(n) }));
        Assert.Contains("3 more are not shown.", await SayAsync("roster", HeldSessions.Facilitator), StringComparison.Ordinal);
        await SayAsync("roster", HeldSessions.Facilitator, Cards);
        Assert.Contains("3 more are not shown.", Card.ToJson(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_long_roster_is_cut()
    {
        _sessions.NotHere.AddRange(Enumerable.Range(1, 30).Select(n => new RosterPerson($"p{n}", $"Person {n:00}")));
        var roster = await SayAsync("roster", HeldSessions.Facilitator);
        Assert.Contains("Not checked in yet: 32", roster, StringComparison.Ordinal);
        Assert.Contains("and 17 more", roster, StringComparison.Ordinal);
        Assert.Contains("Person 13", roster, StringComparison.Ordinal);
        Assert.DoesNotContain("Person 14", roster, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_may_see_no_roster_hears_the_same_as_of_one_that_does_not_exist()
    {
        const string None = "I know no session whose roster I could show you.";
        Assert.Equal(None, await SayAsync("roster"));
        Assert.Equal(None, await PressAsync($"roster~{HeldSessions.Trauma.Id:N}"));
        Assert.Equal(None, await PressAsync($"see-roster~{Guid.NewGuid():N}", person: HeldSessions.Facilitator));
        Assert.Equal(None, await PressAsync($"let-in~{HeldSessions.Trauma.Id:N}~linh-tran"));
        Assert.Empty(_sessions.Here);
        Assert.DoesNotContain("checked in", await SayAsync("let linh tran in"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_without_an_account_of_staff_reaches_any_of_it()
    {
        foreach (var text in new[] { "check in 123456", "roster", "who is coming to my workshop", "give feedback on my training", "let maya okafor in" })
            Assert.DoesNotContain("Maya", await SayAsync(text, null), StringComparison.Ordinal);
        Assert.Equal(0, _sessions.Tries);
    }

    [Theory]
    [InlineData("feedback")]
    [InlineData("give feedback on my training")]
    [InlineData("I want to give feedback about the trauma workshop")]
    [InlineData("survey")]
    public async Task Without_forms_feedback_is_given_in_the_console_because_what_is_typed_has_a_name(string text)
    {
        _sessions.Open.Add(new(HeldSessions.Trauma, FeedbackPart.After));
        var said = await SayAsync(text);
        Assert.Contains("Nobody sees who answered what", said, StringComparison.Ordinal);
        Assert.Contains("groups under ten are never shown", said, StringComparison.Ordinal);
        Assert.Contains("answer in the console instead", said, StringComparison.Ordinal);
        _sessions.Page = new Uri("https://support.example.org/console/training/feedback/1");
        Assert.Contains("https://support.example.org/console/training/feedback/1", await SayAsync($"{text}!"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_Spanish_feedback_is_asked_for_and_explained()
    {
        _sessions.Open.Add(new(HeldSessions.Trauma, FeedbackPart.After));
        Assert.Contains("Nadie ve quién contestó qué", await SayAsync("quiero dar mi opinión sobre el taller"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_nothing_is_asked_that_is_said_and_other_feedback_goes_where_it_belongs()
    {
        Assert.Contains("No feedback is asked of you right now", await SayAsync("feedback"), StringComparison.Ordinal);
        Assert.DoesNotContain("No feedback is asked", await SayAsync("feedback on the suicide protocol"), StringComparison.Ordinal);
        Assert.DoesNotContain("No feedback is asked", await SayAsync("survey"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_two_surveys_one_is_picked()
    {
        _sessions.Open.AddRange([new(HeldSessions.Trauma, FeedbackPart.Later), new(HeldSessions.Circles, FeedbackPart.Before)]);
        Assert.Contains("Which one is it about?", await SayAsync("feedback"), StringComparison.Ordinal);
        Assert.Contains("Before the workshop.", await SayAsync("circles"), StringComparison.Ordinal);
        Assert.Contains("Some weeks after the workshop.", await SayAsync("feedback on the trauma training"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task My_trainings_have_a_button_for_what_is_open_now_and_none_for_what_is_not()
    {
        await SayAsync("my trainings");
        Assert.Equal(["Check in", "All trainings"], _answer.Replies[^1].SuggestedActions.Actions.Select(a => a.Title));
        _sessions.Open.Add(new(HeldSessions.Trauma, FeedbackPart.Before));
        _sessions.State = CheckInState.NotYet;
        await SayAsync("my trainings");
        Assert.Equal(["Give feedback", "All trainings"], _answer.Replies[^1].SuggestedActions.Actions.Select(a => a.Title));
    }

    [Fact]
    public async Task By_cards_the_code_is_filled_in_and_a_wrong_one_brings_the_form_again()
    {
        await SayAsync("check in", traits: Cards);
        var form = Card;
        Assert.Contains("Which six digits", form.ToJson(), StringComparison.Ordinal);
        await FillAsync(form, "Check in", ("f.answer", "654 321"));
        Assert.Contains("not the code of a session", Card.ToJson(), StringComparison.Ordinal);
        Assert.DoesNotContain("Input.Text", Instead, StringComparison.Ordinal);
        await FillAsync(Card, "Check in", ("f.answer", "123 456"));
        Assert.Contains("You are checked in", Text, StringComparison.Ordinal);
        Assert.Equal(CheckInState.In, _sessions.State);
    }

    [Fact]
    public async Task A_roster_is_brought_up_to_date_where_it_stands()
    {
        await SayAsync("roster", HeldSessions.Facilitator, Cards);
        var card = Card;
        await FillAsync(card, "Let in", HeldSessions.Facilitator, ("f.answer", "linh-tran"));
        Assert.Contains("Linh *Tran* is checked in.", Instead, StringComparison.Ordinal);
        Assert.Contains("Checked in: 1", Instead, StringComparison.Ordinal);
        Assert.Empty(_answer.Replies);
        // Pressed twice it is as it was.
        await FillAsync(card, "Let in", HeldSessions.Facilitator, ("f.answer", "linh-tran"));
        Assert.Contains("Checked in: 1", Instead, StringComparison.Ordinal);
        _sessions.NotHere.Clear();
        await FillAsync(card, "Refresh", HeldSessions.Facilitator);
        Assert.DoesNotContain("Input.ChoiceSet", Instead, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Feedback_is_kept_once_and_nothing_of_it_stands_anywhere_else()
    {
        _sessions.Open.Add(new(HeldSessions.Trauma, FeedbackPart.After));
        await SayAsync("feedback", traits: Cards);
        var survey = Card;
        // A list of trainings that is open beneath remembers nothing of it either.
        await SayAsync("check in", traits: Cards);
        await FillAsync(survey, "Send", ("f.word", "yellow umbrella"));
        Assert.Contains("answer at least one sentence", Text, StringComparison.Ordinal);
        Assert.Null(_answer.Instead);
        await FillAsync(survey, "Send", ("f.word", "ab"), ("f.i-a1", "5"));
        Assert.Contains("at least 6 letters", Text, StringComparison.Ordinal);
        await SayAsync("I want to report bullying", traits: Cards);
        await FillAsync(survey, "Send", ("f.word", "yellow umbrella"), ("f.i-a1", "5"), ("f.i-e1", "2"));
        Assert.Contains("Thank you. Your answers are kept without your name.", Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Input.", Instead, StringComparison.Ordinal);
        var kept = Assert.Single(_sessions.Kept);
        Assert.Equal((FeedbackPart.After, "yellow umbrella", 5, 2), (kept.Moment, kept.Word, kept.Answers["a1"], kept.Answers["e1"]));

        await FillAsync(survey, "Send", ("f.word", "another word"), ("f.i-a1", "1"));
        Assert.Single(_sessions.Kept);
        foreach (var commit in _store.Commits)
        {
            string[] stored = [Encoding.UTF8.GetString(commit.State.Span), .. commit.Outgoing.Select(o => Encoding.UTF8.GetString(o.Span)), .. commit.Replies.Select(o => Encoding.UTF8.GetString(o.Span))];
            Assert.All(stored, s => Assert.DoesNotContain("umbrella", s, StringComparison.OrdinalIgnoreCase));
            Assert.All(stored, s => Assert.DoesNotContain("another word", s, StringComparison.OrdinalIgnoreCase));
            Assert.All(stored, s => Assert.DoesNotContain("i-a1\":\"", s, StringComparison.Ordinal));
        }

        Assert.Empty(_store.Audit);
        Assert.DoesNotContain("umbrella", string.Join("\n", _log.Written), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_word_of_danger_on_the_survey_brings_help_and_is_kept_nowhere()
    {
        _sessions.Open.Add(new(HeldSessions.Trauma, FeedbackPart.After));
        await SayAsync("feedback", traits: Cards);
        await FillAsync(Card, "Send", ("f.word", "I want to kill myself"), ("f.i-a1", "1"));
        Assert.Contains("988", Text, StringComparison.Ordinal);
        Assert.Single(_sessions.Kept);
        Assert.All(_store.Commits, c => Assert.DoesNotContain("kill", Encoding.UTF8.GetString(c.State.Span), StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task What_was_asked_before_a_workshop_does_not_count_after_it()
    {
        _sessions.Open.Add(new(HeldSessions.Trauma, FeedbackPart.Before));
        await SayAsync("feedback", traits: Cards);
        var survey = Card;
        _sessions.Open[0] = new(HeldSessions.Trauma, FeedbackPart.After);
        await FillAsync(survey, "Send", ("f.word", "yellow umbrella"), ("f.i-a1", "5"));
        Assert.Contains("Nothing was kept", Text, StringComparison.Ordinal);
        Assert.Empty(_sessions.Kept);
    }

    private string Text => string.Join("\n", _answer.Replies.Select(r => r.Text));

    private AdaptiveCard Card => (AdaptiveCard)_answer.Replies.SelectMany(r => r.Attachments ?? []).Last().Content;

    private string Instead => ((AdaptiveCard)_answer.Instead!.Content).ToJson();

    private Task<string> SayAsync(string text, string? person = HeldSessions.Guest, ChannelTraits? traits = null) => TakeAsync(new Activity { Text = text }, person, traits ?? Plain, fromCard: false);

    private Task<string> PressAsync(string choice, string? person = HeldSessions.Guest) =>
        TakeAsync(new Activity { Value = JsonValue.Element(new Dictionary<string, string> { ["sb"] = "1", ["t"] = "t1", ["f"] = "training", ["c"] = choice }) }, person, Plain, fromCard: false);

    private Task<string> FillAsync(AdaptiveCard card, string title, params (string Field, string Value)[] entries) => FillAsync(card, title, HeldSessions.Guest, entries);

    private Task<string> FillAsync(AdaptiveCard card, string title, string person, params (string Field, string Value)[] entries)
    {
        var action = card.Body.OfType<AdaptiveActionSet>().SelectMany(s => s.Actions).Concat(card.Actions).OfType<AdaptiveExecuteAction>().First(a => a.Title == title);
        var data = JsonNode.Parse(action.DataJson)!.AsObject();
        foreach (var (field, value) in entries) data[field] = value;
        return TakeAsync(new Activity { Value = JsonValue.Element(data) }, person, Cards, fromCard: true);
    }

    private async Task<string> TakeAsync(Activity activity, string? person, ChannelTraits traits, bool fromCard)
    {
        (activity.Type, activity.Id, activity.ChannelId, activity.Conversation, activity.From, activity.Recipient) =
            (ActivityTypes.Message, Guid.NewGuid().ToString("N"), traits.Name, new ConversationAccount(id: $"c-{person}"), new ChannelAccount($"a-{person}"), new ChannelAccount("bot"));
        if (!_greeted.Add($"{traits.Name}-{person}") || fromCard) return await RunAsync(activity, person, traits, fromCard);
        await RunAsync(new Activity { Type = ActivityTypes.Event, Name = "hello", Id = Guid.NewGuid().ToString("N"), ChannelId = traits.Name, Conversation = activity.Conversation, From = activity.From, Recipient = activity.Recipient }, person, traits, fromCard: false);
        return await RunAsync(activity, person, traits, fromCard);
    }

    private readonly HashSet<string> _greeted = [];

    private async Task<string> RunAsync(Activity activity, string? person, ChannelTraits traits, bool fromCard)
    {
        _answer = await _pipeline.RunAsync(new IncomingTurn(activity, new ConversationKey(traits.Name, $"c-{person}"), Lockbox.Server, traits) { PersonId = person, FromCard = fromCard, Seal = "seal" }, CancellationToken.None);
        return Text;
    }
}
