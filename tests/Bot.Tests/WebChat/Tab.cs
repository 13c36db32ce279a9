using System.Net;
using System.Net.Http.Headers;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;

namespace SupportBot.Bot.Tests.WebChat;

/// <summary>One tab, speaking Direct Line over HTTP and a WebSocket.</summary>
internal sealed class Tab(Uri site, string conversationId, string token) : IDisposable
{
    public static readonly CancellationToken Soon = CancellationToken.None;

    private readonly HttpClient _http = new() { BaseAddress = new Uri(site, "v3/directline/") };

    public string ConversationId { get; } = conversationId;

    public string Token { get; } = token;

    public static Task<Tab> OpenAsync(WebChatHost host) => OpenAsync(host.Address);

    public static async Task<Tab> OpenAsync(Uri site)
    {
        using var http = new HttpClient { BaseAddress = site };
        using var answer = await http.PostAsync("v3/directline/tokens/generate", null);
        answer.EnsureSuccessStatusCode();
        var body = await JsonAsync(answer);
        return new Tab(site, body.GetProperty("conversationId").GetString()!, body.GetProperty("token").GetString()!);
    }

    /// <summary>The same token against another process.</summary>
    public Tab At(WebChatHost host) => At(host.Address);

    public Tab At(Uri site) => new(site, ConversationId, Token);

    /// <summary>As the page does when it is loaded.</summary>
    public async Task JoinAsync()
    {
        using var answer = await PostAsync("""{"type":"event","name":"webchat/join"}""");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    public Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, HttpContent? content = null, string? token = "own", string? origin = null)
    {
        var request = new HttpRequestMessage(method, path) { Content = content };
        if (token is not null) request.Headers.TryAddWithoutValidation("Authorization", token == "own" ? $"Bearer {Token}" : token);
        if (origin is not null) request.Headers.TryAddWithoutValidation("Origin", origin);
        return _http.SendAsync(request);
    }

    public Task<HttpResponseMessage> PostAsync(string json, string mediaType = "application/json", string? conversation = null, string? token = "own") =>
        SendAsync(HttpMethod.Post, $"conversations/{conversation ?? ConversationId}/activities", new StringContent(json, Encoding.UTF8, mediaType), token);

    /// <summary>Says something and gives the activity's id.</summary>
    public async Task<string> SayAsync(string text, string? clientId = null)
    {
        using var answer = await PostAsync(Message(text, clientId));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return (await JsonAsync(answer)).GetProperty("id").GetString()!;
    }

    public static string Message(string text, string? clientId = null) =>
        JsonSerializer.Serialize(clientId is null ? new { type = "message", text } : (object)new { type = "message", text, channelData = new { clientActivityID = clientId } });

    public async Task<(List<JsonElement> Activities, string Watermark)> ReadAsync(string watermark = "")
    {
        using var answer = await SendAsync(HttpMethod.Get, $"conversations/{ConversationId}/activities?watermark={watermark}");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return Set(await JsonAsync(answer));
    }

    public async Task<string> StreamUrlAsync(string? watermark = null)
    {
        using var answer = watermark is null ? await SendAsync(HttpMethod.Post, "conversations") : await SendAsync(HttpMethod.Get, $"conversations/{ConversationId}?watermark={watermark}");
        answer.EnsureSuccessStatusCode();
        return (await JsonAsync(answer)).GetProperty("streamUrl").GetString()!;
    }

    public async Task<ClientWebSocket> ListenAsync(string? watermark = null)
    {
        var socket = new ClientWebSocket();
        await socket.ConnectAsync(new Uri(await StreamUrlAsync(watermark)), Soon);
        return socket;
    }

    /// <summary>The next frame that has activities.</summary>
    public static async Task<(List<JsonElement> Activities, string Watermark)> NextAsync(ClientWebSocket socket)
    {
        while (true)
            if (await FrameAsync(socket) is { Length: > 0 } frame)
                return Set(JsonDocument.Parse(frame).RootElement);
    }

    public static async Task<byte[]> FrameAsync(ClientWebSocket socket)
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        using var whole = new MemoryStream();
        var piece = new byte[4096];
        while (true)
        {
            var got = await socket.ReceiveAsync(piece.AsMemory(), deadline.Token);
            Assert.NotEqual(WebSocketMessageType.Close, got.MessageType);
            whole.Write(piece, 0, got.Count);
            if (got.EndOfMessage) return whole.ToArray();
        }
    }

    public static async Task<JsonElement> JsonAsync(HttpResponseMessage answer) => JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;

    public static async Task<string> ErrorAsync(HttpResponseMessage answer)
    {
        var error = (await JsonAsync(answer)).GetProperty("error");
        Assert.NotEqual("", error.GetProperty("message").GetString());
        return error.GetProperty("code").GetString()!;
    }

    public static List<string?> Texts(IEnumerable<JsonElement> activities) => [.. activities.Select(a => a.TryGetProperty("text", out var text) ? text.GetString() : null)];

    public void Dispose() => _http.Dispose();

    private static (List<JsonElement>, string) Set(JsonElement set) => ([.. set.GetProperty("activities").EnumerateArray()], set.GetProperty("watermark").GetString()!);
}
