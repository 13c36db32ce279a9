namespace SupportBot.Dialogs.Tests;

/// <summary>What a person may say at any time, and what only sounds like it.</summary>
public sealed class CommandTests
{
    private readonly Chat _chat = new();

    [Theory]
    [InlineData("help", "988")]
    [InlineData("help me", "741741")]
    [InlineData("is this private?", "what is true about this chat")]
    [InlineData("exit", "Quick exit button")]
    public async Task Is_answered_in_the_middle_of_a_question_which_then_comes_again(string typed, string said)
    {
        await _chat.BeginReportAsync();
        await _chat.SayAsync(typed);
        Assert.Contains(said, _chat.Replies[0].Text, StringComparison.Ordinal);
        Assert.Contains("Which school", _chat.Asked, StringComparison.Ordinal);
        await _chat.SendReportAsync();
        Assert.DoesNotContain(_chat.Store.Words, w => w.Text.Reveal() == typed);
    }

    [Theory]
    [InlineData("help", "988")]
    [InlineData("private", "what is true about this chat")]
    [InlineData("privacy", "what is true about this chat")]
    [InlineData("who can i call", "741741")]
    [InlineData("back", "What would you like to do")]
    [InlineData("stop", "What would you like to do")]
    [InlineData("exit", "Quick exit button")]
    public async Task Is_answered_on_the_first_screen(string typed, string said)
    {
        await _chat.JoinAsync();
        await _chat.SayAsync(typed);
        Assert.Contains(said, _chat.Text, StringComparison.Ordinal);
        Assert.Contains("Report bullying", _chat.Buttons);
    }

    [Theory]
    [InlineData("person")]
    [InlineData("i need someone to talk to")]
    [InlineData("Talk to a person")]
    public async Task Whoever_asks_for_a_person_reads_where_one_is_and_is_asked_what_it_is_about(string typed)
    {
        await _chat.JoinAsync();
        await _chat.SayAsync(typed);
        Assert.Contains("503-555-0120", _chat.Text, StringComparison.Ordinal);
        Assert.Contains("I can ask a counselor to come into this chat", _chat.Text, StringComparison.Ordinal);
        Assert.Contains("988", _chat.Text, StringComparison.Ordinal);
        Assert.Contains("Which school is it?", _chat.Asked, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_asks_for_a_person_in_the_middle_of_a_report_comes_back_to_it()
    {
        await _chat.BeginReportAsync();
        await _chat.SayAsync("talk to a person");
        Assert.Contains("Which school is it?", _chat.Asked, StringComparison.Ordinal);
        await _chat.PressAsync("Stop");
        await _chat.SendReportAsync();
        Assert.Equal("bullying", _chat.Case.Kind);
    }

    [Fact]
    public async Task Is_answered_after_the_notice_by_somebody_who_has_not_seen_it()
    {
        await _chat.SayAsync("help");
        Assert.Contains("I am a computer program", _chat.Replies[0].Text, StringComparison.Ordinal);
        Assert.Contains("741741", _chat.Text, StringComparison.Ordinal);
        Assert.Contains("Report bullying", _chat.Buttons);
    }

    [Fact]
    public async Task The_menu_answers_the_same_by_button()
    {
        await _chat.JoinAsync();
        await _chat.PressAsync("Find help now");
        Assert.Contains("741741", _chat.Text, StringComparison.Ordinal);
        await _chat.PressAsync("I have a code");
        Assert.Contains("type your code", _chat.Asked, StringComparison.Ordinal);
        await _chat.PressAsync("Stop");
        Assert.Contains("Report bullying", _chat.Buttons);
    }

    [Theory]
    [InlineData("they wouldn't stop")]
    [InlineData("I said help me but nobody came")]
    [InlineData("he told me to go back to my country")]
    [InlineData("change the way he talks to me and everybody else")]
    public async Task What_only_holds_such_a_word_is_an_answer(string typed)
    {
        await _chat.BeginReportAsync();
        await _chat.GoToAsync("What happened?");
        await _chat.SayAsync(typed);
        Assert.Contains("When did it happen?", _chat.Asked, StringComparison.Ordinal);
        await _chat.SendReportAsync();
        Assert.Contains(_chat.Store.Words, w => w.About == "what" && w.Text.Reveal().EndsWith(typed, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_unclear_text_is_asked_about_once_and_then_shows_all_there_is()
    {
        await _chat.JoinAsync();
        await _chat.SayAsync("my code and the thing");
        Assert.Equal(["See what happened with my report", "Something else"], _chat.Buttons);
        await _chat.SayAsync("my code and the thing");
        Assert.Contains("Is it one of these?", _chat.Asked, StringComparison.Ordinal);
        Assert.Contains("Find help now", _chat.Buttons);
    }

    [Fact]
    public async Task A_message_with_nothing_in_it_shows_the_menu()
    {
        await _chat.JoinAsync();
        await _chat.SayAsync(" ");
        Assert.Contains("Report bullying", _chat.Buttons);
        Assert.DoesNotContain("closed", _chat.Text, StringComparison.Ordinal);
    }
}
