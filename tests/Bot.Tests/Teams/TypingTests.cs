using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;
using SupportBot.Bot.Tests.WebChat;

namespace SupportBot.Bot.Tests.Teams;

/// <summary>A sign of life in Teams where an answer takes a while; in the anonymous chat there is none in either direction (trust T-14).</summary>
public sealed class TypingTests : IAsyncLifetime
{
    private static readonly CancellationToken Never = CancellationToken.None;
    private RealBot _bot = null!;
    private FakeConnector _connector = null!;
    private Staff _maya = null!;

    public async ValueTask InitializeAsync()
    {
        _bot = await RealBot.BuildAsync();
        _connector = await FakeConnector.StartAsync();
        _maya = new Staff(_bot, _connector, "maya-okafor");
        await _maya.OpenChatAsync();
        _connector.Calls.Clear();
    }

    public async ValueTask DisposeAsync()
    {
        await _connector.DisposeAsync();
        await _bot.DisposeAsync();
    }

    [Fact]
    public async Task An_answer_that_takes_a_while_shows_first_that_somebody_is_at_it()
    {
        var busy = await BusyAsync();
        var answering = _maya.SayAsync("help");
        await UntilAsync(() => Sent().Contains("typing"), TimeSpan.FromMilliseconds(100));
        Assert.Equal(["typing"], Sent());
        await busy.DisposeAsync();
        await answering;
        Assert.Equal("typing", Sent()[0]);
        Assert.True(Sent().Count > 1);
        Assert.DoesNotContain("typing", Sent()[1..]);

        // And none comes after it.
        _bot.Clock.Advance(TimeSpan.FromMinutes(1));
        await _bot.WorkAsync();
        Assert.Single(Sent(), t => t == "typing");
    }

    [Fact]
    public async Task An_answer_that_is_there_at_once_shows_none()
    {
        await _maya.SayAsync("help");
        _bot.Clock.Advance(TimeSpan.FromMinutes(1));
        await _bot.WorkAsync();
        Assert.NotEmpty(Sent());
        Assert.DoesNotContain("typing", Sent());
    }

    [Fact]
    public async Task A_sign_of_life_that_fails_or_hangs_does_not_keep_the_answer_back()
    {
        var busy = await BusyAsync();
        _connector.Faults.Enqueue((502, "Down"));
        var answering = _maya.SayAsync("help");
        await UntilAsync(() => Sent().Contains("typing"), TimeSpan.FromMilliseconds(100));
        await busy.DisposeAsync();
        await answering;
        Assert.Contains("message", Sent());

        _connector.Calls.Clear();
        var hangs = new TaskCompletionSource();
        _connector.Hanging = (_maya.Conversation, hangs.Task);
        busy = await BusyAsync();
        answering = _maya.SayAsync("help");
        await UntilAsync(() => Sent().Contains("typing"), TimeSpan.FromMilliseconds(100));
        _connector.Hanging = null;
        await busy.DisposeAsync();
        await UntilAsync(() => answering.IsCompleted, TimeSpan.FromSeconds(1));
        await answering;
        Assert.Contains("message", Sent());
        hangs.SetResult();
    }

    [Fact]
    public async Task In_the_anonymous_chat_there_is_none_however_long_it_takes()
    {
        var slow = new ManualResetEventSlim();
        var turns = new EchoTurns();
        var echo = turns.Decide;
        turns.Decide = said =>
        {
            if (said.Text is not null) slow.Wait(TimeSpan.FromSeconds(10));
            return echo(said);
        };
        await using var host = await WebChatHost.StartAsync(turns);
        using var tab = await Tab.OpenAsync(host);
        using var socket = await tab.ListenAsync();
        var saying = Task.Run(() => tab.SayAsync("hello"));
        await UntilAsync(() => turns.Seen.Any(t => t.Activity.Text is not null), TimeSpan.Zero);
        host.Clock.Advance(TimeSpan.FromSeconds(5));
        await Task.Delay(50, Never);
        slow.Set();
        await saying;
        List<JsonElement> read = [];
        while (!Tab.Texts(read).Contains("echo: hello")) read.AddRange((await Tab.NextAsync(socket)).Activities);
        var (activities, _) = await tab.ReadAsync();
        Assert.All(read.Concat(activities), a => Assert.Equal("message", a.GetProperty("type").GetString()));
    }

    private List<string> Sent() =>
        [.. _connector.Calls.Where(c => c.Path.Contains($"/conversations/{_maya.Conversation}/", StringComparison.Ordinal)).Select(c => (string)JsonNode.Parse(c.Body)!["type"]!)];

    /// <summary>Somebody else writes to the database, so that a turn's commit waits.</summary>
    private async Task<SqliteConnection> BusyAsync()
    {
        var file = _bot.Files().Single(f => f.EndsWith("supportbot.db", StringComparison.Ordinal));
        var other = new SqliteConnection($"Data Source={file};Pooling=False");
        await other.OpenAsync(Never);
        await using var begin = other.CreateCommand();
        begin.CommandText = "BEGIN IMMEDIATE";
        await begin.ExecuteNonQueryAsync(Never);
        return other;
    }

    private async Task UntilAsync(Func<bool> isSo, TimeSpan step)
    {
        for (var i = 0; !isSo(); i++)
        {
            Assert.True(i < 400, "It did not happen.");
            _bot.Clock.Advance(step);
            await Task.Delay(10, Never);
        }
    }
}
