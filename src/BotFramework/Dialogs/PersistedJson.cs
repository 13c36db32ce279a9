using System.Collections;
using System.Text.Json;

namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>
/// The values of a dialog's state as JSON. Texts, numbers, truth values, lists and maps stand as they are; an object
/// of a known type is written as <c>{"$type": name, "$value": ...}</c> so that it comes back as that type. JSON that
/// a person may have sent is always wrapped, so that no name in it is ever taken for a type.
/// </summary>
internal static class PersistedJson
{
    private const string Json = "json";
    private const string Map = "map";

    public static void Write(Utf8JsonWriter writer, object value, JsonSerializerOptions options)
    {
        switch (value)
        {
            case null: writer.WriteNullValue(); break;
            case string text: writer.WriteStringValue(text); break;
            case bool truth: writer.WriteBooleanValue(truth); break;
            case int number: writer.WriteNumberValue(number); break;
            case long number: writer.WriteNumberValue(number); break;
            case double number when double.IsFinite(number): writer.WriteNumberValue(number); break;
            case IDictionary<string, object> map: WriteMap(writer, map, options); break;
            case JsonElement element: WriteElement(writer, element); break;
            case IList<object> list: WriteList(writer, list, options); break;
            default: WriteObject(writer, value, options); break;
        }
    }

    public static void WriteMap(Utf8JsonWriter writer, IDictionary<string, object> map, JsonSerializerOptions options)
    {
        var wrapped = map.ContainsKey("$type");
        if (wrapped)
            Open(writer, Map);
        writer.WriteStartObject();
        foreach (var (key, value) in map)
        {
            writer.WritePropertyName(key);
            Write(writer, value, options);
        }

        writer.WriteEndObject();
        if (wrapped)
            writer.WriteEndObject();
    }

    /// <summary>Reads the value at the reader's token and leaves the reader on its last token.</summary>
    public static object Read(ref Utf8JsonReader reader, JsonSerializerOptions options)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.String: return reader.GetString();
            case JsonTokenType.True: return true;
            case JsonTokenType.False: return false;
            case JsonTokenType.Null: return null;
            case JsonTokenType.Number: return reader.TryGetInt64(out var whole) ? whole : reader.GetDouble();
            case JsonTokenType.StartArray: return ReadList(ref reader, options);
        }

        var ahead = reader;
        ahead.Read();
        return ahead.TokenType == JsonTokenType.PropertyName && ahead.ValueTextEquals("$type"u8) ? ReadTyped(ref reader, options) : ReadMap(ref reader, options);
    }

    /// <summary>Reads an object, whatever its members are called, as a map.</summary>
    public static Dictionary<string, object> ReadMap(ref Utf8JsonReader reader, JsonSerializerOptions options)
    {
        var map = new Dictionary<string, object>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var key = reader.GetString();
            reader.Read();
            map[key] = Read(ref reader, options);
        }

        return map;
    }

    private static List<object> ReadList(ref Utf8JsonReader reader, JsonSerializerOptions options)
    {
        var list = new List<object>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            list.Add(Read(ref reader, options));
        return list;
    }

    private static object ReadTyped(ref Utf8JsonReader reader, JsonSerializerOptions options)
    {
        reader.Read();
        reader.Read();
        var name = reader.GetString();
        reader.Read();
        reader.Read();
        object value;
        if (name == Map)
            value = ReadMap(ref reader, options);
        else if (name != Json && PersistedTypes.Find(name) is { } type)
            value = JsonSerializer.Deserialize(ref reader, type, options);
        else
            value = JsonElement.ParseValue(ref reader);
        reader.Read();
        return value;
    }

    private static void WriteList(Utf8JsonWriter writer, IList<object> list, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        foreach (var item in list)
            Write(writer, item, options);
        writer.WriteEndArray();
    }

    private static void WriteElement(Utf8JsonWriter writer, JsonElement element)
    {
        if (element.ValueKind is JsonValueKind.Object or JsonValueKind.Array)
        {
            Open(writer, Json);
            element.WriteTo(writer);
            writer.WriteEndObject();
        }
        else if (element.ValueKind == JsonValueKind.Undefined)
        {
            writer.WriteNullValue();
        }
        else
        {
            element.WriteTo(writer);
        }
    }

    private static void WriteObject(Utf8JsonWriter writer, object value, JsonSerializerOptions options)
    {
        var type = value.GetType();
        var plain = type.IsPrimitive || type.IsEnum || value is decimal or DateTime or DateTimeOffset or DateOnly or TimeOnly or TimeSpan or Guid or Uri;
        if (plain)
        {
            JsonSerializer.Serialize(writer, value, type, options);
            return;
        }

        Open(writer, PersistedTypes.NameOf(type) ?? (value is IDictionary ? Map : Json));
        JsonSerializer.Serialize(writer, value, type, options);
        writer.WriteEndObject();
    }

    private static void Open(Utf8JsonWriter writer, string name)
    {
        writer.WriteStartObject();
        writer.WriteString("$type"u8, name);
        writer.WritePropertyName("$value"u8);
    }
}
