using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace AdaptiveCards;

/// <summary>Data of the caller's own. Read as <see cref="JsonElement"/>; written as it is, or by its own properties.</summary>
internal sealed class FreeFormConverter : JsonConverter<object>
{
    public static string ToJson(object data) => data is null ? null : JsonSerializer.Serialize(data, Wire.Options.GetTypeInfo(typeof(object)));

    public static object FromJson(string json) => json is null ? null : JsonElement.Parse(json);

    public override object Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => JsonElement.ParseValue(ref reader);

    public override void Write(Utf8JsonWriter writer, object value, JsonSerializerOptions options)
    {
        if (value is JsonElement element)
            element.WriteTo(writer);
        else if (value is JsonNode node)
            node.WriteTo(writer);
        else if (value is string text)
            writer.WriteStringValue(text);
        else
            JsonSerializer.Serialize(writer, value, value.GetType(), Wire.FreeForm);
    }
}
