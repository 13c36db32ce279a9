using System.Text.Json;
using System.Text.Json.Serialization;

namespace AdaptiveCards;

/// <summary>Reads and writes a card in its own way, whatever options the surrounding serialiser has.</summary>
internal sealed class CardConverter : JsonConverter<AdaptiveCard>
{
    public override AdaptiveCard Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
            throw new JsonException("A card is an object.");
        var wire = (CardOnTheWire)JsonSerializer.Deserialize(ref reader, Wire.Options.GetTypeInfo(typeof(CardOnTheWire)));
        if (wire.Type != AdaptiveCard.TypeName)
            throw new JsonException($"Property 'type' must be '{AdaptiveCard.TypeName}'.");
        return wire.ToCard();
    }

    public override void Write(Utf8JsonWriter writer, AdaptiveCard value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, CardOnTheWire.Of(value), Wire.Options.GetTypeInfo(typeof(CardOnTheWire)));
}
