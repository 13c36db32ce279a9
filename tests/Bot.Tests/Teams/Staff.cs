using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using SupportBot.Bot.Channels.Teams;
using SupportBot.Directory;

namespace SupportBot.Bot.Tests.Teams;

/// <summary>A member of staff with Teams: sends the bot what Teams would send, through the same adapter as the endpoint.</summary>
/// <param name="stranger">Name of an account that is nobody's of the directory; null for a member of staff.</param>
internal sealed class Staff(RealBot bot, FakeConnector connector, string personId, string? stranger = null)
{
    private int _ids;

    /// <summary>Language of the app, as Teams sends it with everything; null for none.</summary>
    public string? Locale { get; set; }

    public string Conversation => $"chat-{personId}";

    public Task<(int Status, JsonNode? Body)> OpenChatAsync() =>
        SendAsync(new JsonObject { ["type"] = "installationUpdate", ["action"] = "add" });

    public Task<(int Status, JsonNode? Body)> SayAsync(string text, string? id = null, string conversationType = "personal") =>
        SendAsync(new JsonObject { ["type"] = "message", ["text"] = text }, id, conversationType);

    /// <summary>Presses a button of a card as Teams does: an invoke whose answer is the next card.</summary>
    public Task<(int Status, JsonNode? Body)> PressAsync(JsonNode card, string title) =>
        InvokeAsync("adaptiveCard/action", new JsonObject { ["action"] = Action(card, title) });

    /// <summary>Fills a card in and presses a button of it, as Teams does: what stands in the inputs comes back beside the button's data.</summary>
    public Task<(int Status, JsonNode? Body)> FillAsync(JsonNode card, string title, params (string Field, string Value)[] entries)
    {
        var action = Action(card, title);
        foreach (var (field, value) in entries) action["data"]![field] = value;
        return InvokeAsync("adaptiveCard/action", new JsonObject { ["action"] = action });
    }

    /// <summary>The newest card in the person's chat.</summary>
    public JsonNode Card => connector.Cards(Conversation)[^1];

    /// <summary>Presses a button of the newest card.</summary>
    public Task<(int Status, JsonNode? Body)> PressAsync(string title) => PressAsync(Card, title);

    public Task<(int Status, JsonNode? Body)> InvokeAsync(string name, JsonNode? value) =>
        SendAsync(new JsonObject { ["type"] = "invoke", ["name"] = name, ["value"] = value?.DeepClone() });

    public static JsonNode Action(JsonNode card, string title) =>
        Actions(card).First(a => (string?)a["title"] == title).DeepClone();

    public async Task<(int Status, JsonNode? Body)> SendAsync(JsonObject activity, string? id = null, string conversationType = "personal")
    {
        var (name, account) = stranger is null ? (bot.Get<District>().Person(personId)!.Name, bot.Get<District>().Person(personId)!.EntraId) : (stranger, "99999999-0000-0000-0000-000000000001");
        activity["id"] = id ?? $"{personId}-{Interlocked.Increment(ref _ids)}";
        activity["channelId"] = "msteams";
        if (Locale is not null) activity["locale"] = Locale;
        activity["serviceUrl"] = connector.Address;
        activity["from"] = new JsonObject { ["id"] = $"29:{personId}", ["name"] = name, ["aadObjectId"] = account };
        activity["recipient"] = new JsonObject { ["id"] = "28:bot" };
        activity["conversation"] = new JsonObject { ["id"] = Conversation, ["conversationType"] = conversationType, ["tenantId"] = "11111111-0000-0000-0000-0000000000aa", ["isGroup"] = conversationType != "personal" };
        var http = new DefaultHttpContext();
        (http.Request.Method, http.Request.ContentType) = ("POST", "application/json");
        http.Request.Body = new MemoryStream(Encoding.UTF8.GetBytes(activity.ToJsonString()));
        http.Response.Body = new MemoryStream();
        await bot.Get<IBotFrameworkHttpAdapter>().ProcessAsync(http.Request, http.Response, bot.Get<TeamsBot>());
        var answer = Encoding.UTF8.GetString(((MemoryStream)http.Response.Body).ToArray());
        return (http.Response.StatusCode, answer.Length == 0 ? null : JsonNode.Parse(answer));
    }

    // Actions stand at the end of a card or in rows inside it.
    private static IEnumerable<JsonNode> Actions(JsonNode node) => node switch
    {
        JsonObject o => (((string?)o["type"])?.StartsWith("Action.", StringComparison.Ordinal) == true ? [o] : Enumerable.Empty<JsonNode>())
            .Concat(o.Where(m => m.Value is not null && m.Key != "fallback").SelectMany(m => Actions(m.Value!))),
        JsonArray a => a.Where(n => n is not null).SelectMany(n => Actions(n!)),
        _ => [],
    };
}
