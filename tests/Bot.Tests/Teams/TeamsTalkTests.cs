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

    private async Task<Student> JoinedAsync()
    {
        var student = await _bot.AskAsync();
        await _maya.PressAsync("Join");
        await _bot.WorkAsync();
        await student.LookAsync();
        return student;
    }
}
