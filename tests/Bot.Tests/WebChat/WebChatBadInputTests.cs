using System.Net;
using System.Text;

namespace SupportBot.Bot.Tests.WebChat;

public sealed class WebChatBadInputTests
{
    public static TheoryData<string, string, int> BadBodies() => new()
    {
        { "nothing", "", 400 },
        { "not JSON", "{", 400 },
        { "trailing text", """{"type":"message","text":"x"} x""", 400 },
        { "an array", "[]", 400 },
        { "null", "null", 400 },
        { "no type", """{"text":"x"}""", 400 },
        { "type of a wrong type", """{"type":1,"text":"x"}""", 400 },
        { "an unknown type", """{"type":"invoke","name":"x"}""", 400 },
        { "a conversation update", """{"type":"conversationUpdate"}""", 400 },
        { "an unknown event", """{"type":"event","name":"tokens/response"}""", 400 },
        { "an event without a name", """{"type":"event"}""", 400 },
        { "a number as text", """{"type":"message","text":5}""", 400 },
        { "an object as text", """{"type":"message","text":{"a":1}}""", 400 },
        { "a number as locale", """{"type":"message","text":"x","locale":7}""", 400 },
        { "an array as channel data", """{"type":"message","text":"x","channelData":[]}""", 400 },
        { "a number as client id", """{"type":"message","text":"x","channelData":{"clientActivityID":5}}""", 400 },
        { "a client id with other signs", """{"type":"message","text":"x","channelData":{"clientActivityID":"a|b"}}""", 400 },
        { "a client id that is too long", "{\"type\":\"message\",\"text\":\"x\",\"channelData\":{\"clientActivityID\":\"" + new string('a', 65) + "\"}}", 400 },
        { "a member twice", """{"type":"message","text":"x","text":"y"}""", 400 },
        { "half a surrogate pair", """{"type":"message","text":"\ud83d"}""", 400 },
        { "half a surrogate pair deep inside", """{"type":"message","value":{"a":["\udc00"]}}""", 400 },
        { "too deep", $$"""{"type":"message","value":{{string.Concat(Enumerable.Repeat("[", 80))}}{{string.Concat(Enumerable.Repeat("]", 80))}}}""", 400 },
        { "a text that is too long", $$"""{"type":"message","text":"{{new string('a', 16_001)}}"}""", 400 },
        { "a body that is too large", $$"""{"type":"message","value":"{{new string('a', 300 * 1024)}}"}""", 413 },
    };

    [Theory, MemberData(nameof(BadBodies))]
    public async Task A_bad_activity_is_refused_and_nothing_is_stored(string what, string body, int status)
    {
        Assert.NotEmpty(what);
        await using var host = await WebChatHost.StartAsync();
        using var tab = await Tab.OpenAsync(host);

        using var answer = await tab.PostAsync(body);

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.NotEqual("", await Tab.ErrorAsync(answer));
        Assert.Empty(host.Turns.Seen);
    }

    [Fact]
    public async Task A_text_of_the_longest_length_is_taken()
    {
        await using var host = await WebChatHost.StartAsync();
        using var tab = await Tab.OpenAsync(host);

        await tab.SayAsync(new string('a', 16_000));

        Assert.Equal(16_000, Assert.Single(host.Turns.Seen).Activity.Text.Length);
    }

    [Fact]
    public async Task A_body_of_bad_bytes_is_refused()
    {
        await using var host = await WebChatHost.StartAsync();
        using var tab = await Tab.OpenAsync(host);
        byte[] body = [.. "{\"type\":\"message\",\"text\":\""u8, 0xC3, 0x28, .. "\"}"u8];

        using var answer = await tab.SendAsync(HttpMethod.Post, $"conversations/{tab.ConversationId}/activities", new ByteArrayContent(body) { Headers = { { "Content-Type", "application/json" } } });

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Empty(host.Turns.Seen);
    }

    [Fact]
    public async Task A_body_that_does_not_say_how_long_it_is_meets_the_same_limit()
    {
        await using var host = await WebChatHost.StartAsync();
        using var tab = await Tab.OpenAsync(host);
        using var endless = new StreamContent(new MemoryStream(Encoding.UTF8.GetBytes("{\"type\":\"message\",\"text\":\"" + new string('a', 400_000)))) { Headers = { { "Content-Type", "application/json" } } };
        endless.Headers.ContentLength = null;

        using var answer = await tab.SendAsync(HttpMethod.Post, $"conversations/{tab.ConversationId}/activities", endless);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Empty(host.Turns.Seen);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/xml")]
    public async Task Another_media_type_is_refused(string mediaType)
    {
        await using var host = await WebChatHost.StartAsync();
        using var tab = await Tab.OpenAsync(host);

        using var answer = await tab.PostAsync(Tab.Message("x"), mediaType);

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, answer.StatusCode);
        Assert.Empty(host.Turns.Seen);
    }

    [Theory]
    [InlineData("-1")]
    [InlineData("1e9")]
    [InlineData("99999999999")]
    [InlineData("abc")]
    public async Task A_watermark_that_is_none_is_refused(string watermark)
    {
        await using var host = await WebChatHost.StartAsync();
        using var tab = await Tab.OpenAsync(host);

        using var read = await tab.SendAsync(HttpMethod.Get, $"conversations/{tab.ConversationId}/activities?watermark={watermark}");
        using var connect = await tab.SendAsync(HttpMethod.Get, $"conversations/{tab.ConversationId}?watermark={watermark}");

        Assert.Equal(HttpStatusCode.BadRequest, read.StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, connect.StatusCode);
    }

    [Fact]
    public async Task What_this_service_does_not_have_is_not_found_in_direct_lines_words()
    {
        await using var host = await WebChatHost.StartAsync();
        using var tab = await Tab.OpenAsync(host);

        using var answer = await tab.SendAsync(HttpMethod.Get, "session/getsessionid");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("NotFound", await Tab.ErrorAsync(answer));
    }

    [Fact]
    public async Task A_bug_says_where_help_is_and_repeats_no_word_in_answer_or_log()
    {
        await using var host = await WebChatHost.StartAsync();
        using var tab = await Tab.OpenAsync(host);
        host.Turns.Throws = true;

        using var answer = await tab.PostAsync(Tab.Message("canary sentence 4711"));

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Contains("988", await answer.Content.ReadAsStringAsync());
        Assert.DoesNotContain(host.Logged, line => line.Contains("4711"));
        Assert.Contains(host.Logged, line => line.Contains("InvalidOperationException"));
    }
}
