using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace SupportBot.Bot.Channels.WebChat;

/// <summary>Puts the anonymous web chat together.</summary>
public static class WebChatSetup
{
    /// <summary>Where Direct Line is served.</summary>
    public const string DirectLine = "/v3/directline";

    // ASP.NET Core prints addresses with their queries, and in places what it could not read.
    private static readonly string[] Talkative = ["Server", "Routing", "Hosting", "Http", "HttpLogging", "WebSockets", "StaticFiles", "StaticAssets"];

    /// <summary>
    /// Needs beside it: <see cref="IConversationTurns"/>, <see cref="Dialogs.ITabKeys"/> and <see cref="WebChatSite"/>.
    /// </summary>
    public static IServiceCollection AddWebChat(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<WebChatTokens>().AddSingleton<TabStamps>().AddSingleton<StreamTickets>().AddSingleton<SourceBuckets>().AddSingleton<WebChatStreams>()
            .AddSingleton<PictureCleaning>().AddSingleton<UploadIntake>().AddSingleton<WebChatDoor>().AddSingleton<DirectLineEndpoints>()
            .AddSingleton<AnonymousPages>().AddSingleton<WebFiles>();
        services.Configure<KestrelServerOptions>(o => o.AddServerHeader = false);
        // After every other setting: no configuration turns these lines on again by accident.
        services.PostConfigure<LoggerFilterOptions>(o =>
        {
            foreach (var category in Talkative) o.Rules.Add(new LoggerFilterRule(null, $"Microsoft.AspNetCore.{category}", LogLevel.Warning, null));
            o.Rules.Add(new LoggerFilterRule(null, "Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None, null));
        });
        return services;
    }

    /// <summary>
    /// The page, its files, the help page and Direct Line. Call it before anything of another room that ends a request.
    /// Everything outside <c>/console</c>, <c>/api</c> and <c>/health</c> belongs to the anonymous site.
    /// </summary>
    public static WebApplication UseWebChat(this WebApplication app)
    {
        app.UseMiddleware<AnonymousSite>();
        app.UseWebSockets();
        var pages = app.Services.GetRequiredService<AnonymousPages>();
        var files = app.Services.GetRequiredService<WebFiles>();
        var directLine = app.Services.GetRequiredService<DirectLineEndpoints>();

        var site = app.MapGroup("").AllowAnonymous();
        Map(site, HttpMethods.Get, "/", pages.ChatAsync);
        Map(site, HttpMethods.Get, "/help", pages.HelpAsync);
        Map(site, HttpMethods.Get, "/chat/{file}", files.SendAsync);
        Map(site, HttpMethods.Get, "/lib/{file}", files.SendAsync);
        Map(site, HttpMethods.Post, "/chat/wipe", directLine.WipeAsync);
        Map(site, HttpMethods.Post, $"{DirectLine}/tokens/generate", directLine.GenerateAsync);
        Map(site, HttpMethods.Post, $"{DirectLine}/tokens/refresh", directLine.RefreshAsync);
        Map(site, HttpMethods.Post, $"{DirectLine}/conversations", directLine.StartAsync);
        Map(site, HttpMethods.Get, $"{DirectLine}/conversations/{{id}}", directLine.ReconnectAsync);
        Map(site, HttpMethods.Get, $"{DirectLine}/conversations/{{id}}/activities", directLine.ReadActivitiesAsync);
        Map(site, HttpMethods.Post, $"{DirectLine}/conversations/{{id}}/activities", directLine.PostAsync);
        Map(site, HttpMethods.Post, $"{DirectLine}/conversations/{{id}}/upload", directLine.UploadAsync);
        // Over HTTP/2 a WebSocket begins with CONNECT (RFC 8441).
        site.MapMethods($"{DirectLine}/conversations/{{id}}/stream", [HttpMethods.Get, HttpMethods.Connect], (RequestDelegate)directLine.StreamAsync);
        // An open stream would hold a stopping process until its patience ends. Tabs come back by themselves.
        app.Lifetime.ApplicationStopping.Register(app.Services.GetRequiredService<WebChatStreams>().EndAll);
        return app;
    }

    private static void Map(IEndpointRouteBuilder site, string method, string pattern, RequestDelegate handler) => site.MapMethods(pattern, [method], handler);
}
