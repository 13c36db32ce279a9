using System.Text.Json.Serialization;

namespace AdaptiveCards;

/// <summary>A run inside an <see cref="AdaptiveRichTextBlock"/>. A bare JSON string is read as a text run.</summary>
[JsonConverter(typeof(InlineConverter))]
public abstract class AdaptiveInline
{
    public abstract string Type { get; set; }

    [JsonExtensionData]
    public SerializableDictionary<string, object> AdditionalProperties { get; set; } = [];
}
