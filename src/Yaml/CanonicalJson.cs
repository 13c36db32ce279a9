using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace SupportBot.Yaml;

/// <summary>
/// One text for one content: no white space, keys by ordinal order except where <see cref="YamlMap.KeepsOrder"/> says that
/// their order means something, comments and quoting style gone. What is hashed, pinned and resumed is this text.
/// </summary>
public static class CanonicalJson
{
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(YamlNode node)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Plain))
            Write(writer, node);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>SHA-256 of the text's UTF-8 bytes, lower-case hexadecimal, 64 characters.</summary>
    public static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    internal static YamlMap? Read(string file, string json, Faults faults)
    {
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = 64, AllowDuplicateProperties = false });
            if (Node(file, faults, document.RootElement) is YamlMap map)
                return map;
            faults.Add(new(file, 1, 1, "", "the text is not a JSON object", "restore it from the content file it was made from"));
        }
        catch (JsonException)
        {
            faults.Add(new(file, 1, 1, "", "the text is not JSON", "restore it from the content file it was made from"));
        }
        return null;
    }

    private static IEnumerable<KeyValuePair<YamlScalar, YamlNode>> InCanonicalOrder(YamlMap map) =>
        map.KeepsOrder ? map.Entries : map.Entries.OrderBy(e => e.Key.Value, StringComparer.Ordinal);

    private static void Write(Utf8JsonWriter writer, YamlNode node)
    {
        switch (node)
        {
            case YamlMap map:
                writer.WriteStartObject();
                foreach (var (key, value) in InCanonicalOrder(map))
                {
                    writer.WritePropertyName(key.Value);
                    Write(writer, value);
                }
                writer.WriteEndObject();
                break;
            case YamlList list:
                writer.WriteStartArray();
                foreach (var item in list)
                    Write(writer, item);
                writer.WriteEndArray();
                break;
            case YamlScalar scalar:
                Write(writer, scalar);
                break;
        }
    }

    private static void Write(Utf8JsonWriter writer, YamlScalar scalar)
    {
        switch (scalar.ScalarKind)
        {
            case ScalarKind.Number when decimal.TryParse(scalar.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number):
                writer.WriteNumberValue(number / 1.000000000000000000000000000000m); // 1.50 and 1.5 are one number
                break;
            case ScalarKind.Flag:
                writer.WriteBooleanValue(scalar.Value[0] is 't' or 'T');
                break;
            case ScalarKind.Nothing:
                writer.WriteNullValue();
                break;
            default:
                writer.WriteStringValue(scalar.Value);
                break;
        }
    }

    private static YamlNode Node(string file, Faults faults, JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                var map = new YamlMap(file, 1, 1, faults);
                foreach (var property in element.EnumerateObject())
                    map.Add(new YamlScalar(file, 1, 1, faults, property.Name, quoted: true), Node(file, faults, property.Value));
                return map;
            case JsonValueKind.Array:
                var list = new YamlList(file, 1, 1, faults);
                foreach (var item in element.EnumerateArray())
                    list.Add(Node(file, faults, item));
                return list;
            case JsonValueKind.String:
                return new YamlScalar(file, 1, 1, faults, element.GetString()!, quoted: true);
            default:
                return new YamlScalar(file, 1, 1, faults, element.GetRawText(), quoted: false);
        }
    }
}
