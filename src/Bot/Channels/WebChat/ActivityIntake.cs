using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Bot.Schema;

namespace SupportBot.Bot.Channels.WebChat;

/// <summary>
/// Makes an activity of what a tab sent. Members are taken by an allow-list; who, where and when are the server's to say.
/// </summary>
internal static partial class ActivityIntake
{
    /// <summary>Bytes of a body.</summary>
    public const int MaxBytes = 256 * 1024;

    /// <summary>Characters of a text.</summary>
    public const int MaxText = 16_000;

    public const string JoinEvent = "webchat/join";

    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 64, AllowDuplicateProperties = false };

    /// <summary>
    /// The activity, or why it is refused. Its <c>Id</c> is derived from the conversation and the client's own id where there
    /// is one, so that the same message sent again is found to be the same.
    /// </summary>
    public static (Activity? Activity, DirectLineError? Refusal) Read(ReadOnlyMemory<byte> json, string conversationId, DateTimeOffset now)
    {
        try
        {
            using var document = JsonDocument.Parse(json, Strict);
            return Read(document.RootElement, conversationId, now);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or DecoderFallbackException)
        {
            // InvalidOperationException: a string that is no Unicode text, such as half of a surrogate pair.
            return (null, DirectLineError.Malformed);
        }
    }

    /// <summary>A message of which only pictures were sent.</summary>
    public static Activity Empty(string conversationId, DateTimeOffset now) => New(ActivityTypes.Message, conversationId, null, now);

    private static (Activity?, DirectLineError?) Read(JsonElement root, string conversationId, DateTimeOffset now)
    {
        if (root.ValueKind != JsonValueKind.Object || !Text(root, "type", 32, out var type) || type is null) return (null, DirectLineError.BadArgument);
        if (!ClientId(root, out var clientId, out var postBack)) return (null, DirectLineError.BadArgument);
        var activity = New(type, conversationId, clientId, now);
        activity.ChannelData = ChannelData(clientId, postBack);
        var refusal = type switch
        {
            ActivityTypes.Message => Message(root, activity),
            ActivityTypes.Event => Event(root, activity, conversationId),
            ActivityTypes.Typing => null,
            _ => DirectLineError.BadArgument,
        };
        return refusal is null ? (activity, null) : (null, refusal);
    }

    private static Activity New(string type, string conversationId, string? clientId, DateTimeOffset now) => new()
    {
        Type = type,
        Id = $"{conversationId}|{(clientId is null ? WebChatToken.RandomText(16) : $"c|{clientId}")}",
        ChannelId = Dialogs.ChannelTraits.WebChat.Name,
        Conversation = new ConversationAccount { Id = conversationId },
        From = new ChannelAccount { Id = DirectLineJson.VisitorId, Role = RoleTypes.User },
        Recipient = new ChannelAccount { Id = DirectLineJson.BotId, Role = RoleTypes.Bot },
        Timestamp = now,
    };

    private static DirectLineError? Message(JsonElement root, Activity activity)
    {
        if (!Text(root, "text", int.MaxValue, out var text)) return DirectLineError.BadArgument;
        if (text?.Length > MaxText) return DirectLineError.TextTooLong;
        if (!Text(root, "locale", 64, out var locale) || !Text(root, "replyToId", 128, out var replyTo)) return DirectLineError.BadArgument;
        activity.Text = text;
        activity.TextFormat = TextFormatTypes.Plain;
        activity.Locale = Language(locale);
        activity.ReplyToId = replyTo;
        activity.Value = Value(root);
        return null;
    }

    private static DirectLineError? Event(JsonElement root, Activity activity, string conversationId)
    {
        if (!Text(root, "name", 64, out var name) || name != JoinEvent) return DirectLineError.BadArgument;
        if (!Text(root, "locale", 64, out var locale)) return DirectLineError.BadArgument;
        activity.Name = name;
        activity.Locale = Language(locale);
        // A tab joins once, however often it is loaded.
        activity.Id = $"{conversationId}|join";
        return null;
    }

    private static bool ClientId(JsonElement root, out string? clientId, out bool postBack)
    {
        (clientId, postBack) = (null, false);
        if (!root.TryGetProperty("channelData", out var data) || data.ValueKind == JsonValueKind.Null) return true;
        if (data.ValueKind != JsonValueKind.Object || !Text(data, "clientActivityID", 64, out clientId)) return false;
        if (clientId is not null && !ClientIdForm().IsMatch(clientId)) return false;
        postBack = data.TryGetProperty("postBack", out var flag) && flag.ValueKind == JsonValueKind.True;
        return true;
    }

    private static Dictionary<string, object>? ChannelData(string? clientId, bool postBack)
    {
        if (clientId is null && !postBack) return null;
        Dictionary<string, object> kept = [];
        if (clientId is not null) kept["clientActivityID"] = clientId;
        if (postBack) kept["postBack"] = true;
        return kept;
    }

    private static object? Value(JsonElement root) =>
        !root.TryGetProperty("value", out var value) ? null : value.ValueKind switch
        {
            JsonValueKind.Null or JsonValueKind.Undefined => null,
            JsonValueKind.String => value.GetString(),
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            JsonValueKind.Number => value.TryGetInt64(out var whole) ? whole : value.GetDouble(),
            _ => Readable(value).Clone(),
        };

    // Half of a surrogate pair deep inside would otherwise only be found when a dialog reads it.
    private static JsonElement Readable(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.String) value.GetString();
        else if (value.ValueKind == JsonValueKind.Array)
            foreach (var item in value.EnumerateArray()) Readable(item);
        else if (value.ValueKind == JsonValueKind.Object)
            foreach (var member in value.EnumerateObject()) (_, _) = (member.Name, Readable(member.Value));
        return value;
    }

    // Of "es-MX" only "es": a region says more about a person than the answer needs.
    private static string? Language(string? locale) => locale is not null && LanguageForm().Match(locale) is { Success: true } match ? match.Groups[1].Value.ToLowerInvariant() : null;

    private static bool Text(JsonElement parent, string name, int limit, out string? text)
    {
        text = null;
        if (!parent.TryGetProperty(name, out var member) || member.ValueKind == JsonValueKind.Null) return true;
        if (member.ValueKind != JsonValueKind.String) return false;
        text = member.GetString();
        return text!.Length <= limit;
    }

    [GeneratedRegex("^[A-Za-z0-9_.:-]+$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex ClientIdForm();

    [GeneratedRegex("^([A-Za-z]{2,3})(-[A-Za-z0-9]{2,8}){0,3}$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex LanguageForm();
}
