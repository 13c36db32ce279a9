using System.Net;
using SupportBot.Bot.Channels.WebChat;

namespace SupportBot.Bot.Tests.WebChat;

public sealed class WebChatTokenTests
{
    [Fact]
    public async Task No_token_opens_another_tabs_conversation()
    {
        await using var host = await WebChatHost.StartAsync();
        var tabs = new List<Tab>();
        for (var i = 0; i < 20; i++)
        {
            tabs.Add(await Tab.OpenAsync(host));
            await tabs[i].SayAsync($"secret of tab {i}");
        }

        foreach (var (reader, r) in tabs.Select((t, i) => (t, i)))
            foreach (var (owner, o) in tabs.Select((t, i) => (t, i)))
            {
                using var read = await reader.SendAsync(HttpMethod.Get, $"conversations/{owner.ConversationId}/activities");
                using var connect = await reader.SendAsync(HttpMethod.Get, $"conversations/{owner.ConversationId}");
                var text = await read.Content.ReadAsStringAsync() + await connect.Content.ReadAsStringAsync();
                Assert.Equal(r == o ? HttpStatusCode.OK : HttpStatusCode.Forbidden, read.StatusCode);
                Assert.Equal(r == o ? HttpStatusCode.OK : HttpStatusCode.Forbidden, connect.StatusCode);
                Assert.Equal(r == o, text.Contains("secret of tab"));
            }

        tabs.ForEach(t => t.Dispose());
    }

    [Fact]
    public async Task No_token_writes_into_another_tabs_conversation()
    {
        await using var host = await WebChatHost.StartAsync();
        using var owner = await Tab.OpenAsync(host);
        using var other = await Tab.OpenAsync(host);

        using var post = await other.PostAsync(Tab.Message("x"), conversation: owner.ConversationId);
        using var upload = await other.SendAsync(HttpMethod.Post, $"conversations/{owner.ConversationId}/upload", new MultipartFormDataContent { { new ByteArrayContent(Pictures.Jpeg()), "file", "a.jpg" } });

        Assert.Equal(HttpStatusCode.Forbidden, post.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, upload.StatusCode);
        Assert.Empty(host.Turns.Seen);
    }

    [Fact]
    public async Task A_conversation_that_exists_and_one_that_does_not_are_refused_alike()
    {
        await using var host = await WebChatHost.StartAsync();
        using var owner = await Tab.OpenAsync(host);
        using var other = await Tab.OpenAsync(host);

        using var existing = await other.PostAsync(Tab.Message("x"), conversation: owner.ConversationId);
        using var invented = await other.PostAsync(Tab.Message("x"), conversation: "AAAAAAAAAAAAAAAAAAAAAA");

        Assert.Equal(existing.StatusCode, invented.StatusCode);
        Assert.Equal(await existing.Content.ReadAsStringAsync(), await invented.Content.ReadAsStringAsync());
    }

    public static TheoryData<string, string?, int> BadTokens() => new()
    {
        { "missing", null, 401 },
        { "another scheme", "Basic dTpw", 403 },
        { "garbage", "Bearer garbage", 403 },
        { "no secret", "Bearer AAAAAAAAAAAAAAAAAAAAAA.", 403 },
        { "a secret that is too short", "Bearer AAAAAAAAAAAAAAAAAAAAAA.AAAA", 403 },
        { "a conversation nobody opened", "Bearer AAAAAAAAAAAAAAAAAAAAAA.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", 403 },
        { "letters that are none", "Bearer AAAAAAAAAAAAAAAAAAAAA!.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA!", 403 },
        { "a stamp that is none", "Bearer AAAAAAAAAAAAAAAAAAAAAA.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA.!!", 403 },
        { "very long", "Bearer " + new string('A', 5000), 403 },
    };

    [Theory, MemberData(nameof(BadTokens))]
    public async Task A_bad_token_opens_nothing(string what, string? header, int status)
    {
        Assert.NotEmpty(what);
        await using var host = await WebChatHost.StartAsync();
        using var tab = await Tab.OpenAsync(host);
        await tab.SayAsync("hello");

        foreach (var path in new[] { "tokens/refresh", "conversations", $"conversations/{tab.ConversationId}/activities", $"conversations/{tab.ConversationId}/upload" })
            using (var answer = await tab.SendAsync(HttpMethod.Post, path, new StringContent("{}"), header))
                Assert.Equal(status, (int)answer.StatusCode);

        Assert.Single(host.Turns.Seen);
    }

    [Fact]
    public async Task The_right_conversation_with_a_wrong_secret_is_refused()
    {
        await using var host = await WebChatHost.StartAsync();
        using var tab = await Tab.OpenAsync(host);
        using var other = await Tab.OpenAsync(host);

        using var answer = await tab.PostAsync(Tab.Message("x"), token: $"Bearer {tab.ConversationId}.{other.Token.Split('.')[1]}");

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Empty(host.Turns.Seen);
    }

    [Fact]
    public async Task A_token_lives_for_thirty_minutes_after_its_last_use()
    {
        await using var host = await WebChatHost.StartAsync();
        using var tab = await Tab.OpenAsync(host);
        for (var use = 0; use < 4; use++)
        {
            host.Clock.Advance(TimeSpan.FromMinutes(29));
            await tab.SayAsync("still here");
        }

        host.Clock.Advance(TimeSpan.FromMinutes(31));
        using var late = await tab.PostAsync(Tab.Message("too late"));

        Assert.Equal(HttpStatusCode.Forbidden, late.StatusCode);
        Assert.Equal("TokenExpired", await Tab.ErrorAsync(late));
    }

    [Fact]
    public async Task A_live_token_is_accepted_after_a_restart_and_reads_what_was_said()
    {
        var turns = new EchoTurns();
        await using var before = await WebChatHost.StartAsync(turns);
        using var tab = await Tab.OpenAsync(before);
        await tab.SayAsync("hello");
        await before.DisposeAsync();

        await using var after = await WebChatHost.StartAsync(turns);
        using var same = tab.At(after);

        Assert.Equal(["hello", "echo: hello"], Tab.Texts((await same.ReadAsync()).Activities));
        await same.SayAsync("going on");
    }

    [Fact]
    public async Task After_a_restart_a_wrong_secret_opens_nothing()
    {
        var turns = new EchoTurns();
        await using var before = await WebChatHost.StartAsync(turns);
        using var tab = await Tab.OpenAsync(before);
        using var other = await Tab.OpenAsync(before);
        await tab.SayAsync("hello");
        await before.DisposeAsync();

        await using var after = await WebChatHost.StartAsync(turns);
        using var same = tab.At(after);
        using var forged = await same.PostAsync(Tab.Message("x"), token: $"Bearer {tab.ConversationId}.{other.Token.Split('.')[1]}");

        Assert.Equal(HttpStatusCode.Forbidden, forged.StatusCode);
        await same.SayAsync("the forger did not lock the tab out");
    }

    [Fact]
    public async Task A_chat_in_which_nothing_was_committed_is_kept_nowhere_and_goes_on_by_the_stamp_of_its_token()
    {
        var (turns, keys) = (new EchoTurns(), new MemoryTabKeys());
        await using var before = await WebChatHost.StartAsync(turns, keys: keys);
        using var tab = await Tab.OpenAsync(before);
        using (await tab.ListenAsync()) await tab.ReadAsync();
        Assert.Empty(turns.Seen);
        await before.DisposeAsync();

        await using var after = await WebChatHost.StartAsync(turns, keys: keys);
        await tab.At(after).SayAsync("x");
        // Another deployment knows neither the keys nor the conversation.
        await using var stranger = await WebChatHost.StartAsync();
        using var refused = await tab.At(stranger).PostAsync(Tab.Message("x"));

        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Equal("TokenExpired", await Tab.ErrorAsync(refused));
    }

    [Fact]
    public async Task A_stamp_is_good_for_its_own_token_only_and_for_thirty_minutes()
    {
        var (turns, keys) = (new EchoTurns(), new MemoryTabKeys());
        await using var one = await WebChatHost.StartAsync(turns, keys: keys);
        await using var two = await WebChatHost.StartAsync(turns, one.Clock, keys);
        using var tab = await Tab.OpenAsync(one);
        using var other = await Tab.OpenAsync(one);
        var (own, theirs) = (tab.Token.Split('.'), other.Token.Split('.'));

        string[] forged =
        [
            $"{own[0]}.{theirs[1]}.{own[2]}", $"{own[0]}.{theirs[1]}.{theirs[2]}", $"{own[0]}.{own[1]}.{theirs[2]}", $"{own[0]}.{own[1]}.{own[2][..^2]}", $"{own[0]}.{own[1]}.AAAA{own[2][4..]}", $"{own[0]}.{own[1]}", $"{own[0]}.{own[1]}.{own[2]}.{own[2]}",
        ];
        foreach (var token in forged)
            using (var refused = await tab.At(two).PostAsync(Tab.Message("x"), token: $"Bearer {token}")) Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        one.Clock.Advance(WebChatTokens.Lifetime);
        using (var late = await tab.At(two).PostAsync(Tab.Message("x"))) Assert.Equal(HttpStatusCode.Forbidden, late.StatusCode);
        Assert.Empty(turns.Seen);
    }

    [Fact]
    public async Task A_tab_that_spoke_with_another_process_for_long_is_known_by_its_renewed_stamp_or_by_what_it_said()
    {
        var (turns, keys) = (new EchoTurns(), new MemoryTabKeys());
        await using var one = await WebChatHost.StartAsync(turns, keys: keys);
        await using var two = await WebChatHost.StartAsync(turns, one.Clock, keys);
        using var talks = await Tab.OpenAsync(one);
        using var looks = await Tab.OpenAsync(one);
        Tab renewed = looks;
        for (var use = 0; use < 3; use++)
        {
            one.Clock.Advance(TimeSpan.FromMinutes(20));
            await talks.At(two).SayAsync("still here");
            using var refreshed = await renewed.At(two).SendAsync(HttpMethod.Post, "tokens/refresh");
            Assert.Equal(HttpStatusCode.OK, refreshed.StatusCode);
            renewed = new Tab(one.Address, looks.ConversationId, (await Tab.JsonAsync(refreshed)).GetProperty("token").GetString()!);
        }

        await talks.SayAsync("and here again");
        await renewed.SayAsync("and I");
    }

    [Fact]
    public async Task A_token_that_has_expired_stays_expired_while_its_conversation_waits_to_be_wiped()
    {
        await using var host = await WebChatHost.StartAsync();
        using var tab = await Tab.OpenAsync(host);
        await tab.SayAsync("hello");
        host.Clock.Advance(WebChatTokens.Lifetime + TimeSpan.FromMinutes(2));

        for (var attempt = 0; attempt < 2; attempt++)
        {
            // Opening another chat is what sweeps old tokens.
            using var other = await Tab.OpenAsync(host);
            using var late = await tab.PostAsync(Tab.Message("too late"));
            Assert.Equal(HttpStatusCode.Forbidden, late.StatusCode);
        }
    }

    [Theory]
    [InlineData("https://evil.example")]
    [InlineData("http://127.0.0.1:1")]
    [InlineData("null")]
    public async Task A_page_of_another_site_is_refused_everywhere(string origin)
    {
        await using var host = await WebChatHost.StartAsync();
        using var tab = await Tab.OpenAsync(host);

        foreach (var (method, path) in new[] { (HttpMethod.Post, "tokens/generate"), (HttpMethod.Post, "tokens/refresh"), (HttpMethod.Post, "conversations"), (HttpMethod.Get, $"conversations/{tab.ConversationId}"), (HttpMethod.Get, $"conversations/{tab.ConversationId}/activities"), (HttpMethod.Post, $"conversations/{tab.ConversationId}/activities"), (HttpMethod.Post, $"conversations/{tab.ConversationId}/upload") })
            using (var answer = await tab.SendAsync(method, path, null, origin: origin))
                Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task The_own_page_is_let_in()
    {
        await using var host = await WebChatHost.StartAsync();
        using var tab = await Tab.OpenAsync(host);

        using var answer = await tab.SendAsync(HttpMethod.Post, "tokens/refresh", null, origin: $"http://127.0.0.1:{host.Address.Port}");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task A_flood_is_slowed_and_what_a_person_says_is_never_refused()
    {
        await using var host = await WebChatHost.StartAsync();
        using var tab = await Tab.OpenAsync(host);
        for (var i = 0; i < 60; i++) await tab.SayAsync($"line {i}");

        var next = tab.SayAsync("one too many");
        using var other = await Tab.OpenAsync(host);
        await other.SayAsync("meanwhile");
        Assert.False(next.IsCompleted, "the 61st line in one instant must wait");
        host.Clock.Advance(TimeSpan.FromSeconds(5));

        await next;
        Assert.Equal(62, host.Turns.Seen.Count);
    }
}
