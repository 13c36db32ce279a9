using System.Text.Json;
using System.Text.Json.Serialization;

namespace SupportBot.Bench.Bare;

internal sealed class Account
{
    public string? Id { get; set; }
    public string? Name { get; set; }
    public string? AadObjectId { get; set; }
    public string? Role { get; set; }
}

internal sealed class Place
{
    public string? Id { get; set; }
    public string? ConversationType { get; set; }
    public string? TenantId { get; set; }
    public bool? IsGroup { get; set; }
    public string? Name { get; set; }
}

internal sealed class Stored
{
    public int Step { get; set; }
    public string? Name { get; set; }
    public string? Colour { get; set; }
}

internal sealed class Posted
{
    public string? Id { get; set; }
}

internal sealed class Act
{
    public string? Type { get; set; }
    public string? Id { get; set; }
    public DateTimeOffset? Timestamp { get; set; }
    public DateTimeOffset? LocalTimestamp { get; set; }
    public string? LocalTimezone { get; set; }
    public string? ServiceUrl { get; set; }
    public string? ChannelId { get; set; }
    public Account? From { get; set; }
    public Place? Conversation { get; set; }
    public Account? Recipient { get; set; }
    public string? TextFormat { get; set; }
    public string? Locale { get; set; }
    public string? Text { get; set; }
    public string? InputHint { get; set; }
    public string? ReplyToId { get; set; }
    public JsonElement? Value { get; set; }
    public JsonElement? ChannelData { get; set; }
    public List<JsonElement>? Entities { get; set; }
    public List<JsonElement>? Attachments { get; set; }
    [JsonExtensionData] public Dictionary<string, JsonElement>? Extra { get; set; }
}

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Act))]
[JsonSerializable(typeof(Posted))]
[JsonSerializable(typeof(Stored))]
internal sealed partial class Wire : JsonSerializerContext;
