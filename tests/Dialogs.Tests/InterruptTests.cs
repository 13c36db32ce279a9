using SupportBot.Cases;

namespace SupportBot.Dialogs.Tests;

/// <summary>Words that raise an alarm, anywhere: help at once, a person is called, and nothing of a report is lost.</summary>
public sealed class InterruptTests
{
    private const string Crisis = "he pushes me and I want to kill myself";

    private readonly Chat _chat = new();

    [Fact]
    public async Task Crisis_words_in_a_report_bring_help_before_any_question()
    {
        await CrisisInReportAsync();

        Assert.Contains("988", _chat.Replies[0].Text, StringComparison.Ordinal);
        Assert.DoesNotContain('?', _chat.Replies[0].Text);
        Assert.Contains("Are you safe right now?", _chat.Asked, StringComparison.Ordinal);
        Assert.Single(_chat.Replies, r => r.SuggestedActions is not null);
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
    public async Task After_it_the_report_goes_on_where_it_was_with_the_words_kept()
    {
        await CrisisInReportAsync();
        await WaitAsync();
        await JoinedAsync();

        Assert.Contains("A person at school has seen your message", _chat.Text, StringComparison.Ordinal);
        Assert.Contains("I kept what you wrote.", _chat.Text, StringComparison.Ordinal);
        Assert.Contains("When did it happen?", _chat.Asked, StringComparison.Ordinal);
        await _chat.SendReportAsync();
        Assert.Contains(_chat.Store.Words, w => w.About == "what" && w.Text.Reveal() == Crisis);
    }

    [Fact]
    public async Task Stopping_there_leads_back_to_the_report_with_the_words_kept()
    {
        await CrisisInReportAsync();
        await _chat.SayAsync("stop");
        Assert.Contains("When did it happen?", _chat.Asked, StringComparison.Ordinal);
        await _chat.SendReportAsync();
        Assert.Contains(_chat.Store.Words, w => w.About == "what" && w.Text.Reveal() == Crisis);
    }

    [Fact]
    public async Task The_alarm_makes_the_report_urgent_too()
    {
        await CrisisInReportAsync();
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
    public async Task Everything_that_waits_in_a_crisis_is_watched_in_every_commit()
    {
        await _chat.SayAsync("I want to kill myself");
        Assert.Equal(TimeSpan.FromMinutes(2), Timer().Due - _chat.Clock.GetUtcNow());
        Assert.True(_chat.Store.Commits[^1].ServerMayGoOn);
        var first = Timer();

        await _chat.SayAsync("help");
        Assert.Equal(first, Timer());
        await _chat.SayAsync("blorp");
        Assert.Equal(first, Timer());
        await WaitAsync();
        Assert.NotEqual(first.Token, Timer().Token);
        Assert.Equal(_chat.Case.Id, _chat.Store.Commits[^1].WaitsForCase);

        SilenceTimer Timer() => Assert.Single(_chat.Store.Commits[^1].Timers);
    }

    [Fact]
    public async Task A_crisis_above_a_report_is_watched_and_the_report_below_is_not()
    {
        await CrisisInReportAsync();
        Assert.Single(_chat.Store.Commits[^1].Timers);
        await _chat.SayAsync("stop");
        Assert.Empty(_chat.Store.Commits[^1].Timers);
        Assert.False(_chat.Store.Commits[^1].ServerMayGoOn);
    }

    [Fact]
    public async Task An_ordinary_report_is_never_watched_and_never_readable_without_its_tab()
    {
        await _chat.SendReportAsync();
        Assert.All(_chat.Store.Commits, c => Assert.Empty(c.Timers));
        Assert.All(_chat.Store.Commits, c => Assert.False(c.ServerMayGoOn));
    }

    [Fact]
    public async Task Silence_walks_on_and_calls_a_person()
    {
        await _chat.SayAsync("I want to kill myself");
        await SilenceAsync();

        Assert.Equal(Severity.Critical, _chat.Case.Severity);
        Assert.Equal("duty-counselor", _chat.Case.Alerts.Single().Ladder[0].Role);
        Assert.Contains(_chat.Store.Notices, n => n.Kind == NoticeKind.Alert && n.Urgent);
        Assert.Contains("I have called the duty counselor", _chat.Text, StringComparison.Ordinal);
        Assert.NotNull(_chat.Receipt);
    }

    [Fact]
    public async Task Silence_to_the_end_shows_help_again_and_then_says_that_nobody_came()
    {
        await _chat.SayAsync("I want to kill myself");
        for (var i = 0; i < 12 && !_chat.Text.Contains("Nobody has joined this chat so far", StringComparison.Ordinal); i++) await SilenceAsync();

        Assert.Contains("Nobody has joined this chat so far", _chat.Text, StringComparison.Ordinal);
        Assert.Single(_chat.Store.Cases);
        Assert.Empty(_chat.Store.Commits[^1].Timers);
    }

    [Fact]
    public async Task A_stale_silence_does_nothing_and_commits_nothing()
    {
        await _chat.SayAsync("I want to kill myself");
        var old = _chat.Store.Commits[^1].Timers[0];
        await _chat.PressAsync("Yes, I am safe right now");
        var commits = _chat.Store.Commits.Count;

        foreach (var program in new[] { new ProgramTurn(old.RunId, old.Token, null), new ProgramTurn("another", old.Token, null), new ProgramTurn(old.RunId, old.Token, "maya-okafor") })
        {
            var answer = await _chat.GoOnAloneAsync(program);
            Assert.Equal(TurnKind.Nothing, answer.Kind);
            Assert.Empty(answer.Replies);
        }

        Assert.Equal(commits, _chat.Store.Commits.Count);
        Assert.Empty(_chat.Store.Cases);
    }

    [Fact]
    public async Task The_same_silence_twice_is_one_step()
    {
        await _chat.SayAsync("I want to kill myself");
        var timer = _chat.Store.Commits[^1].Timers[0];
        await _chat.GoOnAloneAsync(new ProgramTurn(timer.RunId, timer.Token, null));
        var again = await _chat.GoOnAloneAsync(new ProgramTurn(timer.RunId, timer.Token, null));
        Assert.Equal(TurnKind.Nothing, again.Kind);
        Assert.Single(_chat.Case.Alerts);
    }

    [Fact]
    public async Task Somebody_who_joins_ends_the_wait_and_the_chat_says_so()
    {
        await _chat.SayAsync("I want to kill myself");
        await WaitAsync();
        await JoinedAsync();

        Assert.Contains("has seen your message and has it now", _chat.Text, StringComparison.Ordinal);
        Assert.Empty(_chat.Store.Commits[^1].Timers);
        Assert.Null(_chat.Store.Commits[^1].WaitsForCase);
    }

    [Fact]
    public async Task A_person_who_answered_before_the_wait_began_is_not_waited_for()
    {
        await _chat.SayAsync("I want to kill myself");
        await _chat.PressAsync("No, I am not safe");
        var plan = Demo.Content.Protocols.Get(new Protocols.ProtocolKey("suicide-risk", 1))!.Case!;
        var moment = new CaseMoment(Actor.Staff("maya-okafor"), _chat.Clock.GetUtcNow(), plan, new NoTime(), () => "t");
        _chat.Store.Do(CaseEngine.Acknowledge(_chat.Case, "a1", moment).Step!);

        await _chat.PressAsync("Skip");
        await _chat.PressAsync("Skip");

        Assert.Contains("has seen your message", _chat.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Nobody has joined", _chat.Text, StringComparison.Ordinal);
        Assert.Empty(_chat.Store.Commits[^1].Timers);
    }

    [Fact]
    public async Task Words_typed_while_waiting_are_added_to_the_case()
    {
        await _chat.SayAsync("I want to kill myself");
        await WaitAsync();
        await _chat.SayAsync("I am behind the gym");

        Assert.Contains("I passed that on", _chat.Text, StringComparison.Ordinal);
        Assert.Contains(_chat.Store.Words, w => w.Kind == WordsKind.Reply && w.Text.Reveal() == "I am behind the gym");
        Assert.True(_chat.Case.UnreadReply);
        Assert.Contains(_chat.Store.Notices, n => n.Kind == NoticeKind.ReporterWrote && n.Urgent);
        Assert.Single(_chat.Store.Commits[^1].Timers);
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

    private async Task CrisisInReportAsync()
    {
        await _chat.JoinAsync();
        await _chat.PressAsync("Report bullying");
        await _chat.GoToAsync("What happened?");
        await _chat.SayAsync(Crisis);
    }

    private async Task WaitAsync()
    {
        await _chat.PressAsync("No, I am not safe");
        await _chat.PressAsync("Skip");
        await _chat.PressAsync("Skip");
        Assert.Contains("asked the duty counselor to join", _chat.Text, StringComparison.Ordinal);
        Assert.Equal(["Stop"], _chat.Buttons);
    }

    private Task<TurnAnswer> SilenceAsync()
    {
        var timer = Assert.Single(_chat.Store.Commits[^1].Timers);
        _chat.Clock.SetUtcNow(timer.Due);
        return _chat.GoOnAloneAsync(new ProgramTurn(timer.RunId, timer.Token, null));
    }

    private Task<TurnAnswer> JoinedAsync()
    {
        var timer = Assert.Single(_chat.Store.Commits[^1].Timers);
        return _chat.GoOnAloneAsync(new ProgramTurn(timer.RunId, timer.Token, "maya-okafor"));
    }

    private sealed class NoTime : ICaseCalendar
    {
        public DateTimeOffset Add(DateTimeOffset from, Span span) => throw new NotSupportedException();
    }
}
