using SupportBot.Cases;

namespace SupportBot.Dialogs.Tests;

/// <summary>What a live hand-over means in the conversation: what is passed on, what is answered beside it, and who may say what.</summary>
public sealed class HandOverTests
{
    private readonly Chat _chat = new();

    [Theory]
    [InlineData("stop")]
    [InlineData("never mind")]
    [InlineData("back")]
    [InlineData("are you a bot")]
    [InlineData("talk to a person")]
    public async Task What_sounds_like_a_command_is_said_to_the_person_in_the_chat(string typed)
    {
        await JoinAsync();
        await _chat.SayAsync(typed);
        Assert.Contains(_chat.Store.Words, w => w.Kind == WordsKind.Said && w.Text.Reveal() == typed);
        Assert.Empty(_chat.Replies);
    }

    [Theory]
    [InlineData("help")]
    [InlineData("I am not safe right now")]
    public async Task Help_is_shown_beside_what_is_passed_on_and_the_way_out_stays(string typed)
    {
        await JoinAsync();
        await _chat.SayAsync(typed);
        Assert.Contains(_chat.Store.Words, w => w.Kind == WordsKind.Said && w.Text.Reveal() == typed);
        Assert.Contains("988", _chat.Text, StringComparison.Ordinal);
        Assert.Equal(["Leave this chat"], _chat.Buttons);
        Assert.Equal(typed == "help" ? 1 : 2, _chat.Case.Alerts.Count);
    }

    [Fact]
    public async Task Only_the_person_who_joined_is_heard()
    {
        var run = await JoinAsync();
        Assert.Equal(TurnKind.Nothing, (await SaysAsync(run, "daniel-reyes", "hello")).Kind);
        Assert.Equal(TurnKind.Nothing, (await SaysAsync("talk-" + Guid.NewGuid().ToString("N"), "maya-okafor", "hello")).Kind);
        Assert.Equal(TurnKind.Answered, (await SaysAsync(run, "maya-okafor", "hello")).Kind);
        Assert.Single(_chat.Store.Words, w => w.Kind == WordsKind.Said);
    }

    [Fact]
    public async Task A_line_that_comes_ten_times_is_one_line()
    {
        var run = await JoinAsync();
        for (var i = 0; i < 10; i++) await SaysAsync(run, "maya-okafor", "hello", "k1");
        Assert.Single(_chat.Store.Words, w => w.Kind == WordsKind.Said);
    }

    [Fact]
    public async Task What_a_counselor_types_is_plain_text_with_the_way_out_under_it()
    {
        var run = await JoinAsync();
        await SaysAsync(run, "maya-okafor", "[here](https://example.org) <b>*x*</b>");
        Assert.Equal("Maya Okafor: [here](https://example.org) <b>*x*</b>", _chat.Asked);
        Assert.Equal("plain", _chat.Replies[^1].TextFormat);
        Assert.Equal(["Leave this chat"], _chat.Buttons);
    }

    [Fact]
    public async Task A_line_too_long_is_not_passed_on_and_said_so()
    {
        await JoinAsync();
        await _chat.SayAsync(new string('a', 4_001));
        Assert.DoesNotContain(_chat.Store.Words, w => w.Kind == WordsKind.Said);
        Assert.Contains("4000", _chat.Text, StringComparison.Ordinal);
        await _chat.SayAsync(new string('a', 4_000));
        Assert.Single(_chat.Store.Words, w => w.Kind == WordsKind.Said);
    }

    [Fact]
    public async Task A_students_time_is_kept_rounded_and_a_counselors_is_not()
    {
        var run = await JoinAsync();
        await _chat.SayAsync("hello");
        await SaysAsync(run, "maya-okafor", "hello");
        var times = _chat.Store.Words.Where(w => w.Kind == WordsKind.Said).Select(w => w.At.Minute);
        Assert.Equal([0, 7], times);
    }

    [Fact]
    public async Task The_code_opens_the_thread_again()
    {
        await _chat.SayAsync("I want to kill myself");
        await _chat.PressAsync("No, I am not safe");
        var code = _chat.Receipt!;
        await _chat.PressAsync("Skip");
        await _chat.PressAsync("Skip");
        await _chat.JoinedAsync();
        await _chat.SayAsync("hello");
        await SaysAsync(_chat.Store.Commits[^1].Timers[0].RunId, "maya-okafor", "come to my room");
        await _chat.PressAsync("Leave this chat");
        await _chat.SayAsync(code);
        Assert.Contains("You wrote: hello", _chat.Text, StringComparison.Ordinal);
        Assert.Contains("Someone at school wrote: come to my room", _chat.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Presence_that_does_not_answer_counts_as_there_and_somebody_away_does_not()
    {
        var broken = new Chat(presence: new Presence(_ => throw new HttpRequestException("down")));
        await AskAsync(broken);
        Assert.Contains("I have asked a counselor to come into this chat", broken.Text, StringComparison.Ordinal);

        var away = new Chat(presence: new Presence(_ => []));
        await AskAsync(away);
        Assert.Contains("is free right now. Usually somebody is here today from 8:00 AM to 4:30 PM.", away.Text, StringComparison.Ordinal);
        Assert.Empty(away.Store.Cases);
        Assert.Contains("Leave a message for a counselor", away.Buttons);

        // A life may be in danger: nobody's presence is asked.
        await away.SayAsync("I want to kill myself");
        await away.WaitAsync();
    }

    [Fact]
    public async Task The_server_reads_the_conversation_while_the_talk_is_open_and_not_after()
    {
        await JoinAsync();
        Assert.True(_chat.Store.Commits[^1].ServerMayGoOn);
        await _chat.PressAsync("Leave this chat");
        Assert.False(_chat.Store.Commits[^1].ServerMayGoOn);
        Assert.Empty(_chat.Store.Commits[^1].Timers);
        Assert.Null(_chat.Store.Commits[^1].WaitsForCase);
    }

    private static async Task AskAsync(Chat chat)
    {
        await chat.SayAsync("talk to a person");
        await chat.PressAsync("Skip");
        await chat.PressAsync("Skip");
    }

    private async Task<string> JoinAsync()
    {
        await AskAsync(_chat);
        await _chat.JoinedAsync();
        return Assert.Single(_chat.Store.Commits[^1].Timers).RunId;
    }

    private Task<TurnAnswer> SaysAsync(string run, string person, string text, string? key = null) =>
        _chat.GoOnAloneAsync(new ProgramTurn(run, "", null) { HandOver = new HandOverTurn.Says(person, new PersonText(text), key ?? Guid.NewGuid().ToString("N")) });

    private sealed class Presence(Func<IReadOnlyList<string>, IReadOnlyList<string>> there) : IDutyPresence
    {
        public Task<IReadOnlyList<string>> AvailableAsync(IReadOnlyList<string> personIds, CancellationToken cancel) => Task.FromResult(there(personIds));
    }
}
