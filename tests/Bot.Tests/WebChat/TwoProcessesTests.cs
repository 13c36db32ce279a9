using System.Net;
using System.Net.WebSockets;
using Npgsql;

namespace SupportBot.Bot.Tests.WebChat;

/// <summary>The anonymous chat where each request of a tab may reach another process.</summary>
public sealed class TwoProcessesTests
{
    [Fact]
    public async Task A_tab_is_served_by_whichever_process_its_requests_reach()
    {
        await using var pair = await Pair.StartAsync();
        using var here = await Tab.OpenAsync(pair.First);
        using var there = here.At(pair.Second);

        // Nothing of it is on any disk yet.
        Assert.Empty((await there.ReadAsync()).Activities);
        await there.JoinAsync();
        await here.SayAsync("someone keeps pushing me in the hallway");
        await there.SayAsync("I understand, start");

        var (said, _) = await here.ReadAsync();
        Assert.Equal(["someone keeps pushing me in the hallway", "I understand, start"], Tab.Texts(said.Where(a => a.GetProperty("from").GetProperty("id").GetString() == "visitor")));
        Assert.Equal(said.Count, (await there.ReadAsync()).Activities.Count);
    }

    [Fact]
    public async Task A_streams_address_from_one_process_opens_it_on_the_other_and_is_good_once_on_both()
    {
        await using var pair = await Pair.StartAsync();
        using var tab = await Tab.OpenAsync(pair.First);
        await tab.JoinAsync();
        var address = await tab.StreamUrlAsync();
        var moved = new Uri(address.Replace(pair.First.Authority, pair.Second.Authority));

        using var socket = new ClientWebSocket();
        await socket.ConnectAsync(moved, Tab.Soon);
        Assert.NotEmpty((await Tab.NextAsync(socket)).Activities);

        await RefusedAsync(moved);
        await RefusedAsync(new Uri(address));
    }

    [Fact]
    public async Task What_one_process_commits_comes_by_the_stream_that_the_other_holds()
    {
        await using var pair = await Pair.StartAsync();
        using var tab = await Tab.OpenAsync(pair.First);
        using var socket = await tab.ListenAsync();
        using var other = tab.At(pair.Second);

        await other.SayAsync("I want to kill myself");
        Assert.Contains("I want to kill myself", await UntilAsync(pair, socket, "I want to kill myself"));

        // And what the program says by itself, in a process that never saw the tab.
        await pair.Two.WorkAfterAsync(TimeSpan.FromSeconds(125));
        await UntilAsync(pair, socket, "I have called the duty counselor");
    }

    [Fact]
    public async Task Who_leaves_by_one_process_has_left_the_other_and_no_row_stays_of_the_talk()
    {
        await using var pair = await Pair.StartAsync();
        using var tab = await Tab.OpenAsync(pair.First);
        await tab.JoinAsync();
        await tab.SayAsync("hello");
        using var socket = await tab.ListenAsync();
        await UntilAsync(pair, socket, "hello");
        using var other = tab.At(pair.Second);

        using (var left = await other.SendAsync(HttpMethod.Post, "/chat/wipe")) Assert.Equal(HttpStatusCode.NoContent, left.StatusCode);

        await EndsAsync(pair, socket);
        foreach (var at in new[] { tab, other })
            using (var late = await at.PostAsync(Tab.Message("too late"))) Assert.Equal(HttpStatusCode.Forbidden, late.StatusCode);
        foreach (var bot in new[] { pair.One, pair.Two })
        {
            bot.Clock.Advance(TimeSpan.FromMinutes(3));
            await bot.Get<WipeWorker>().RoundAsync(CancellationToken.None);
        }

        foreach (var table in new[] { "conversation", "transcript", "used_nonce" }) Assert.Equal(0, await CountAsync(pair, table));
    }

    [Fact]
    public async Task A_chat_that_only_looked_leaves_no_row()
    {
        await using var pair = await Pair.StartAsync();
        using var tab = await Tab.OpenAsync(pair.First);
        using (await tab.ListenAsync()) await tab.At(pair.Second).ReadAsync();

        foreach (var table in new[] { "conversation", "transcript", "turn_key" }) Assert.Equal(0, await CountAsync(pair, table));
        pair.Two.Clock.Advance(TimeSpan.FromMinutes(3));
        await pair.Two.Get<WipeWorker>().RoundAsync(CancellationToken.None);
        Assert.Equal(0, await CountAsync(pair, "used_nonce"));
    }

    private static async Task<List<string?>> UntilAsync(Pair pair, ClientWebSocket socket, string text)
    {
        List<string?> shown = [];
        using var ticking = new CancellationTokenSource(TimeSpan.FromSeconds(15));
        var ticks = TickAsync(pair, ticking.Token);
        while (!shown.Any(t => t?.Contains(text, StringComparison.Ordinal) == true)) shown.AddRange(Tab.Texts((await Tab.NextAsync(socket)).Activities));
        await ticking.CancelAsync();
        await ticks;
        return shown;
    }

    private static async Task EndsAsync(Pair pair, ClientWebSocket socket)
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(15));
        var ticks = TickAsync(pair, deadline.Token);
        var frame = new byte[4096];
        while ((await socket.ReceiveAsync(frame.AsMemory(), deadline.Token)).MessageType != WebSocketMessageType.Close) { }
        await deadline.CancelAsync();
        await ticks;
    }

    // Loops rest by the clock of the test, so it must go on for as long as somebody waits.
    private static async Task TickAsync(Pair pair, CancellationToken cancel)
    {
        while (!cancel.IsCancellationRequested)
        {
            pair.Tick();
            await Task.Delay(50, CancellationToken.None);
        }
    }

    private static async Task RefusedAsync(Uri address)
    {
        using var socket = new ClientWebSocket();
        socket.Options.CollectHttpResponseDetails = true;
        await Assert.ThrowsAsync<WebSocketException>(() => socket.ConnectAsync(address, Tab.Soon));
        Assert.Equal(HttpStatusCode.Forbidden, socket.HttpStatusCode);
    }

    private static async Task<long> CountAsync(Pair pair, string table)
    {
        await using var connection = new NpgsqlConnection(pair.Database);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand($"SELECT COUNT(*) FROM {table}", connection);
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
