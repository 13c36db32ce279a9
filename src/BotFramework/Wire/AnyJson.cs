using System.Text.Json;
using System.Text.Json.Serialization;

namespace SupportBot.Wire;

/// <summary>
/// Members of type object. Read: a JsonElement for an object or array; string, bool, long or double for a single value.
/// Written: by what the value is at run time; the objects of Newtonsoft.Json's document model by the JSON text they print.
/// </summary>
internal sealed class AnyJson : JsonConverter<object>
{
    public override object Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
    {
        JsonTokenType.String => reader.GetString(),
        JsonTokenType.True => true,
        JsonTokenType.False => false,
        JsonTokenType.Number => reader.TryGetInt64(out var whole) ? whole : (object)reader.GetDouble(),
        _ => JsonElement.ParseValue(ref reader),
    };

    public override void Write(Utf8JsonWriter writer, object value, JsonSerializerOptions options)
    {
        switch (value)
        {
            case null:
                writer.WriteNullValue();
                break;
            case string text:
                writer.WriteStringValue(text);
                break;
            case bool flag:
                writer.WriteBooleanValue(flag);
                break;
            case JsonElement { ValueKind: JsonValueKind.Undefined }:
                writer.WriteNullValue();
                break;
            case JsonElement element:
                element.WriteTo(writer);
                break;
            default:
                WriteOther(writer, value, options);
                break;
        }
    }

    internal static bool IsForeignJson(object value) =>
        value.GetType().FullName is { } name && name.StartsWith("Newtonsoft.Json.Linq.", StringComparison.Ordinal);

    private static void WriteOther(Utf8JsonWriter writer, object value, JsonSerializerOptions options)
    {
        var type = value.GetType();
        if (type == typeof(object))
        {
            writer.WriteStartObject();
            writer.WriteEndObject();
        }
        else if (IsForeignJson(value))
            writer.WriteRawValue(value.ToString());
        else
            JsonSerializer.Serialize(writer, value, options.GetTypeInfo(type));
    }
}
