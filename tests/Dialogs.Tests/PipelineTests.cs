using Microsoft.Bot.Schema;

namespace SupportBot.Dialogs.Tests;

/// <summary>One turn is one commit, whatever happens beside it.</summary>
public sealed class PipelineTests
{
    private readonly Chat _chat = new();

    [Fact]
    public async Task The_same_activity_twice_is_one_commit_and_the_same_answer()
    {
        await _chat.ReportToSummaryAsync();
        var first = await _chat.SendAsync(Send(), "same");
        var code = _chat.Receipt;
        var commits = _chat.Store.Commits.Count;

        var second = await _chat.SendAsync(Send(), "same");

        Assert.Equal((TurnKind.Answered, TurnKind.Repeated), (first.Kind, second.Kind));
        Assert.Equal(first.First, second.First);
        Assert.Equal(Texts(first), Texts(second));
        Assert.Equal(code, _chat.Receipt);
        Assert.Equal(commits, _chat.Store.Commits.Count);
        Assert.Single(_chat.Store.Cases);
    }

    [Fact]
    public async Task The_same_activity_twenty_times_at_once_is_one_case_and_the_same_answer()
    {
        await _chat.ReportToSummaryAsync();
        var send = Send().Value;
        var commits = _chat.Store.Commits.Count;
        using var start = new Barrier(4);
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Factory.StartNew(
            () =>
            {
                start.SignalAndWait();
                return Enumerable.Range(0, 5).Select(_ => _chat.SendAsync(new Activity { Type = ActivityTypes.Message, Text = "Send it", Value = send }, "same").GetAwaiter().GetResult()).ToList();
            },
            CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default)));

        var all = answers.SelectMany(a => a).ToList();
        Assert.Equal(20, all.Count);
        Assert.Single(all, a => a.Kind == TurnKind.Answered);
        Assert.Equal(19, all.Count(a => a.Kind == TurnKind.Repeated));
        Assert.Single(all.Select(a => string.Join('|', Texts(a))).Distinct());
        Assert.Single(_chat.Store.Cases);
        Assert.Equal(commits + 1, _chat.Store.Commits.Count);
    }

    [Fact]
    public async Task A_turn_that_meets_another_runs_again_on_what_is_there_now()
    {
        await _chat.BeginReportAsync();
        await _chat.GoToAsync("Where did it happen?");
        var bus = _chat.Button("On the school bus");
        var other = new Chat(_chat.Store) { Key = _chat.Key };
        _chat.Store.BeforeCommit = () => other.SayAsync("online").GetAwaiter().GetResult();

        await _chat.PressAsync(bus);

        Assert.Contains("That question is closed", _chat.Text, StringComparison.Ordinal);
        Assert.Contains("Who was hurt", _chat.Asked, StringComparison.Ordinal);
        Assert.Contains(_chat.Log.Written, l => l.Contains("run again", StringComparison.Ordinal));
        await _chat.GoToAsync("Shall I send it?");
        Assert.Contains("> Online or by phone", _chat.Asked, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Staff_who_work_on_the_case_meanwhile_do_not_lose_the_reporters_words()
    {
        await _chat.SendReportAsync();
        await _chat.SayAsync(_chat.Receipt!);
        var opened = _chat.Case;
        _chat.Store.BeforeCommit = () => _chat.Store.Do(new Cases.CaseStep(_chat.Case with { Owner = "daniel-reyes" }));

        await _chat.SayAsync("one thing more");

        Assert.Equal("daniel-reyes", _chat.Case.Owner);
        Assert.True(_chat.Case.UnreadReply);
        Assert.Equal(opened.Revision + 2, _chat.Case.Revision);
        Assert.Single(_chat.Store.Words, w => w.Text.Reveal() == "one thing more");
    }

    [Fact]
    public async Task What_the_person_wrote_comes_first_in_the_transcript_and_then_the_replies()
    {
        await _chat.JoinAsync();
        var answer = await _chat.SayAsync("help");
        Assert.Equal(("reporter", "help"), (answer.Replies[0].From.Id, answer.Replies[0].Text));
        Assert.Equal(answer.Replies.Count, _chat.Store.Commits[^1].Replies.Count);
        Assert.Equal(_chat.Store.Commits[0].Replies.Count, answer.First);
    }

    [Fact]
    public async Task A_conversation_is_wiped_half_an_hour_after_its_last_turn()
    {
        await _chat.JoinAsync();
        _chat.Clock.Advance(TimeSpan.FromMinutes(7));
        await _chat.SayAsync("help");
        Assert.Equal(_chat.Clock.GetUtcNow().AddMinutes(30), _chat.Store.Commits[^1].ExpiresAt);
    }

    [Fact]
    public async Task A_run_pins_its_protocol()
    {
        await _chat.BeginReportAsync();
        var pinned = Assert.Single(_chat.Store.Commits.SelectMany(c => c.Pinned).DistinctBy(p => p.Key));
        Assert.Equal("bullying-report@2", pinned.Key);
        Assert.Equal(64, pinned.Hash.Length);
    }

    [Fact]
    public async Task Joining_again_says_nothing_twice()
    {
        await _chat.JoinAsync();
        await _chat.JoinAsync();
        Assert.Empty(_chat.Replies);
        await _chat.SayAsync("someone keeps pushing me in the hallway");
        await _chat.JoinAsync();
        Assert.Empty(_chat.Replies);
    }

    private Activity Send() => new() { Type = ActivityTypes.Message, Text = "Send it", Value = Wire.JsonValue.Element(_sendIt ??= _chat.Button("Send it").Value) };

    private object? _sendIt;

    private static List<string> Texts(TurnAnswer answer) => [.. answer.Replies.Select(r => r.Text)];
}
