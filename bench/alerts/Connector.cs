using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace AlertBench;

/// <summary>How a call ends.</summary>
internal enum Fate
{
    Taken,
    Throttled,
    Broken,

    /// <summary>It was taken, and the caller never learns it.</summary>
    TakenAndCut,

    /// <summary>It was not taken, and the caller never learns that either.</summary>
    Cut,
    Gone,
}

/// <summary>A card that stands in a chat now.</summary>
internal sealed record Standing(string Chat, string Id, JsonNode Card);

/// <summary>A Bot Connector over HTTP that keeps what stands in each chat, and fails as it is told to.</summary>
internal sealed class Connector : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<(string Chat, string Id), JsonNode> _standing = [];
    private int _ids;

    private Connector(WebApplication app) => _app = app;

    public string Address => _app.Urls.First() + "/";

    /// <summary>What becomes of a call: method and chat. Everything is taken by default.</summary>
    public Func<string, string, Fate> Judge { get; set; } = (_, _) => Fate.Taken;

    /// <summary>A card that was posted and taken, as soon as it is.</summary>
    public event Action<Standing>? Posted;

    public ConcurrentDictionary<Fate, int> Fates { get; } = [];

    public IReadOnlyList<Standing> Cards => [.. _standing.Select(s => new Standing(s.Key.Chat, s.Key.Id, s.Value))];

    public static async Task<Connector> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var connector = new Connector(app);
        app.Map("/{**path}", connector.AnswerAsync);
        await app.StartAsync();
        return connector;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext http)
    {
        var message = (await JsonNode.ParseAsync(http.Request.Body))!;
        var path = http.Request.Path.Value!.Split('/', StringSplitOptions.RemoveEmptyEntries);
        var chat = path[2];
        var fate = Judge(http.Request.Method, chat);
        Fates.AddOrUpdate(fate, 1, (_, n) => n + 1);
        if (fate is Fate.Taken or Fate.TakenAndCut)
        {
            var id = http.Request.Method == "PUT" ? path[^1] : Interlocked.Increment(ref _ids).ToString(CultureInfo.InvariantCulture);
            if (message["attachments"] is JsonArray { Count: > 0 } cards)
            {
                var standing = new Standing(chat, id, cards[0]!["content"]!);
                _standing[(chat, id)] = standing.Card;
                if (http.Request.Method == "POST") Posted?.Invoke(standing);
            }

            if (fate == Fate.Taken)
            {
                http.Response.StatusCode = http.Request.Method == "PUT" ? 200 : 201;
                await http.Response.WriteAsJsonAsync(new { id });
                return;
            }
        }

        if (fate is Fate.Cut or Fate.TakenAndCut)
        {
            http.Abort();
            return;
        }

        http.Response.StatusCode = fate switch { Fate.Throttled => 429, Fate.Gone => 403, _ => 502 };
        if (fate == Fate.Throttled) http.Response.Headers.RetryAfter = "1";
        await http.Response.WriteAsJsonAsync(new { error = new { code = fate.ToString(), message = "as told" } });
    }
}
