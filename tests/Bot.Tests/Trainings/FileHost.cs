using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace SupportBot.Bot.Tests.Trainings;

/// <summary>Where files of a person's own lie, over HTTP on this machine.</summary>
internal sealed class FileHost : IAsyncDisposable
{
    private readonly WebApplication _app;

    private FileHost(WebApplication app) => _app = app;

    public string Address => _app.Urls.First();

    /// <summary>Paths that were asked for.</summary>
    public ConcurrentQueue<string> Asked { get; } = new();

    /// <summary>Answers all requests.</summary>
    public Func<HttpContext, Task> Answer { get; set; } = _ => Task.CompletedTask;

    public static async Task<FileHost> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var host = new FileHost(app);
        app.Run(http =>
        {
            host.Asked.Enqueue(http.Request.Path);
            return host.Answer(http);
        });
        await app.StartAsync();
        return host;
    }

    /// <param name="isTold">Whether the size is told before.</param>
    public void Give(byte[] content, bool isTold = true) => Answer = async http =>
    {
        if (isTold) http.Response.ContentLength = content.Length;
        await http.Response.Body.WriteAsync(content);
    };

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();
}
