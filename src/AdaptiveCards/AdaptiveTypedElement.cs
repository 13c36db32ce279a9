using System.Text.Json.Serialization;

namespace AdaptiveCards;

/// <summary>Everything in a card that carries a <c>type</c>: the card, its elements and its actions.</summary>
[JsonConverter(typeof(TypedElementConverter))]
public abstract class AdaptiveTypedElement
{
    /// <summary>The <c>type</c> of the JSON object.</summary>
    public abstract string Type { get; set; }

    public string Id { get; set; }

    /// <summary>What a host shows when it does not know this element; null for nothing said.</summary>
    [JsonConverter(typeof(FallbackConverter))]
    public AdaptiveFallbackElement Fallback { get; set; }

    /// <summary>Host features this element needs, by name and lowest version; null for none.</summary>
    [JsonInclude]
    public IDictionary<string, string> Requires;

    /// <summary>
    /// Members that this library does not know. What was read comes back when the card is written again;
    /// values read are <see cref="System.Text.Json.JsonElement"/>.
    /// </summary>
    [JsonExtensionData]
    public SerializableDictionary<string, object> AdditionalProperties { get; set; } = [];
}
