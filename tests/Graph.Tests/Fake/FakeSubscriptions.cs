using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace SupportBot.Graph.Tests;

/// <summary>
/// Subscriptions behind <see cref="FakeGraph"/>: asks at the address before it makes one, as Graph does, and posts notifications there. The address is one of the internet; what stands for it here is the door that
/// <see cref="OpenAt"/> names.
/// </summary>
public sealed class FakeSubscriptions : IDisposable
{
    /// <summary>The longest that Graph takes for an event.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(4230);

    private readonly Lock _gate = new();
    private readonly HttpClient _http = new();
    private readonly TaskCompletionSource<Uri> _door = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Dictionary<string, JsonObject> _living = [];
    private readonly TimeProvider _time;
    private int _made;

    private FakeSubscriptions(TimeProvider time) => _time = time;

    /// <summary>Those that are not over.</summary>
    public IReadOnlyList<JsonObject> Living
    {
        get { lock (_gate) return [.. _living.Values.Where(s => UntilOf(s) > _time.GetUtcNow()).Select(s => s.DeepClone().AsObject())]; }
    }

    public static FakeSubscriptions On(FakeGraph graph, TimeProvider time)
    {
        var subscriptions = new FakeSubscriptions(time);
        graph.On("subscriptions", subscriptions.Answer);
        return subscriptions;
    }

    /// <param name="door">Where the server behind the address really listens.</param>
    public void OpenAt(Uri door) => _door.TrySetResult(door);

    /// <summary>Graph loses all of them, and says nothing.</summary>
    public void Lose()
    {
        lock (_gate) _living.Clear();
    }

    /// <summary>Something has changed: every living subscription hears of it.</summary>
    public Task<HttpStatusCode> TellAsync(string changeType = "updated") => PostAsync([.. Living.Select(s => Notification(s, changeType))]);

    /// <param name="of">Subscription that the lifecycle notification is about; it need not be alive any more.</param>
    public Task<HttpStatusCode> TellOfItselfAsync(JsonObject of, string lifecycleEvent)
    {
        var told = Notification(of, null);
        told["lifecycleEvent"] = lifecycleEvent;
        return PostAsync([told]);
    }

    public async Task<HttpStatusCode> PostAsync(params JsonObject[] notifications)
    {
        using var answer = await _http.PostAsJsonAsync(At("https://any.example/api/graph/notifications"), new JsonObject { ["value"] = new JsonArray([.. notifications]) });
        return answer.StatusCode;
    }

    /// <summary>As Graph writes one of a change.</summary>
    public static JsonObject Notification(JsonObject of, string? changeType) => new()
    {
        ["id"] = Guid.NewGuid().ToString(), ["subscriptionId"] = (string)of["id"]!, ["subscriptionExpirationDateTime"] = (string)of["expirationDateTime"]!, ["clientState"] = (string?)of["clientState"],
        ["changeType"] = changeType, ["resource"] = "Users/u/Events/e", ["tenantId"] = Guid.NewGuid().ToString(),
        ["resourceData"] = new JsonObject { ["@odata.type"] = "#Microsoft.Graph.Event", ["@odata.id"] = "Users/u/Events/e", ["id"] = "e" },
    };

    public void Dispose() => _http.Dispose();

    private GraphReply? Answer(GraphRequest request) => (request.Method, request.Path.Split('/')) switch
    {
        ("POST", ["subscriptions"]) => Make(request.Json.AsObject()),
        ("PATCH", ["subscriptions", var id]) => Renew(id, request.Json.AsObject()),
        ("DELETE", ["subscriptions", var id]) => End(id),
        _ => null,
    };

    private GraphReply Make(JsonObject asked)
    {
        if (IsTooLong(asked) || ((string?)asked["clientState"])?.Length > 128) return GraphReply.Error(400, "ExtensionError");
        foreach (var address in new[] { "notificationUrl", "lifecycleNotificationUrl" }.Select(n => (string?)asked[n]).OfType<string>())
            if (!address.StartsWith("https://", StringComparison.Ordinal) || !IsOurs(address)) return GraphReply.Error(400, "ValidationError");
        lock (_gate)
        {
            var made = asked.DeepClone().AsObject();
            made["id"] = string.Create(CultureInfo.InvariantCulture, $"S{++_made}");
            _living[(string)made["id"]!] = made;
            // The secret is not told back.
            var told = made.DeepClone().AsObject();
            told["clientState"] = null;
            return new GraphReply(201, told.ToJsonString());
        }
    }

    private GraphReply Renew(string id, JsonObject asked)
    {
        lock (_gate)
        {
            if (!_living.TryGetValue(id, out var there) || UntilOf(there) <= _time.GetUtcNow()) return GraphReply.Error(404, "ResourceNotFound");
            if (IsTooLong(asked)) return GraphReply.Error(400, "ExtensionError");
            there["expirationDateTime"] = asked["expirationDateTime"]!.DeepClone();
            return GraphReply.Ok(there.ToJsonString());
        }
    }

    private GraphReply End(string id)
    {
        lock (_gate) return _living.Remove(id) ? GraphReply.Nothing : GraphReply.Error(404, "ResourceNotFound");
    }

    private bool IsTooLong(JsonObject asked) => UntilOf(asked) > _time.GetUtcNow() + Longest;

    private bool IsOurs(string address)
    {
        var token = $"Validation: Testing client application reachability for subscription Request-Id: {Guid.NewGuid()}";
        using var request = new HttpRequestMessage(HttpMethod.Post, At(address) + "?validationToken=" + Uri.EscapeDataString(token));
        using var answer = _http.Send(request);
        using var read = new StreamReader(answer.Content.ReadAsStream());
        return answer.StatusCode == HttpStatusCode.OK && answer.Content.Headers.ContentType?.MediaType == "text/plain" && read.ReadToEnd() == token;
    }

    private Uri At(string address) => _door.Task.Wait(TimeSpan.FromSeconds(20)) ? new Uri(_door.Task.Result, new Uri(address).AbsolutePath) : throw new InvalidOperationException("No door is open.");

    private static DateTimeOffset UntilOf(JsonObject subscription) => DateTimeOffset.Parse((string)subscription["expirationDateTime"]!, CultureInfo.InvariantCulture);
}
