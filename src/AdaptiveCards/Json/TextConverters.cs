using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace AdaptiveCards;

/// <summary>Values that are one JSON string or number. What does not parse is an error of the JSON, with its place.</summary>
internal abstract class TextConverter<T>(string expected) : JsonConverter<T>
{
    protected abstract T Parse(string text);

    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var text = reader.TokenType switch
        {
            JsonTokenType.String => reader.GetString(),
            JsonTokenType.Number => reader.GetDouble().ToString(CultureInfo.InvariantCulture),
            _ => throw new JsonException($"Expected {expected}."),
        };
        try
        {
            return Parse(text);
        }
        catch (Exception e) when (e is FormatException or AdaptiveException)
        {
            throw new JsonException($"Expected {expected}.", e);
        }
    }

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}

internal sealed class HeightConverter() : TextConverter<AdaptiveHeight>("auto, stretch or pixels such as 80px")
{
    protected override AdaptiveHeight Parse(string text) => new(text);
}

internal sealed class WidthConverter() : TextConverter<AdaptiveWidth>("auto, stretch, pixels such as 80px, or a weight such as 2")
{
    protected override AdaptiveWidth Parse(string text) => new(text);

    public override void Write(Utf8JsonWriter writer, AdaptiveWidth value, JsonSerializerOptions options)
    {
        if (value.Weight is { } weight)
            writer.WriteNumberValue(weight);
        else
            base.Write(writer, value, options);
    }
}

internal sealed class SchemaVersionConverter() : TextConverter<AdaptiveSchemaVersion>("a version such as 1.5")
{
    protected override AdaptiveSchemaVersion Parse(string text) => new(text);
}
