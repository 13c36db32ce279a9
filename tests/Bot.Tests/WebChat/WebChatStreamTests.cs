using System.Net;
using System.Net.WebSockets;

namespace SupportBot.Bot.Tests.WebChat;

public sealed class WebChatStreamTests
{
    [Fact]
    public async Task What_is_said_and_answered_comes_by_the_stream()
    {
        await using var host = await WebChatHost.StartAsync();
        using var tab = await Tab.OpenAsync(host);
        using var socket = await tab.ListenAsync();

        var id = await tab.SayAsync("hello", "c1");
        var (activities, watermark) = await Tab.NextAsync(socket);

        Assert.Equal(["hello", "echo: hello"], Tab.Texts(activities));
        Assert.Equal(id, activities[0].GetProperty("id").GetString());
        Assert.Equal("2", watermark);
    }

    [Fact]
    public async Task A_new_stream_replays_from_the_watermark_on()
    {
        await using var host = await WebChatHost.StartAsync();
        using var tab = await Tab.OpenAsync(host);
        await tab.SayAsync("one");
        await tab.SayAsync("two");

        using var all = await tab.ListenAsync("");
        using var rest = await tab.ListenAsync("2");

        Assert.Equal(["one", "echo: one", "two", "echo: two"], Tab.Texts((await Tab.NextAsync(all)).Activities));
        Assert.Equal(["two", "echo: two"], Tab.Texts((await Tab.NextAsync(rest)).Activities));
    }

    [Fact]
    public async Task What_was_said_while_the_socket_was_down_comes_when_it_is_back()
    {
        await using var host = await WebChatHost.StartAsync();
        using var tab = await Tab.OpenAsync(host);
        var socket = await tab.ListenAsync();
        await tab.SayAsync("one");
        var (_, watermark) = await Tab.NextAsync(socket);
        socket.Abort();

        await tab.SayAsync("two");
        host.Streams.Deliver(tab.ConversationId, host.Turns.Say(tab.ConversationId, "an adult has your report"));
        using var again = await tab.ListenAsync(watermark);

        Assert.Equal(["two", "echo: two", "an adult has your report"], Tab.Texts((await Tab.NextAsync(again)).Activities));
    }

    [Fact]
    public async Task What_another_process_committed_is_shown_when_the_stream_is_told_to_look_again()
    {
        await using var host = await WebChatHost.StartAsync();
        using var tab = await Tab.OpenAsync(host);
        using var socket = await tab.ListenAsync();
        await tab.SayAsync("one");
        await Tab.NextAsync(socket);
        host.Turns.Say(tab.ConversationId, "Maya Okafor: hello");
        host.Streams.Nudge(tab.ConversationId);
        host.Streams.Nudge(tab.ConversationId);

        Assert.Equal(["Maya Okafor: hello"], Tab.Texts((await Tab.NextAsync(socket)).Activities));
        await tab.SayAsync("two");
        Assert.Equal(["two", "echo: two"], Tab.Texts((await Tab.NextAsync(socket)).Activities));
    }

    [Fact]
    public async Task What_was_committed_but_delivered_late_or_never_is_shown_in_order()
    {
        await using var host = await WebChatHost.StartAsync();
        using var tab = await Tab.OpenAsync(host);
        await tab.SayAsync("one");
        using var socket = await tab.ListenAsync("2");
        var third = host.Turns.Say(tab.ConversationId, "third");
        var fourth = host.Turns.Say(tab.ConversationId, "fourth");

        host.Streams.Deliver(tab.ConversationId, fourth);
        host.Streams.Deliver(tab.ConversationId, third);
        await tab.SayAsync("five");

        List<string?> seen = [];
        while (seen.Count < 4) seen.AddRange(Tab.Texts((await Tab.NextAsync(socket)).Activities));
        Assert.Equal(["third", "fourth", "five", "echo: five"], seen);
    }

    [Fact]
    public async Task Every_open_tab_of_a_conversation_sees_the_same()
    {
        await using var host = await WebChatHost.StartAsync();
        using var tab = await Tab.OpenAsync(host);
        using var one = await tab.ListenAsync();
        using var two = await tab.ListenAsync();

        await tab.SayAsync("hello");

        Assert.Equal(["hello", "echo: hello"], Tab.Texts((await Tab.NextAsync(one)).Activities));
        Assert.Equal(["hello", "echo: hello"], Tab.Texts((await Tab.NextAsync(two)).Activities));
    }

    [Fact]
    public async Task When_nothing_was_saved_the_stream_says_so_and_the_watermark_stays()
    {
        await using var host = await WebChatHost.StartAsync();
        using var tab = await Tab.OpenAsync(host);
        using var socket = await tab.ListenAsync();
        host.Turns.IsDown = true;

        using var answer = await tab.PostAsync(Tab.Message("please help"));
        var (activities, watermark) = await Tab.NextAsync(socket);

        Assert.Equal(["Nothing was saved. Call or text 988."], Tab.Texts(activities));
        Assert.Equal("0", watermark);
    }

    [Fact]
    public async Task An_empty_frame_keeps_the_stream_alive()
    {
        await using var host = await WebChatHost.StartAsync();
        using var tab = await Tab.OpenAsync(host);
        using var socket = await tab.ListenAsync();
        await tab.SayAsync("hello");
        await Tab.NextAsync(socket);

        host.Clock.Advance(TimeSpan.FromSeconds(16));

        Assert.Empty(await Tab.FrameAsync(socket));
    }

    [Fact]
    public async Task A_client_may_send_empty_frames()
    {
        await using var host = await WebChatHost.StartAsync();
        using var tab = await Tab.OpenAsync(host);
        using var socket = await tab.ListenAsync();

        await socket.SendAsync(ReadOnlyMemory<byte>.Empty, WebSocketMessageType.Text, true, Tab.Soon);
        await tab.SayAsync("hello");

        Assert.Equal(["hello", "echo: hello"], Tab.Texts((await Tab.NextAsync(socket)).Activities));
    }

    [Fact]
    public async Task Leaving_ends_the_stream()
    {
        await using var host = await WebChatHost.StartAsync();
        using var tab = await Tab.OpenAsync(host);
        using var socket = await tab.ListenAsync();

        using var wipe = await tab.SendAsync(HttpMethod.Post, "/chat/wipe");
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        var got = await socket.ReceiveAsync(new byte[16].AsMemory(), deadline.Token);

        Assert.Equal(WebSocketMessageType.Close, got.MessageType);
    }

    [Fact]
    public async Task A_process_that_stops_ends_its_streams()
    {
        await using var host = await WebChatHost.StartAsync();
        using var tab = await Tab.OpenAsync(host);
        using var socket = await tab.ListenAsync();
        await tab.SayAsync("hello");
        await Tab.NextAsync(socket);

        var stopping = host.StopAsync();
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        var got = await socket.ReceiveAsync(new byte[16].AsMemory(), deadline.Token);

        Assert.Equal(WebSocketMessageType.Close, got.MessageType);
        await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, Tab.Soon);
        await stopping;
    }

    [Fact]
    public async Task A_streams_address_is_good_once()
    {
        await using var host = await WebChatHost.StartAsync();
        using var tab = await Tab.OpenAsync(host);
        var address = new Uri(await tab.StreamUrlAsync());
        using var first = new ClientWebSocket();
        await first.ConnectAsync(address, Tab.Soon);

        await RefusedAsync(address);
    }

    [Fact]
    public async Task A_streams_address_is_good_for_a_minute()
    {
        await using var host = await WebChatHost.StartAsync();
        using var tab = await Tab.OpenAsync(host);
        var address = new Uri(await tab.StreamUrlAsync());

        host.Clock.Advance(TimeSpan.FromSeconds(61));

        await RefusedAsync(address);
    }

    [Fact]
    public async Task A_streams_address_opens_no_other_conversation()
    {
        await using var host = await WebChatHost.StartAsync();
        using var tab = await Tab.OpenAsync(host);
        using var other = await Tab.OpenAsync(host);
        await other.SayAsync("secret");

        await RefusedAsync(new Uri((await tab.StreamUrlAsync()).Replace(tab.ConversationId, other.ConversationId)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("!")]
    [InlineData("AAAA")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task A_ticket_that_nobody_gave_opens_no_stream(string ticket)
    {
        await using var host = await WebChatHost.StartAsync();
        using var tab = await Tab.OpenAsync(host);
        var address = await tab.StreamUrlAsync();

        await RefusedAsync(new Uri(address[..(address.IndexOf("t=", StringComparison.Ordinal) + 2)] + ticket));
    }

    [Fact]
    public async Task A_page_of_another_site_gets_no_stream()
    {
        await using var host = await WebChatHost.StartAsync();
        using var tab = await Tab.OpenAsync(host);

        await RefusedAsync(new Uri(await tab.StreamUrlAsync()), "https://evil.example");
    }

    private static async Task RefusedAsync(Uri address, string? origin = null)
    {
        using var socket = new ClientWebSocket();
        socket.Options.CollectHttpResponseDetails = true;
        if (origin is not null) socket.Options.SetRequestHeader("Origin", origin);
        await Assert.ThrowsAsync<WebSocketException>(() => socket.ConnectAsync(address, Tab.Soon));
        Assert.Equal(HttpStatusCode.Forbidden, socket.HttpStatusCode);
    }
}
