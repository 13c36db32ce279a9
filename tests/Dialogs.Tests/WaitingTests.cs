using SupportBot.Cases;

namespace SupportBot.Dialogs.Tests;

/// <summary>A protocol that may not stall is watched: silence, and people who join, move it on.</summary>
public sealed class WaitingTests
{
    private readonly Chat _chat = new();

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
        await _chat.WaitAsync();
        Assert.NotEqual(first.Token, Timer().Token);
        Assert.Equal(_chat.Case.Id, _chat.Store.Commits[^1].WaitsForCase);

        SilenceTimer Timer() => Assert.Single(_chat.Store.Commits[^1].Timers);
    }

    [Fact]
    public async Task A_crisis_above_a_report_is_watched_and_the_report_below_is_not()
    {
        await _chat.CrisisInReportAsync();
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
        await _chat.SilenceAsync();

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
        for (var i = 0; i < 12 && !_chat.Text.Contains("Nobody has joined this chat so far", StringComparison.Ordinal); i++) await _chat.SilenceAsync();

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
        await _chat.WaitAsync();
        await _chat.JoinedAsync();

        Assert.Contains("Maya Okafor, school counselor, is here now.", _chat.Text, StringComparison.Ordinal);
        // The wait is over: what is watched now is the talk, under the same case.
        var timer = Assert.Single(_chat.Store.Commits[^1].Timers);
        Assert.Equal(TimeSpan.FromMinutes(3), timer.Due - _chat.Clock.GetUtcNow());
        Assert.Equal(_chat.Case.Id, _chat.Store.Commits[^1].WaitsForCase);
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

        Assert.Contains("Maya Okafor, school counselor, is here now.", _chat.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("I have asked the duty counselor to join", _chat.Text, StringComparison.Ordinal);
        Assert.StartsWith("talk-", Assert.Single(_chat.Store.Commits[^1].Timers).RunId, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_typed_while_waiting_are_added_to_the_case()
    {
        await _chat.SayAsync("I want to kill myself");
        await _chat.WaitAsync();
        await _chat.SayAsync("I am behind the gym");

        Assert.Contains("I passed that on", _chat.Text, StringComparison.Ordinal);
        Assert.Contains(_chat.Store.Words, w => w.Kind == WordsKind.Reply && w.Text.Reveal() == "I am behind the gym");
        Assert.True(_chat.Case.UnreadReply);
        Assert.Contains(_chat.Store.Notices, n => n.Kind == NoticeKind.ReporterWrote && n.Urgent);
        Assert.Single(_chat.Store.Commits[^1].Timers);
    }

    private sealed class NoTime : ICaseCalendar
    {
        public DateTimeOffset Add(DateTimeOffset from, Span span) => throw new NotSupportedException();
    }
}
