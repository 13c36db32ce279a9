using System.Net;
using System.Text.Json;
using SupportBot.Dialogs;

namespace SupportBot.Bot.Tests.WebChat;

public sealed class WebChatDirectLineTests
{
    [Fact]
    public async Task A_tab_gets_a_conversation_that_names_nobody_and_a_token_for_it()
    {
        await using var host = await WebChatHost.StartAsync();
        using var tab = await Tab.OpenAsync(host);
        using var other = await Tab.OpenAsync(host);

        Assert.Equal(22, tab.ConversationId.Length);
        Assert.NotEqual(tab.ConversationId, other.ConversationId);
        Assert.StartsWith(tab.ConversationId + ".", tab.Token);
    }

    [Fact]
    public async Task A_refreshed_token_is_the_same_token_with_a_new_stamp()
    {
        await using var host = await WebChatHost.StartAsync();
        using var tab = await Tab.OpenAsync(host);

        host.Clock.Advance(TimeSpan.FromMinutes(15));
        using var answer = await tab.SendAsync(HttpMethod.Post, "tokens/refresh");

        var body = await Tab.JsonAsync(answer);
        var (before, after) = (tab.Token.Split('.'), body.GetProperty("token").GetString()!.Split('.'));
        Assert.Equal(before[..2], after[..2]);
        Assert.NotEqual(before[2], after[2]);
        Assert.Equal(tab.ConversationId, body.GetProperty("conversationId").GetString());
        Assert.Equal(1800, body.GetProperty("expires_in").GetInt32());
    }

    [Fact]
    public async Task Starting_gives_the_tokens_own_conversation_and_a_stream()
    {
        await using var host = await WebChatHost.StartAsync();
        using var tab = await Tab.OpenAsync(host);

        using var answer = await tab.SendAsync(HttpMethod.Post, "conversations", new StringContent("{\"user\":{\"id\":\"dl_forged\"}}"));

        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        var body = await Tab.JsonAsync(answer);
        Assert.Equal(tab.ConversationId, body.GetProperty("conversationId").GetString());
        Assert.StartsWith($"ws://127.0.0.1:{host.Address.Port}/v3/directline/conversations/{tab.ConversationId}/stream?", body.GetProperty("streamUrl").GetString());
        Assert.DoesNotContain(tab.Token.Split('.')[1], body.GetProperty("streamUrl").GetString());
    }

    [Fact]
    public async Task What_was_said_and_answered_can_be_read_by_asking()
    {
        await using var host = await WebChatHost.StartAsync();
        using var tab = await Tab.OpenAsync(host);

        var id = await tab.SayAsync("hello", "client-1");
        var (activities, watermark) = await tab.ReadAsync();

        Assert.Equal(["hello", "echo: hello"], Tab.Texts(activities));
        Assert.Equal(id, activities[0].GetProperty("id").GetString());
        Assert.Equal("client-1", activities[0].GetProperty("channelData").GetProperty("clientActivityID").GetString());
        Assert.Equal("2", watermark);
        Assert.Empty((await tab.ReadAsync(watermark)).Activities);
    }

    [Fact]
    public async Task The_server_says_who_where_and_when_not_the_tab()
    {
        await using var host = await WebChatHost.StartAsync();
        using var tab = await Tab.OpenAsync(host);

        using var answer = await tab.PostAsync("""
            {"type":"message","text":"hi","id":"forged","from":{"id":"forged","name":"forged","role":"bot","aadObjectId":"forged"},
             "recipient":{"id":"forged"},"channelId":"forged","conversation":{"id":"forged"},"serviceUrl":"https://forged.example/",
             "timestamp":"1999-01-01T00:00:00Z","localTimestamp":"1999-01-01T00:00:00+05:30","localTimezone":"Asia/Kolkata","callerId":"forged",
             "entities":[{"type":"forged"}],"deliveryMode":"forged","unheardOf":"forged","attachments":[{"contentType":"image/png","contentUrl":"https://forged.example/"}],
             "channelData":{"clientActivityID":"a1","tenant":"forged"},"locale":"es-MX"}
            """);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var turn = Assert.Single(host.Turns.Seen);
        Assert.DoesNotContain("forged", JsonSerializer.Serialize(turn.Activity));
        Assert.Equal("webchat", turn.Key.Channel);
        Assert.Equal(tab.ConversationId, turn.Key.Id);
        Assert.Equal("webchat", turn.Activity.ChannelId);
        Assert.Equal(tab.ConversationId, turn.Activity.Conversation.Id);
        Assert.Equal("user", turn.Activity.From.Role);
        Assert.Equal("bot", turn.Activity.Recipient.Role);
        Assert.Equal(host.Clock.GetUtcNow(), turn.Activity.Timestamp);
        Assert.Null(turn.Activity.LocalTimezone);
        Assert.Null(turn.Activity.Attachments);
        Assert.Equal("es", turn.Activity.Locale);
    }

    [Fact]
    public async Task A_tab_is_shown_no_time_no_internal_name_and_no_internal_address()
    {
        await using var host = await WebChatHost.StartAsync();
        using var tab = await Tab.OpenAsync(host);
        await tab.SayAsync("hello");

        var (activities, _) = await tab.ReadAsync();

        Assert.All(activities, a =>
        {
            Assert.False(a.TryGetProperty("timestamp", out _));
            Assert.False(a.TryGetProperty("serviceUrl", out _));
        });
        Assert.Equal("user", activities[0].GetProperty("from").GetProperty("role").GetString());
        Assert.Equal("""{"id":"supportbot","role":"bot"}""", activities[1].GetProperty("from").GetRawText());
    }

    [Fact]
    public async Task The_same_message_sent_again_is_one_turn_and_has_one_id()
    {
        await using var host = await WebChatHost.StartAsync();
        using var tab = await Tab.OpenAsync(host);
        await tab.SayAsync("first");

        var ids = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => tab.SayAsync("again", "same-id")));

        Assert.Single(ids.Distinct());
        Assert.Equal(["first", "echo: first", "again", "echo: again"], Tab.Texts((await tab.ReadAsync()).Activities));
    }

    [Fact]
    public async Task Two_tabs_may_use_the_same_client_id()
    {
        await using var host = await WebChatHost.StartAsync();
        using var one = await Tab.OpenAsync(host);
        using var two = await Tab.OpenAsync(host);

        await one.SayAsync("one", "same-id");
        await two.SayAsync("two", "same-id");

        Assert.Equal(["two", "echo: two"], Tab.Texts((await two.ReadAsync()).Activities));
    }

    [Fact]
    public async Task A_tab_joins_once_however_often_it_is_loaded()
    {
        await using var host = await WebChatHost.StartAsync();
        using var tab = await Tab.OpenAsync(host);

        for (var load = 0; load < 3; load++)
            using (var answer = await tab.PostAsync($$$"""{"type":"event","name":"webchat/join","channelData":{"clientActivityID":"load-{{{load}}}"}}"""))
                Assert.Equal(HttpStatusCode.OK, answer.StatusCode);

        Assert.Equal(["welcome"], Tab.Texts((await tab.ReadAsync()).Activities));
    }

    [Fact]
    public async Task Typing_is_taken_and_tells_nobody()
    {
        await using var host = await WebChatHost.StartAsync();
        using var tab = await Tab.OpenAsync(host);

        using var answer = await tab.PostAsync("""{"type":"typing"}""");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Empty(host.Turns.Seen);
    }

    [Fact]
    public async Task The_pipeline_gets_the_tabs_secret_as_its_lockbox()
    {
        await using var host = await WebChatHost.StartAsync();
        using var tab = await Tab.OpenAsync(host);
        await tab.SayAsync("hello");

        var turn = Assert.Single(host.Turns.Seen);

        Assert.False(turn.Lockbox.IsServers);
        Assert.Equal(tab.Token.Split('.')[1], System.Buffers.Text.Base64Url.EncodeToString(turn.Lockbox.Secret));
        Assert.Equal(ChannelTraits.WebChat, turn.Traits);
    }

    [Fact]
    public async Task When_nothing_was_saved_the_call_fails_and_the_chat_says_so_once()
    {
        await using var host = await WebChatHost.StartAsync();
        using var tab = await Tab.OpenAsync(host);
        host.Turns.IsDown = true;

        using var answer = await tab.PostAsync(Tab.Message("please help"));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Equal("NotSaved", await Tab.ErrorAsync(answer));
        var (activities, watermark) = await tab.ReadAsync();
        Assert.Equal(["Nothing was saved. Call or text 988."], Tab.Texts(activities));
        Assert.Equal("0", watermark);
        Assert.Empty((await tab.ReadAsync()).Activities);
    }

    [Fact]
    public async Task A_wiped_chat_is_gone_and_its_token_with_it()
    {
        await using var host = await WebChatHost.StartAsync();
        using var tab = await Tab.OpenAsync(host);
        await tab.SayAsync("hello");

        using var wipe = await tab.SendAsync(HttpMethod.Post, "/chat/wipe");

        Assert.Equal(HttpStatusCode.NoContent, wipe.StatusCode);
        Assert.Equal("\"cache\"", wipe.Headers.GetValues("Clear-Site-Data").Single());
        Assert.Equal(tab.ConversationId, Assert.Single(host.Turns.Forgotten).Id);
        using var after = await tab.PostAsync(Tab.Message("again"));
        Assert.Equal(HttpStatusCode.Forbidden, after.StatusCode);
    }
}
