using SupportBot.Cases;
using SupportBot.Protocols;

namespace SupportBot.Dialogs.Tests;

/// <summary>When something of ours fails, the person is told plainly, with numbers, and nothing is half done.</summary>
public sealed class FailureTests
{
    private const string Canary = "marmalade";

    private readonly Chat _chat = new();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_store_that_is_down_is_said_as_it_is_and_nothing_was_saved(bool atLoad)
    {
        await _chat.BeginReportAsync();
        await _chat.GoToAsync("What happened?");
        var commits = _chat.Store.Commits.Count;
        (_chat.Store.IsDown, _chat.Store.CannotBeWritten) = (atLoad, !atLoad);

        var answer = await _chat.SayAsync(Canary);

        Assert.Equal((TurnKind.NotSaved, -1), (answer.Kind, answer.First));
        Assert.Contains("was not saved", _chat.Text, StringComparison.Ordinal);
        Assert.Contains("988", _chat.Text, StringComparison.Ordinal);
        Assert.Contains("911", _chat.Text, StringComparison.Ordinal);
        Assert.Equal(commits, _chat.Store.Commits.Count);
        Assert.Equal(["store"], _chat.Alarm.Heard);
        Assert.DoesNotContain(_chat.Log.Written, l => l.Contains(Canary, StringComparison.Ordinal));

        (_chat.Store.IsDown, _chat.Store.CannotBeWritten) = (false, false);
        await _chat.SayAsync("once more");
        Assert.Contains("When did it happen?", _chat.Asked, StringComparison.Ordinal);
        await _chat.SendReportAsync();
        Assert.DoesNotContain(_chat.Store.Words, w => w.Text.Reveal().Contains(Canary, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_report_that_could_not_be_saved_gives_no_code()
    {
        await _chat.ReportToSummaryAsync();
        var send = _chat.Button("Send it");
        _chat.Store.CannotBeWritten = true;
        await _chat.PressAsync(send);
        Assert.Null(_chat.Receipt);
        Assert.Empty(_chat.Store.Cases);

        _chat.Store.CannotBeWritten = false;
        await _chat.PressAsync(send);
        Assert.NotNull(_chat.Receipt);
        Assert.Single(_chat.Store.Cases);
    }

    [Fact]
    public async Task A_bug_apologises_raises_the_alarm_and_changes_nothing()
    {
        await _chat.BeginReportAsync();
        await _chat.GoToAsync("What happened?");
        _chat.Store.Bug = new InvalidOperationException($"could not take {Canary}");

        var answer = await _chat.SayAsync(Canary);

        Assert.Equal(TurnKind.NotSaved, answer.Kind);
        Assert.Contains("something went wrong on our side", _chat.Text, StringComparison.Ordinal);
        Assert.Contains("988", _chat.Text, StringComparison.Ordinal);
        var reference = Assert.Single(_chat.Alarm.Heard);
        Assert.Contains(_chat.Log.Written, l => l.Contains(reference, StringComparison.Ordinal) && l.Contains(nameof(InvalidOperationException), StringComparison.Ordinal));
        Assert.DoesNotContain(_chat.Log.Written, l => l.Contains(Canary, StringComparison.Ordinal));
        Assert.DoesNotContain(Canary, _chat.Text, StringComparison.Ordinal);

        await _chat.PressAsync(await KeepAsync());
        Assert.Contains("When did it happen?", _chat.Asked, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cancellation_that_nobody_asked_for_is_a_bug()
    {
        await _chat.JoinAsync();
        _chat.Store.Bug = new OperationCanceledException();
        await _chat.SayAsync("hi");
        Assert.Single(_chat.Alarm.Heard);
    }

    [Fact]
    public async Task A_protocol_recalled_in_the_middle_ends_with_a_person()
    {
        await _chat.BeginReportAsync();
        var recalled = new[] { 1, 2 }.Select(version => new RecalledVersion(new ProtocolKey("bullying-report", version), new DateOnly(2026, 11, 16), "safeguarding-lead", "a fault"));
        var after = new Chat(_chat.Store, Demo.Content with { Protocols = new ProtocolShelf(Demo.Content.Protocols.All, [.. recalled]) }) { Key = _chat.Key };

        await after.SayAsync("Heron Middle School");

        Assert.Contains("Something did not work here, and I am sorry", after.Text, StringComparison.Ordinal);
        Assert.Equal(Severity.Urgent, after.Case.Severity);
        Assert.Equal("counselor", after.Case.Alerts.Single().Ladder[0].Role);
        Assert.NotNull(after.Receipt);
        Assert.Contains("Report bullying", after.Buttons);

        await after.PressAsync("Report bullying");
        Assert.Contains("What would you like to do?", after.Asked, StringComparison.Ordinal);
        Assert.Empty(after.Alarm.Heard);
    }

    private async Task<Microsoft.Bot.Schema.CardAction> KeepAsync()
    {
        await _chat.SayAsync("help");
        return _chat.Button("Keep that");
    }
}
