using SupportBot.Cases;

namespace SupportBot.Dialogs.Tests;

/// <summary>Words that raise an alarm, anywhere: help at once, a person is called, and nothing of a report is lost.</summary>
public sealed class InterruptTests
{
    private const string Crisis = CrisisChat.Words;

    private readonly Chat _chat = new();

    [Fact]
    public async Task Crisis_words_in_a_report_bring_help_before_any_question()
    {
        await _chat.CrisisInReportAsync();

        Assert.Contains("988", _chat.Replies[0].Text, StringComparison.Ordinal);
        Assert.DoesNotContain('?', _chat.Replies[0].Text);
        Assert.Contains("Are you safe right now?", _chat.Asked, StringComparison.Ordinal);
        Assert.Single(_chat.Replies, r => r.SuggestedActions is not null);
    }

    [Fact]
    public async Task Where_the_school_is_known_its_own_people_stand_below_the_lines()
    {
        await _chat.CrisisInReportAsync();
        var school = Demo.Content.District.School("heron-middle")!;
        Assert.Contains($"- **{school.Name}**: call {school.Phone} and ask for a counselor", _chat.Replies[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_no_school_is_known_none_is_named()
    {
        await _chat.SayAsync("I want to kill myself");
        Assert.DoesNotContain("ask for a counselor", _chat.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("I want to kill myself")]
    [InlineData("my friend says she will end her life")]
    public async Task Crisis_words_on_the_first_screen_bring_help_at_once(string words)
    {
        await _chat.SayAsync(words);
        Assert.Contains("988", string.Join("\n", _chat.Replies.SkipLast(1).Select(r => r.Text)), StringComparison.Ordinal);
        Assert.All(_chat.Replies.SkipLast(1), r => Assert.Null(r.SuggestedActions));
        Assert.Contains("Are you safe right now?", _chat.Asked, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_thought_that_comes_in_three_pieces_is_heard_in_the_last_of_them()
    {
        foreach (var piece in new[] { "i want", "to" })
        {
            await _chat.SayAsync(piece);
            Assert.DoesNotContain("Are you safe right now?", _chat.Text, StringComparison.Ordinal);
        }

        await _chat.SayAsync("die");
        Assert.Contains("Are you safe right now?", _chat.Asked, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_it_the_report_goes_on_where_it_was_with_the_words_kept()
    {
        await _chat.CrisisInReportAsync();
        await _chat.WaitAsync();
        await _chat.JoinedAsync();
        await _chat.PressAsync("Leave this chat");

        Assert.Contains("I kept what you wrote.", _chat.Text, StringComparison.Ordinal);
        Assert.Contains("When did it happen?", _chat.Asked, StringComparison.Ordinal);
        await _chat.SendReportAsync();
        Assert.Contains(_chat.Store.Words, w => w.About == "what" && w.Text.Reveal() == Crisis);
    }

    [Fact]
    public async Task What_was_written_before_the_alarm_is_kept_beside_it()
    {
        await _chat.BeginReportAsync("someone keeps pushing me in the hallway");
        await _chat.GoToAsync("What happened?");
        await _chat.SayAsync(Crisis);
        await _chat.SayAsync("stop");
        await _chat.SendReportAsync();
        Assert.Contains(_chat.Store.Words, w => w.About == "what" && w.Text.Reveal() == "someone keeps pushing me in the hallway\n" + Crisis);
    }

    [Fact]
    public async Task At_a_question_with_choices_the_question_simply_comes_again()
    {
        await _chat.BeginReportAsync();
        await _chat.SayAsync(Crisis);
        await _chat.SayAsync("stop");
        Assert.StartsWith("Now tell us what you know.", _chat.Asked, StringComparison.Ordinal);
        Assert.DoesNotContain("I kept", _chat.Text, StringComparison.Ordinal);
        await _chat.SendReportAsync();
        Assert.Equal("heron-middle", _chat.Store.Cases.Values.Single().SchoolId);
    }

    [Fact]
    public async Task Stopping_there_leads_back_to_the_report_with_the_words_kept()
    {
        await _chat.CrisisInReportAsync();
        await _chat.SayAsync("stop");
        Assert.Contains("988", _chat.Replies[0].Text, StringComparison.Ordinal);
        Assert.DoesNotContain("wiped", _chat.Text, StringComparison.Ordinal);
        Assert.Contains("When did it happen?", _chat.Asked, StringComparison.Ordinal);
        await _chat.SendReportAsync();
        Assert.Contains(_chat.Store.Words, w => w.About == "what" && w.Text.Reveal() == Crisis);
    }

    [Fact]
    public async Task The_alarm_makes_the_report_urgent_too()
    {
        await _chat.CrisisInReportAsync();
        await _chat.SayAsync("stop");
        await _chat.SendReportAsync();

        var report = _chat.Store.Cases.Values.Single(c => c.Kind == "bullying");
        Assert.Equal(Severity.Urgent, report.Severity);
        Assert.All(report.Alerts[0].Ladder, r => Assert.Equal(SpanUnit.Minutes, r.Within.Unit));
        Assert.Contains(_chat.Store.Notices, n => n.CaseId == report.Id && n.Kind == NoticeKind.Alert && n.Urgent);
        Assert.Contains(_chat.Store.Words, w => w.CaseId == report.Id && w.About == "signals" && w.Text.Reveal() == "self-harm");
    }

    [Fact]
    public async Task More_such_words_in_the_middle_show_help_and_start_nothing_anew()
    {
        await _chat.SayAsync("I want to kill myself");
        await _chat.PressAsync("Yes, I am safe right now");
        await _chat.SayAsync("I really want to die");

        Assert.Contains("I saw words that worry me", _chat.Text, StringComparison.Ordinal);
        Assert.Contains("Who are you worried about?", _chat.Asked, StringComparison.Ordinal);
        Assert.DoesNotContain("Are you safe right now?", _chat.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_weapon_in_an_answer_shows_help_and_the_answer_is_taken()
    {
        await _chat.BeginReportAsync();
        await _chat.GoToAsync("What would help");
        await _chat.SayAsync("he said he will bring a gun");
        Assert.Contains("911", _chat.Replies[0].Text, StringComparison.Ordinal);
        await _chat.GoToAsync("Shall I send it?");
        Assert.Contains("bring a gun", _chat.Asked, StringComparison.Ordinal);
        await _chat.PressAsync("Send it");
        Assert.Equal(Severity.Urgent, _chat.Case.Severity);
    }

    [Fact]
    public async Task A_school_learned_after_the_alarm_reaches_the_case_at_once_and_the_draft_does_not()
    {
        await _chat.JoinAsync();
        await _chat.SayAsync("someone keeps pushing me in the hallway");
        await _chat.GoToAsync("weapon", ("right now", "Yes, right now"));
        Assert.Equal("", _chat.Case.SchoolId);
        var words = _chat.Store.Words.Count;

        await _chat.GoToAsync("When did it happen?");
        Assert.Equal("heron-middle", _chat.Case.SchoolId);
        Assert.Equal(words, _chat.Store.Words.Count);
        Assert.Contains(_chat.Store.Notices, n => n.Kind == NoticeKind.CardsChanged);

        await _chat.SendReportAsync();
        Assert.Single(_chat.Store.Cases);
        Assert.Single(_chat.Store.Words, w => w.About == "what");
        Assert.Single(_chat.Store.Words, w => w.About == "danger");
        Assert.Null(_chat.Receipt);
        Assert.Equal(2, _chat.Case.Alerts.Count);
    }

    [Fact]
    public async Task Crisis_words_in_a_follow_up_are_added_to_the_report_after_the_help()
    {
        await _chat.SendReportAsync();
        await _chat.SayAsync(_chat.Receipt!);
        await _chat.SayAsync("it goes on and I want to kill myself");
        Assert.Contains("Are you safe right now?", _chat.Asked, StringComparison.Ordinal);
        await _chat.SayAsync("stop");
        Assert.Contains(_chat.Store.Words, w => w.Kind == WordsKind.Reply && w.Text.Reveal() == "it goes on and I want to kill myself");
    }
}
