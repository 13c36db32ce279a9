using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using SupportBot.Dialogs;

namespace SupportBot.Bot.Tests;

/// <summary>The door of the Bot Connector. Until callers are authenticated it is open in Development, to this machine, only.</summary>
public sealed class MessagesEndpointTests
{
    private static readonly ConversationKey Key = new("emulator", "c1");

    [Fact]
    public async Task In_Development_a_reply_arrives_at_a_connector_on_this_machine_after_the_commit()
    {
        await using var bot = await RealBot.BuildAsync();
        await using var connector = await Connector.StartAsync(async () => await StoredAsync(bot));
        using var http = new HttpClient { BaseAddress = await bot.StartAsync() };

        using var answer = await PostAsync(http, Message(connector.Address, text: "help"));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.NotEmpty(connector.Calls);
        Assert.All(connector.Calls, c => Assert.True(c.WasCommitted, "A reply left before its turn was on disk."));
        Assert.All(connector.Calls, c => Assert.StartsWith("/v3/conversations/c1/activities", c.Path, StringComparison.Ordinal));
        Assert.Contains(connector.Calls, c => JsonDocument.Parse(c.Body).RootElement.GetProperty("text").GetString()!.Contains("988", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Outside_Development_there_is_no_such_door()
    {
        await using var bot = await RealBot.BuildAsync("Production");
        await using var connector = await Connector.StartAsync(() => Task.FromResult(true));
        using var http = new HttpClient { BaseAddress = await bot.StartAsync() };

        using var answer = await PostAsync(http, Message(connector.Address));

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Empty(connector.Calls);
        Assert.False(await StoredAsync(bot));
    }

    [Fact]
    public async Task What_is_no_sound_activity_of_this_machine_is_refused_and_nothing_is_stored_or_sent()
    {
        await using var bot = await RealBot.BuildAsync();
        await using var connector = await Connector.StartAsync(() => Task.FromResult(true));
        using var http = new HttpClient { BaseAddress = await bot.StartAsync() };
        var here = connector.Address;
        (string What, string Body, int Status)[] refused =
        [
            ("another machine", Message("https://connector.example/"), 403),
            ("another machine by number", Message("http://192.0.2.7:3978/"), 403),
            ("a name that only begins like this machine", Message("http://localhost.example/"), 403),
            ("a name and password before another machine", Message("http://localhost@connector.example/"), 403),
            ("the anonymous chat's own channel", Message(here, channel: "webchat"), 403),
            ("no address", Message(null), 400),
            ("a file", Message("file:///etc/hosts"), 400),
            ("no conversation", $$"""{"type":"message","id":"1","channelId":"emulator","serviceUrl":"{{here}}","text":"x"}""", 400),
            ("a conversation that is null", $$"""{"type":"message","id":"1","channelId":"emulator","serviceUrl":"{{here}}","conversation":null,"text":"x"}""", 400),
            ("a conversation without id", $$"""{"type":"message","id":"1","channelId":"emulator","serviceUrl":"{{here}}","conversation":{},"text":"x"}""", 400),
            ("no channel", $$"""{"type":"message","id":"1","serviceUrl":"{{here}}","conversation":{"id":"c1"},"text":"x"}""", 400),
            ("a conversation that is text", $$"""{"type":"message","id":"1","channelId":"emulator","serviceUrl":"{{here}}","conversation":"c1","text":"x"}""", 400),
            ("a text that is a number", $$"""{"type":"message","id":"1","channelId":"emulator","serviceUrl":"{{here}}","conversation":{"id":"c1"},"text":5}""", 400),
            ("no type", $$"""{"id":"1","channelId":"emulator","serviceUrl":"{{here}}","conversation":{"id":"c1"},"text":"x"}""", 400),
            ("half", """{"type":"message",""", 400),
            ("a list", "[]", 400),
            ("null", "null", 400),
            ("nothing", "", 400),
            ("very deep", $$"""{"type":"message","channelId":"emulator","serviceUrl":"{{here}}","conversation":{"id":"c1"},"value":{{new string('[', 100)}}{{new string(']', 100)}}}""", 400),
            ("too large", Message(here, text: new string('a', 300 * 1024)), 413),
        ];
        foreach (var (what, body, status) in refused)
        {
            using var answer = await PostAsync(http, body);
            Assert.True(status == (int)answer.StatusCode, $"{what}: {(int)answer.StatusCode}");
        }

        Assert.Empty(connector.Calls);
        Assert.False(await StoredAsync(bot));
        Assert.Null(bot.Get<LogAlarm>().LastFailure);
    }

    [Fact]
    public async Task The_process_says_that_it_lives_and_that_it_is_ready()
    {
        await using var bot = await RealBot.BuildAsync("Production");
        using var http = new HttpClient { BaseAddress = await bot.StartAsync() };
        Assert.Equal("alive", await http.GetStringAsync("/health/live"));

        // Ready only once each worker has gone round.
        var status = HttpStatusCode.ServiceUnavailable;
        for (var look = 0; look < 100 && status != HttpStatusCode.OK; look++)
        {
            using var answer = await http.GetAsync("/health/ready");
            status = answer.StatusCode;
            if (status != HttpStatusCode.OK) await Task.Delay(50);
        }

        Assert.Equal("ready", await http.GetStringAsync("/health/ready"));
    }

    private static async Task<bool> StoredAsync(RealBot bot) => await bot.Get<ITurnStore>().LoadAsync(Key, Lockbox.Server, CancellationToken.None) is not null;

    private static string Message(string? serviceUrl, string text = "hello", string channel = "emulator") => JsonSerializer.Serialize(new
    {
        type = "message", id = "m1", channelId = channel, serviceUrl, text,
        from = new { id = "ada" }, recipient = new { id = "bot" }, conversation = new { id = "c1" },
    });

    private static Task<HttpResponseMessage> PostAsync(HttpClient http, string body) => http.PostAsync("/api/messages", new StringContent(body, Encoding.UTF8, "application/json"));

    /// <summary>A channel's connector on this machine, which notes whether the turn was on disk when a reply came.</summary>
    private sealed class Connector(WebApplication app) : IAsyncDisposable
    {
        public ConcurrentQueue<(string Path, string Body, bool WasCommitted)> Calls { get; } = new();

        public string Address => app.Urls.First();

        public static async Task<Connector> StartAsync(Func<Task<bool>> isCommitted)
        {
            var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
            builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
            builder.Logging.ClearProviders();
            var app = builder.Build();
            var connector = new Connector(app);
            app.Run(async http =>
            {
                using var reader = new StreamReader(http.Request.Body);
                connector.Calls.Enqueue((http.Request.Path, await reader.ReadToEndAsync(), await isCommitted()));
                await http.Response.WriteAsync("""{"id":"sent"}""");
            });
            await app.StartAsync();
            return connector;
        }

        public ValueTask DisposeAsync() => app.DisposeAsync();
    }
}
