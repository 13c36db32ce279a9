using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using SupportBot.Bot.Channels.WebChat;
using SupportBot.Dialogs;
using SupportBot.Directory;
using SupportBot.Protocols;

namespace SupportBot.Bot.Tests.WebChat;

/// <summary>The web chat on Kestrel, on a free loopback port, with the smallest pipeline behind it.</summary>
public sealed class WebChatHost : IAsyncDisposable
{
    private static readonly Lazy<DialogContent> Loaded = new(() => SupportContent.Load(ContentFolder.Read(null), [], CheckDepth.StartUp).Content!);

    private readonly WebApplication _app;

    internal static DialogContent Content => Loaded.Value;

    private WebChatHost(WebApplication app) => _app = app;

    internal EchoTurns Turns { get; private init; } = null!;

    internal FakeTimeProvider Clock { get; private init; } = null!;

    /// <summary>Every line that was logged, at every level.</summary>
    internal ConcurrentQueue<string> Logged { get; private init; } = null!;

    internal WebChatStreams Streams => _app.Services.GetRequiredService<WebChatStreams>();

    internal IServiceProvider Services => _app.Services;

    public Uri Address => new(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First() + "/");

    /// <param name="keys">Of the deployment that this process belongs to; null for one of its own.</param>
    internal static async Task<WebChatHost> StartAsync(EchoTurns? turns = null, FakeTimeProvider? clock = null, ITabKeys? keys = null)
    {
        (turns, clock) = (turns ?? new EchoTurns(), clock ?? new FakeTimeProvider(new DateTimeOffset(2026, 11, 23, 9, 3, 7, TimeSpan.Zero)));
        var logged = new ConcurrentQueue<string>();
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Trace).AddProvider(new Pen(logged));
        builder.Services.AddSingleton<TimeProvider>(clock).AddSingleton<IConversationTurns>(turns).AddSingleton(keys ?? new MemoryTabKeys());
        builder.Services.AddSingleton(new WebChatSite
        {
            District = "Harbor <Valley> Schools",
            Phrasebook = Content.Phrasebook,
            HelpLines = [.. ResourceShelf.NeverHidden.Select(id => HelpLine.Of(Content.District.Resources.All.First(r => r.Id == id)))],
        });
        builder.Services.AddAuthorization();
        builder.Services.AddWebChat();
        var app = builder.Build();
        app.UseWebChat();
        app.MapGet("/console/inbox", () => "console");
        app.MapGet("/breaks", void () => throw new InvalidOperationException("never shown"));
        await app.StartAsync();
        return new WebChatHost(app) { Turns = turns, Clock = clock, Logged = logged };
    }

    /// <summary>Stops as a process does that was asked to.</summary>
    public Task StopAsync() => _app.StopAsync();

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private sealed class Pen(ConcurrentQueue<string> lines) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull
        {
            lines.Enqueue($"scope {state}");
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => lines.Enqueue($"{logLevel} {formatter(state, exception)} {exception}");

        public void Dispose()
        {
        }
    }
}
