using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace SupportBot.Graph.Tests;

/// <summary>
/// Graph on this machine: keeps every request, and answers by rules. The newest rule that fits wins; without one it answers as
/// Graph does where all is well.
/// </summary>
public sealed class FakeGraph : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentStack<Func<GraphRequest, GraphReply?>> _rules = new();

    private FakeGraph(WebApplication app) => _app = app;

    public Uri Endpoint => new(_app.Urls.First() + "/v1.0");

    /// <summary>In the order they came; those inside a batch each for itself.</summary>
    public ConcurrentQueue<GraphRequest> Requests { get; } = new();

    public static async Task<FakeGraph> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var graph = new FakeGraph(app);
        app.Map("/{**path}", graph.AnswerAsync);
        await app.StartAsync();
        return graph;
    }

    /// <summary>Requests whose path holds <paramref name="part"/>.</summary>
    public IReadOnlyList<GraphRequest> Of(string part) => [.. Requests.Where(r => r.Path.Contains(part, StringComparison.Ordinal))];

    /// <summary>Answers every request whose path holds <paramref name="part"/> like this from now on; null leaves it to the rules before.</summary>
    public void On(string part, Func<GraphRequest, GraphReply?> answer) =>
        _rules.Push(r => r.Path.Contains(part, StringComparison.Ordinal) ? answer(r) : null);

    public void On(string part, GraphReply answer) => On(part, _ => answer);

    /// <summary>Answers the next requests like this, one after the other; then as before.</summary>
    public void Next(string part, params GraphReply[] answers)
    {
        var left = new ConcurrentQueue<GraphReply>(answers);
        On(part, _ => left.TryDequeue(out var answer) ? answer : null);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext http)
    {
        using var reader = new StreamReader(http.Request.Body);
        var request = new GraphRequest(
            http.Request.Method, (http.Request.Path.Value ?? "").Replace("/v1.0/", "", StringComparison.Ordinal), http.Request.QueryString.Value ?? "",
            http.Request.Headers.ToDictionary(h => h.Key, h => h.Value.ToString(), StringComparer.OrdinalIgnoreCase), await reader.ReadToEndAsync());
        var reply = request.Path == "$batch" ? Batch(request) : Answer(request);
        if (reply.Hangs)
        {
            // Ends when the caller hangs up.
            await Task.Delay(Timeout.InfiniteTimeSpan, http.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
            return;
        }

        http.Response.StatusCode = reply.Status;
        if (reply.RetryAfter is { } after) http.Response.Headers.RetryAfter = after;
        if (reply.Location is { } location) http.Response.Headers.Location = location;
        if (reply.Body is null) return;
        http.Response.ContentType = "application/json";
        // A link in an answer leads back here.
        await http.Response.WriteAsync(reply.Body.Replace("{endpoint}", Endpoint.AbsoluteUri, StringComparison.Ordinal));
    }

    private GraphReply Answer(GraphRequest request)
    {
        Requests.Enqueue(request);
        return _rules.Select(rule => rule(request)).FirstOrDefault(r => r is not null) ?? Usual(request);
    }

    private static GraphReply Usual(GraphRequest request) => request.Path.Split('/')[^1] switch
    {
        "sendMail" => GraphReply.Accepted,
        "sendActivityNotification" => GraphReply.Nothing,
        "installedApps" when request.Method == "POST" => new GraphReply(201),
        _ => GraphReply.Ok("""{"value":[]}"""),
    };

    private GraphReply Batch(GraphRequest batch)
    {
        var answers = new JsonArray();
        foreach (var inner in batch.Json["requests"]!.AsArray())
        {
            var url = ((string)inner!["url"]!).TrimStart('/').Split('?', 2);
            var reply = Answer(new GraphRequest(
                (string)inner["method"]!, Uri.UnescapeDataString(url[0]), url.Length > 1 ? "?" + url[1] : "",
                (inner["headers"]?.AsObject() ?? []).ToDictionary(h => h.Key, h => (string)h.Value!), inner["body"]?.ToJsonString() ?? ""));
            var headers = new JsonObject { ["Content-Type"] = "application/json" };
            if (reply.RetryAfter is { } after) headers["Retry-After"] = after;
            answers.Add(new JsonObject { ["id"] = (string)inner["id"]!, ["status"] = reply.Status, ["headers"] = headers, ["body"] = reply.Body is null ? null : JsonNode.Parse(reply.Body) });
        }

        return GraphReply.Ok(new JsonObject { ["responses"] = answers }.ToJsonString());
    }
}
