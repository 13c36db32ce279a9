using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace SupportBot.BotFramework.Tests;

/// <summary>A bot behind Kestrel on one loopback port, and the connector of its channel on another.</summary>
internal sealed class BotHost : IAsyncDisposable
{
    private readonly WebApplication _bot;
    private readonly WebApplication _connector;

    private BotHost(WebApplication bot, WebApplication connector)
    {
        _bot = bot;
        _connector = connector;
        ServiceUrl = Address(connector);
        Client = new HttpClient { BaseAddress = new Uri(Address(bot)) };
    }

    public HttpClient Client { get; }

    public string ServiceUrl { get; }

    /// <summary>What reached the connector: verb, path as sent, body.</summary>
    public ConcurrentQueue<(string Method, string Path, string Body, string Agent)> Calls { get; private init; }

    /// <summary>What each call showed to the connector; empty when it showed nothing.</summary>
    public ConcurrentQueue<string> Authorizations { get; } = new();

    /// <summary>What the connector answers, by the number of the call from 0.</summary>
    public Func<int, (int Status, string Body, string RetryAfter)> Answer { get; set; } = n => (200, $$"""{"id":"sent-{{n}}"}""", null);

    public static async Task<BotHost> StartAsync(CloudAdapter adapter, BotCallbackHandler turn)
    {
        BotHost host = null;
        var calls = new ConcurrentQueue<(string, string, string, string)>();
        var connector = await ListenAsync(async http =>
        {
            using var reader = new StreamReader(http.Request.Body);
            var body = await reader.ReadToEndAsync();
            calls.Enqueue((http.Request.Method, http.Features.Get<IHttpRequestFeature>().RawTarget, body, http.Request.Headers.UserAgent));
            host.Authorizations.Enqueue(http.Request.Headers.Authorization.ToString());
            var (status, answer, retryAfter) = host.Answer(calls.Count - 1);
            http.Response.StatusCode = status;
            if (retryAfter is not null)
                http.Response.Headers.RetryAfter = retryAfter;
            await http.Response.WriteAsync(answer ?? "");
        });
        var bot = await ListenAsync(http => adapter.ProcessAsync(http.Request, http.Response, new Bot(turn)));
        return host = new BotHost(bot, connector) { Calls = calls };
    }

    /// <summary>Posts an activity with what every channel sends; the given members come on top.</summary>
    public Task<HttpResponseMessage> PostAsync(string members, string conversationId = "c1", string id = "in-1") => PostRawAsync(
        $$"""{"id":"{{id}}","channelId":"test","serviceUrl":"{{ServiceUrl}}","from":{"id":"ada"},"recipient":{"id":"bot"},"conversation":{"id":"{{conversationId}}"},{{members}}}""");

    public Task<HttpResponseMessage> PostRawAsync(string body) => Client.PostAsync(new Uri("/api/messages", UriKind.Relative), new StringContent(body, Encoding.UTF8, "application/json"));

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _bot.DisposeAsync();
        await _connector.DisposeAsync();
    }

    private static string Address(WebApplication app) => app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>().Addresses.First();

    private static async Task<WebApplication> ListenAsync(RequestDelegate handle)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddLogging(logging => logging.ClearProviders());
        var app = builder.Build();
        app.Run(handle);
        await app.StartAsync();
        return app;
    }

    private sealed class Bot(BotCallbackHandler turn) : IBot
    {
        public Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default) => turn(turnContext, cancellationToken);
    }
}
