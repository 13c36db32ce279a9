using SupportBot.Bot.Channels.Teams;
using SupportBot.Bot.Tests.Alerts;
using SupportBot.Cases;
using SupportBot.Storage;

namespace SupportBot.Bot.Tests.Teams;

/// <summary>Cards of a case that changes twice at once: each ends with the newest state, and nothing is sent twice.</summary>
public sealed class CardOrderTests : IAsyncLifetime
{
    private const string Maya = "maya-okafor";
    private static readonly CancellationToken Never = CancellationToken.None;
    private RealBot _bot = null!;
    private FakeConnector _connector = null!;
    private string _chat = null!;

    public async ValueTask InitializeAsync()
    {
        _bot = await RealBot.BuildAsync();
        _connector = await FakeConnector.StartAsync();
        var maya = new Staff(_bot, _connector, Maya);
        await maya.OpenChatAsync();
        _chat = maya.Conversation;
        await new Student(_bot).ReportAsync();
        await _bot.WorkAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _connector.DisposeAsync();
        await _bot.DisposeAsync();
    }

    [Fact]
    public async Task Of_two_changes_at_once_the_card_ends_with_the_newer_even_where_the_older_is_slow()
    {
        var (taken, keptOut) = await TakeAndKeepOutAsync();
        var hangs = new TaskCompletionSource();
        _connector.Hanging = (_chat, hangs.Task);
        var older = _bot.Get<CardUpdates>().BringAsync(taken, Never);
        await UpdatesAsync(1);
        _connector.Hanging = null;
        var newer = _bot.Get<CardUpdates>().BringAsync(keptOut, Never);
        hangs.SetResult();
        Assert.True(await older & await newer);
        await AssertGoneAsync();
        Assert.InRange(_connector.Alerts(_chat, "PUT").Count, 1, 2);
    }

    [Fact]
    public async Task Two_who_bring_the_same_state_at_once_send_it_once()
    {
        var (_, keptOut) = await TakeAndKeepOutAsync();
        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Task.Run(() => _bot.Get<CardUpdates>().BringAsync(keptOut, Never))));
        await AssertGoneAsync();
        Assert.Single(_connector.Alerts(_chat, "PUT"));
    }

    [Fact]
    public async Task A_change_that_comes_by_while_a_card_is_on_its_way_is_shown_after_it()
    {
        var @case = await _bot.OnlyCaseAsync();
        await _bot.AcknowledgeAsync(Maya);
        var hangs = new TaskCompletionSource();
        _connector.Hanging = (_chat, hangs.Task);
        var bringing = _bot.Get<CardUpdates>().BringAsync(@case, Never);
        await UpdatesAsync(1);
        _connector.Hanging = null;
        await KeepOutAsync();
        hangs.SetResult();
        Assert.True(await bringing);
        await AssertGoneAsync();
    }

    // On PostgreSQL another process may have the older state: what it writes down last is not what was sent last.
    [Fact]
    public async Task Where_another_process_was_faster_the_newest_is_sent_once_more()
    {
        var (_, keptOut) = await TakeAndKeepOutAsync();
        var hangs = new TaskCompletionSource();
        _connector.Hanging = (_chat, hangs.Task);
        var bringing = _bot.Get<CardUpdates>().BringAsync(keptOut, Never);
        await UpdatesAsync(1);
        _connector.Hanging = null;
        var copies = _bot.Get<CardCopies>();
        var copy = Assert.Single(await copies.OfAsync(keptOut.Id, Never));
        Assert.True(await copies.ShownAsync(copy, copy.Shown.Split('|')[0] + "|taken by another process"));
        hangs.SetResult();
        Assert.True(await bringing);
        await AssertGoneAsync();
        Assert.Equal(2, _connector.Alerts(_chat, "PUT").Count);
    }

    private async Task<(Case Taken, Case KeptOut)> TakeAndKeepOutAsync()
    {
        await _bot.AcknowledgeAsync(Maya);
        var taken = await _bot.OnlyCaseAsync();
        await KeepOutAsync();
        return (taken, await _bot.OnlyCaseAsync());
    }

    private async Task KeepOutAsync()
    {
        var @case = await _bot.OnlyCaseAsync();
        await _bot.CommitAsync(@case, CaseEngine.Exclude(@case, Maya, _bot.Moment(@case, "daniel-reyes")));
    }

    private async Task AssertGoneAsync()
    {
        Assert.Contains("no longer yours to see", _connector.Cards(_chat, "PUT")[^1].ToJsonString(), StringComparison.Ordinal);
        Assert.EndsWith("|gone", Assert.Single(await _bot.Get<CardCopies>().OfAsync((await _bot.OnlyCaseAsync()).Id, Never)).Shown, StringComparison.Ordinal);
    }

    private async Task UpdatesAsync(int count)
    {
        for (var i = 0; _connector.Calls.Count(c => c.Method == "PUT") < count; i++)
        {
            Assert.True(i < 500, "No card was brought up to date.");
            await Task.Delay(10, Never);
        }
    }
}
