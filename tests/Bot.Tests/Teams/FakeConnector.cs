using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace SupportBot.Bot.Tests.Teams;

/// <summary>A Bot Connector on this machine: keeps what it was sent, and answers as it is told to.</summary>
internal sealed class FakeConnector : IAsyncDisposable
{
    private readonly WebApplication _app;
    private int _ids;

    private FakeConnector(WebApplication app) => _app = app;

    public string Address => _app.Urls.First() + "/";

    /// <summary>Calls in order: method, path and body.</summary>
    public ConcurrentQueue<(string Method, string Path, string Body)> Calls { get; } = new();

    /// <summary>With what right each call came.</summary>
    public ConcurrentQueue<string> Authorizations { get; } = new();

    /// <summary>Answers the next calls instead of the usual 201, in order: status and error code. Taken all the same where the status is 502.</summary>
    public ConcurrentQueue<(int Status, string Code)> Faults { get; } = new();

    /// <summary>Says for each call what is answered, where nothing is queued; null for the usual 201.</summary>
    public Func<(int Status, string Code)?>? Judge { get; set; }

    /// <summary>Chat whose calls are not answered before this ends; null for none.</summary>
    public (string Conversation, Task Until)? Hanging { get; set; }

    public static async Task<FakeConnector> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var connector = new FakeConnector(app);
        app.Map("/{**path}", connector.AnswerAsync);
        await app.StartAsync();
        return connector;
    }

    /// <summary>The cards that were sent to a conversation, newest last; updates included where asked for.</summary>
    public IReadOnlyList<JsonNode> Cards(string conversation, string method = "POST") =>
    [
        .. Calls.Where(c => c.Method == method && c.Path.Contains($"/conversations/{conversation}/", StringComparison.Ordinal))
            .SelectMany(c => JsonNode.Parse(c.Body)!["attachments"]?.AsArray() ?? []).Select(a => a!["content"]!),
    ];

    /// <summary>Those of them that are about a case: what the bot asks or welcomes with is left out.</summary>
    public IReadOnlyList<JsonNode> Alerts(string conversation, string method = "POST") => [.. Cards(conversation, method).Where(c => !c.ToJsonString().Contains("protocol.answer", StringComparison.Ordinal))];

    public string Texts(string conversation) =>
        string.Join("\n", Calls.Where(c => c.Path.Contains($"/conversations/{conversation}/", StringComparison.Ordinal)).Select(c => (string?)JsonNode.Parse(c.Body)!["text"]));

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext http)
    {
        using var reader = new StreamReader(http.Request.Body);
        Calls.Enqueue((http.Request.Method, http.Request.Path, await reader.ReadToEndAsync()));
        Authorizations.Enqueue(http.Request.Headers.Authorization.ToString());
        if (Hanging is { } hanging && http.Request.Path.Value!.Contains($"/conversations/{hanging.Conversation}/", StringComparison.Ordinal)) await hanging.Until.WaitAsync(http.RequestAborted);
        var fault = Faults.TryDequeue(out var next) ? next : Judge?.Invoke() ?? (201, "");
        http.Response.StatusCode = fault.Item1;
        if (fault.Item1 == 201) await http.Response.WriteAsJsonAsync(new { id = (http.Request.Path == "/v3/conversations" ? "opened-" : "") + Interlocked.Increment(ref _ids).ToString(CultureInfo.InvariantCulture) });
        else await http.Response.WriteAsJsonAsync(new { error = new { code = fault.Item2, message = "as told" } });
    }
}
