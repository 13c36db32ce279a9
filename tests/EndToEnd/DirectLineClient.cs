using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace SupportBot.EndToEnd;

/// <summary>What the bot said in one message.</summary>
/// <param name="Buttons">Title to the value that pressing it sends.</param>
/// <param name="Receipt">The code that the tab is to show, or null.</param>
internal sealed record Reply(string Text, IReadOnlyDictionary<string, JsonElement> Buttons, string? Receipt);

/// <summary>A tab of the web chat: speaks Direct Line by HTTP, presses buttons, and reads what comes back.</summary>
internal sealed class DirectLineClient : IDisposable
{
    private readonly HttpClient _http;
    private string _conversation = "";
    private string _watermark = "";

    public DirectLineClient(string address) => _http = new HttpClient { BaseAddress = new Uri(address), Timeout = TimeSpan.FromSeconds(30) };

    /// <summary>Ids given to messages so far.</summary>
    public int Messages { get; private set; }

    /// <summary>What the last turn brought.</summary>
    public IReadOnlyList<Reply> Replies { get; private set; } = [];

    public string Text => string.Join("\n", Replies.Select(r => r.Text));

    /// <summary>Where activities of this conversation are posted; uploads beside it.</summary>
    public string Activities => $"/v3/directline/conversations/{_conversation}/activities";

    /// <summary>The tab with its token, for calls that no well-behaved tab makes.</summary>
    public HttpClient Http => _http;

    /// <summary>A new chat, greeted.</summary>
    public async Task OpenAsync()
    {
        var generated = await AnsweredAsync(await _http.PostAsync("/v3/directline/tokens/generate", null));
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", generated.GetProperty("token").GetString());
        var begun = await AnsweredAsync(await _http.PostAsync("/v3/directline/conversations", null));
        _conversation = begun.GetProperty("conversationId").GetString()!;
        await AnsweredAsync(await _http.PostAsJsonAsync(Activities, new { type = "event", name = "webchat/join", from = new { id = "tab" } }));
        await ReadAsync();
    }

    public async Task SayAsync(string text)
    {
        using var answer = await PostAsync(text, null, NextId());
        await AnsweredAsync(answer);
        await ReadAsync();
    }

    public async Task PressAsync(string title)
    {
        using var answer = await PostAsync(title, Button(title), NextId());
        await AnsweredAsync(answer);
        await ReadAsync();
    }

    /// <summary>The value of a button among the last replies.</summary>
    public JsonElement Button(string title) =>
        Replies.SelectMany(r => r.Buttons).LastOrDefault(b => b.Key == title) is { Key: not null } found
            ? found.Value
            : throw new InvalidOperationException($"There is no button '{title}'. It said: {Text}");

    /// <summary>Posts and gives the answer as it came, refusals too.</summary>
    public Task<HttpResponseMessage> PostAsync(string text, JsonElement? value, string clientId) =>
        _http.PostAsJsonAsync(Activities, new { type = "message", text, value, from = new { id = "tab" }, channelData = new { clientActivityID = clientId } });

    public Task<HttpResponseMessage> PostRawAsync(string body) => _http.PostAsync(Activities, new StringContent(body, Encoding.UTF8, "application/json"));

    /// <summary>Sends a picture as the tab does: a form with one part.</summary>
    public async Task<HttpResponseMessage> UploadAsync(byte[] picture, string fileName)
    {
        using var part = new ByteArrayContent(picture);
        part.Headers.ContentType = new MediaTypeHeaderValue("image/png");
        using var form = new MultipartFormDataContent { { part, "file", fileName } };
        return await _http.PostAsync(Activities.Replace("/activities", "/upload?userId=tab", StringComparison.Ordinal), form);
    }

    /// <summary>Reads what is new.</summary>
    public async Task ReadAsync()
    {
        using var answer = await _http.GetAsync($"{Activities}?watermark={_watermark}");
        var set = await AnsweredAsync(answer);
        _watermark = set.GetProperty("watermark").GetString()!;
        Replies = [.. set.GetProperty("activities").EnumerateArray().Where(a => a.GetProperty("from").GetProperty("role").GetString() == "bot").Select(ReplyOf)];
    }

    public string NextId() => $"m{++Messages}";

    public void Dispose() => _http.Dispose();

    private static Reply ReplyOf(JsonElement activity)
    {
        var buttons = new Dictionary<string, JsonElement>();
        if (activity.TryGetProperty("suggestedActions", out var suggested))
            foreach (var action in suggested.GetProperty("actions").EnumerateArray()) buttons[action.GetProperty("title").GetString()!] = action.GetProperty("value");
        var receipt = activity.TryGetProperty("channelData", out var data) && data.ValueKind == JsonValueKind.Object && data.TryGetProperty("supportbot", out var ours) && ours.TryGetProperty("receipt", out var code) ? code.GetString() : null;
        return new Reply(activity.TryGetProperty("text", out var text) ? text.GetString() ?? "" : "", buttons, receipt);
    }

    private static async Task<JsonElement> AnsweredAsync(HttpResponseMessage answer)
    {
        var body = await answer.Content.ReadAsStringAsync();
        if (!answer.IsSuccessStatusCode) throw new HttpRequestException($"{(int)answer.StatusCode}: {body}", null, answer.StatusCode);
        return JsonDocument.Parse(body).RootElement;
    }
}
