using SupportBot.Bot.Tests.Alerts;
using SupportBot.Bot.Tests.HandOver;
using SupportBot.Cases;
using SupportBot.Console;

namespace SupportBot.Bot.Tests.Teams;

/// <summary>A live hand-over from the counselor's side in Teams: joined by a press, told line by line, left by a word.</summary>
public sealed class TeamsTalkTests : IAsyncLifetime
{
    private RealBot _bot = null!;
    private FakeConnector _connector = null!;
    private Staff _maya = null!;

    public async ValueTask InitializeAsync()
    {
        _bot = await RealBot.BuildAsync();
        _connector = await FakeConnector.StartAsync();
        _maya = new Staff(_bot, _connector, Talk.Maya);
        await _maya.OpenChatAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _connector.DisposeAsync();
        await _bot.DisposeAsync();
    }

    [Fact]
    public async Task The_card_says_that_somebody_waits_and_a_press_joins_them()
    {
        var student = await _bot.AskAsync("it is about my friend");
        Assert.Contains("Somebody asks for a person", _maya.Card.ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain("my friend", string.Concat(_connector.Calls.Select(c => c.Body)), StringComparison.Ordinal);
        var (status, _) = await _maya.PressAsync("Join");
        await _bot.WorkAsync();
        await student.LookAsync();

        Assert.Equal(200, status);
        Assert.Equal((TalkState.Open, Talk.Maya), ((await _bot.TalkNowAsync()).State, (await _bot.TalkNowAsync()).PersonId));
        Assert.Contains("Maya Okafor, school counselor, is here now.", await student.TranscriptAsync(), StringComparison.Ordinal);
        Assert.Contains("Everything you type here goes to them", _connector.Texts(_maya.Conversation), StringComparison.Ordinal);
        Assert.NotNull((await _bot.OnlyCaseAsync()).Alerts[^1].Acknowledged);
    }

    [Fact]
    public async Task What_each_writes_reaches_the_other_once_and_the_students_words_stay_plain()
    {
        var student = await JoinedAsync();
        await student.SayAsync("can **you** hear me");
        await _bot.WorkAsync();
        await _maya.SayAsync("Yes, I am here.", "line-1");
        await _maya.SayAsync("Yes, I am here.", "line-1");
        await student.LookAsync();

        var told = _connector.Calls.Last(c => c.Body.Contains("hear me", StringComparison.Ordinal)).Body;
        Assert.Contains("\"textFormat\":\"plain\"", told, StringComparison.Ordinal);
        Assert.Contains("can **you** hear me", told, StringComparison.Ordinal);
        Assert.Equal([("reporter", "can **you** hear me"), ("staff:maya-okafor", "Yes, I am here.")], await _bot.LinesAsync(Talk.Maya));
        Assert.Contains("Maya Okafor: Yes, I am here.", await student.TranscriptAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Leave_ends_it_and_what_is_typed_after_goes_to_nobody()
    {
        var student = await JoinedAsync();
        await _maya.SayAsync("leave");
        await _bot.WorkAsync();
        await _maya.SayAsync("Are you still there?");
        await student.LookAsync();

        Assert.Equal(TalkState.Over, (await _bot.TalkNowAsync()).State);
        Assert.Contains("Maya Okafor has left this chat", await student.TranscriptAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain("Are you still there?", await student.TranscriptAsync(), StringComparison.Ordinal);
        Assert.Contains("You have left the chat", _connector.Texts(_maya.Conversation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_counselor_who_speaks_Spanish_with_the_program_is_told_in_Spanish_and_leaves_by_a_Spanish_word()
    {
        await _maya.SayAsync("Español");
        var student = await _bot.AskAsync();
        Assert.Equal("es", (string?)_maya.Card["lang"]);
        await _maya.PressAsync("Entrar al chat");
        await _bot.WorkAsync();
        await student.SayAsync("can you hear me");
        await _bot.WorkAsync();
        await _maya.SayAsync("salir");
        await _bot.WorkAsync();
        await student.LookAsync();

        Assert.Equal(TalkState.Over, (await _bot.TalkNowAsync()).State);
        foreach (var told in new[] { "**Todo lo que usted escriba aquí le llega**", "el estudiante:\ncan you hear me", "Usted salió del chat" })
            Assert.Contains(told, _connector.Texts(_maya.Conversation), StringComparison.Ordinal);
        // The student's language is their own.
        Assert.Contains("Maya Okafor, school counselor, is here now.", await student.TranscriptAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_line_that_begins_with_the_number_of_another_case_goes_to_nobody()
    {
        var student = await JoinedAsync();
        await _maya.SayAsync("ZZZ-ZZZ: are you still hurt?");
        await student.LookAsync();

        Assert.Contains("I did not pass this on to anybody", _connector.Texts(_maya.Conversation), StringComparison.Ordinal);
        Assert.DoesNotContain("still hurt", await student.TranscriptAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_press_when_the_student_has_left_takes_the_case_all_the_same()
    {
        var student = await _bot.AskAsync();
        await student.SayAsync("stop");
        await _bot.WorkAsync();
        await _maya.PressAsync("Join");

        Assert.NotNull((await _bot.OnlyCaseAsync()).Alerts[^1].Acknowledged);
        Assert.NotEqual(TalkState.Open, (await _bot.TalkNowAsync()).State);
    }

    [Fact]
    public async Task A_connector_that_is_down_for_a_moment_loses_no_line()
    {
        var student = await JoinedAsync();
        _connector.Faults.Enqueue((429, "Throttled"));
        await student.SayAsync("please answer");
        await _bot.WorkAsync();
        await _bot.WorkAfterAsync(TimeSpan.FromMinutes(1));

        Assert.Equal(2, _connector.Calls.Count(c => c.Body.Contains("please answer", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Nothing_goes_to_the_student_before_the_counselor_was_told_in_that_chat_that_it_does()
    {
        _bot.Teams.IsOff = true;
        var student = await _bot.AskAsync();
        // Joined on the console's page; the line that says so does not get through to Teams.
        Assert.Equal(TalkAnswer.Done, await _bot.JoinAsync(Talk.Maya));
        _connector.Judge = () => (503, "Down");
        await _bot.WorkAsync();
        _connector.Judge = null;

        await _maya.SayAsync("Where do I find the lunch menu?");
        await student.LookAsync();
        Assert.DoesNotContain("lunch", await student.TranscriptAsync(), StringComparison.Ordinal);
        Assert.Empty((await _bot.LinesAsync(Talk.Maya))!);
        Assert.Contains("I did not pass this on", _connector.Texts(_maya.Conversation), StringComparison.Ordinal);

        // That the chat answers is seen by what was typed: the line comes at once.
        await _bot.WorkAsync();
        Assert.Contains("Everything you type here goes to them", _connector.Texts(_maya.Conversation), StringComparison.Ordinal);
        await _maya.SayAsync("Hello, I am here.");
        await student.LookAsync();
        Assert.Contains("Maya Okafor: Hello, I am here.", await student.TranscriptAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_could_not_be_told_may_leave_all_the_same()
    {
        _bot.Teams.IsOff = true;
        await _bot.AskAsync();
        await _bot.JoinAsync(Talk.Maya);
        _connector.Judge = () => (503, "Down");
        await _bot.WorkAsync();
        _connector.Judge = null;
        await _maya.SayAsync("leave");
        Assert.Equal(TalkState.Over, (await _bot.TalkNowAsync()).State);
    }

    [Fact]
    public async Task Whoever_opens_a_chat_with_the_bot_later_is_told_everything_in_order()
    {
        _bot.Teams.IsOff = true;
        var student = await _bot.AskAsync();
        await _bot.JoinAsync(Talk.Daniel);
        await student.SayAsync("are you there");
        await _bot.WorkAsync();
        var daniel = new Staff(_bot, _connector, Talk.Daniel);
        await daniel.OpenChatAsync();
        await _bot.WorkAfterAsync(TimeSpan.FromMinutes(1));

        var told = _connector.Texts(daniel.Conversation);
        Assert.Contains("are you there", told[told.IndexOf("Everything you type here", StringComparison.Ordinal)..], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_line_that_Teams_delivers_once_more_under_another_id_is_passed_on_once()
    {
        var student = await JoinedAsync();
        await _maya.SayAsync("Yes.", "line-1");
        _bot.Clock.Advance(TimeSpan.FromSeconds(31));
        await _maya.SayAsync("Yes.", "line-2");
        Assert.Equal(["Yes."], await SaidAsync());

        // A short answer may well be the same twice, where something was asked between; a long line is not typed twice in a row.
        await student.SayAsync("and tomorrow?");
        await _maya.SayAsync("Yes.", "line-3");
        await _maya.SayAsync("I will wait for you at the front door.", "line-4");
        await student.SayAsync("ok");
        _bot.Clock.Advance(TimeSpan.FromSeconds(31));
        await _maya.SayAsync("I will wait for you at the front door.", "line-5");
        Assert.Equal(["Yes.", "Yes.", "I will wait for you at the front door."], await SaidAsync());

        // Much later it is said anew.
        _bot.Clock.Advance(TimeSpan.FromSeconds(100));
        await _maya.SayAsync("I will wait for you at the front door.", "line-6");
        Assert.Equal(4, (await SaidAsync()).Count);
        Assert.DoesNotContain("is over", _connector.Texts(_maya.Conversation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_button_that_joins_works_once()
    {
        await _bot.AskAsync();
        var card = _maya.Card;
        await _maya.PressAsync(card, "Join");
        await _bot.WorkAfterAsync(TimeSpan.FromMinutes(4));
        Assert.Equal(TalkAnswer.Done, await _bot.JoinAsync(Talk.Daniel));
        await _bot.WorkAfterAsync(TimeSpan.FromMinutes(4));

        // Daniel is silent now, so that a colleague might come; but not by a press that has done its work.
        var (_, body) = await _maya.PressAsync(card, "Join");
        Assert.Contains("used already", body!.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal(Talk.Daniel, (await _bot.TalkNowAsync()).PersonId);
        Assert.Single(await _bot.TimelineAsync(await _bot.OnlyCaseAsync()), a => a is { Action: AuditAction.ActionRefused, Subject: "used-before" });
    }

    [Fact]
    public async Task A_press_that_takes_over_from_somebody_silent_is_used_up_as_well()
    {
        await _bot.AskAsync();
        var card = _maya.Card;
        Assert.Equal(TalkAnswer.Done, await _bot.JoinAsync(Talk.Daniel));
        await _bot.WorkAfterAsync(TimeSpan.FromMinutes(4));
        await _maya.PressAsync(card, "Join");
        Assert.Equal(Talk.Maya, (await _bot.TalkNowAsync()).PersonId);
        await _bot.WorkAfterAsync(TimeSpan.FromMinutes(4));
        Assert.Equal(TalkAnswer.Done, await _bot.JoinAsync(Talk.Daniel));
        await _bot.WorkAfterAsync(TimeSpan.FromMinutes(4));
        await _maya.PressAsync(card, "Join");
        Assert.Equal(Talk.Daniel, (await _bot.TalkNowAsync()).PersonId);
    }

    [Theory]
    [InlineData(400), InlineData(413)]
    public async Task A_line_that_Teams_does_not_take_is_said_to_be_there_and_the_person_stays_reachable(int status)
    {
        var student = await JoinedAsync();
        _connector.Faults.Enqueue((status, "BadSyntax"));
        await student.SayAsync("something odd");
        await _bot.WorkAsync();
        await student.SayAsync("can you read this");
        await _bot.WorkAsync();
        var told = _connector.Texts(_maya.Conversation);
        Assert.Contains("cannot be shown here", told, StringComparison.Ordinal);
        Assert.Contains("can you read this", told[told.IndexOf("cannot be shown here", StringComparison.Ordinal)..], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(503), InlineData(403)]
    public async Task A_counselor_whom_no_line_reached_is_not_said_to_be_silent(int status)
    {
        var student = await JoinedAsync();
        _bot.Teams.IsOff = true;
        await _maya.SayAsync("Hello");
        _connector.Judge = () => (status, "MessageWritesBlocked");
        await student.SayAsync("are you there");
        await _bot.WorkAsync();
        await _bot.WorkAfterAsync(TimeSpan.FromSeconds(181));
        await student.LookAsync();
        var said = await student.TranscriptAsync();
        Assert.DoesNotContain("has not answered", said, StringComparison.Ordinal);
        Assert.Contains("what you wrote has not reached Maya Okafor in Teams", said, StringComparison.Ordinal);
        Assert.Contains("988", said[said.IndexOf("has not reached", StringComparison.Ordinal)..], StringComparison.Ordinal);

        // Everything is told once it can be, and a colleague may come meanwhile.
        _connector.Judge = null;
        await _bot.WorkAfterAsync(TimeSpan.FromMinutes(2));
        Assert.Contains("are you there", _connector.Calls.Last(c => c.Body.Contains("the student:", StringComparison.Ordinal)).Body, StringComparison.Ordinal);
        Assert.Equal(TalkAnswer.Done, await _bot.JoinAsync(Talk.Daniel));
    }

    private async Task<List<string>> SaidAsync() => [.. (await _bot.LinesAsync(Talk.Maya))!.Where(l => l.Who != "reporter").Select(l => l.What)];

    private async Task<Student> JoinedAsync()
    {
        var student = await _bot.AskAsync();
        await _maya.PressAsync("Join");
        await _bot.WorkAsync();
        await student.LookAsync();
        return student;
    }
}
