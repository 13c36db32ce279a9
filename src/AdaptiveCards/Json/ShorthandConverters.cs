using System.Text.Json;
using System.Text.Json.Serialization;
using static AdaptiveCards.AdaptiveFallbackElement;

namespace AdaptiveCards;

/// <summary>Objects that JSON may also give as a bare string.</summary>
internal abstract class ShorthandConverter<T> : JsonConverter<T> where T : class
{
    protected abstract T FromText(string text);

    protected abstract T FromObject(ref Utf8JsonReader reader);

    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
    {
        JsonTokenType.String => FromText(reader.GetString()),
        JsonTokenType.StartObject => FromObject(ref reader),
        _ => throw new JsonException("Expected a string or an object."),
    };

    protected static TOther ReadAs<TOther>(ref Utf8JsonReader reader) where TOther : class =>
        (TOther)JsonSerializer.Deserialize(ref reader, Wire.Options.GetTypeInfo(typeof(TOther)));

    protected static void WriteAs(Utf8JsonWriter writer, object value, Type type) =>
        JsonSerializer.Serialize(writer, value, Wire.Options.GetTypeInfo(type));
}

internal sealed class FallbackConverter : ShorthandConverter<AdaptiveFallbackElement>
{
    protected override AdaptiveFallbackElement FromText(string text) =>
        text.Equals("drop", StringComparison.OrdinalIgnoreCase) ? new(AdaptiveFallbackType.Drop) : throw new JsonException("A fallback is \"drop\" or an element.");

    protected override AdaptiveFallbackElement FromObject(ref Utf8JsonReader reader) => new(ReadAs<AdaptiveTypedElement>(ref reader));

    public override void Write(Utf8JsonWriter writer, AdaptiveFallbackElement value, JsonSerializerOptions options)
    {
        if (value.Type == AdaptiveFallbackType.Content)
            WriteAs(writer, value.Content, typeof(AdaptiveTypedElement));
        else
            writer.WriteStringValue("drop");
    }
}

internal sealed class BackgroundImageConverter : ShorthandConverter<AdaptiveBackgroundImage>
{
    protected override AdaptiveBackgroundImage FromText(string text) => new() { UrlString = text };

    protected override AdaptiveBackgroundImage FromObject(ref Utf8JsonReader reader) => ReadAs<AdaptiveBackgroundImage>(ref reader);

    public override void Write(Utf8JsonWriter writer, AdaptiveBackgroundImage value, JsonSerializerOptions options)
    {
        if (value.HasDefaultValues())
            writer.WriteStringValue(value.UrlString);
        else
            WriteAs(writer, value, typeof(AdaptiveBackgroundImage));
    }
}

internal sealed class InlineConverter : ShorthandConverter<AdaptiveInline>
{
    protected override AdaptiveInline FromText(string text) => new AdaptiveTextRun(text);

    protected override AdaptiveInline FromObject(ref Utf8JsonReader reader)
    {
        var at = reader;
        var type = JsonElement.ParseValue(ref at).TryGetProperty("type", out var named) && named.ValueKind == JsonValueKind.String ? named.GetString() : null;
        return type switch
        {
            null => throw new JsonException("The object has no type."),
            AdaptiveTextRun.TypeName => ReadAs<AdaptiveTextRun>(ref reader),
            _ => ReadAs<UnknownInline>(ref reader),
        };
    }

    public override void Write(Utf8JsonWriter writer, AdaptiveInline value, JsonSerializerOptions options) => WriteAs(writer, value, value.GetType());
}

internal sealed class TargetElementConverter : ShorthandConverter<AdaptiveTargetElement>
{
    protected override AdaptiveTargetElement FromText(string text) => new(text);

    protected override AdaptiveTargetElement FromObject(ref Utf8JsonReader reader)
    {
        var json = JsonElement.ParseValue(ref reader);
        if (!json.TryGetProperty("elementId", out var id) || id.ValueKind != JsonValueKind.String)
            throw new JsonException("A target element has no elementId.");
        var target = new AdaptiveTargetElement(id.GetString());
        if (json.TryGetProperty("isVisible", out var visible) && visible.ValueKind is JsonValueKind.True or JsonValueKind.False)
            target.IsVisible = visible.GetBoolean();
        return target;
    }

    public override void Write(Utf8JsonWriter writer, AdaptiveTargetElement value, JsonSerializerOptions options)
    {
        if (value.IsVisible is not { } visible)
        {
            writer.WriteStringValue(value.ElementId);
            return;
        }
        writer.WriteStartObject();
        writer.WriteString("elementId", value.ElementId);
        writer.WriteBoolean("isVisible", visible);
        writer.WriteEndObject();
    }
}

/// <summary>A run of a type that this library does not know; kept and written back.</summary>
internal sealed class UnknownInline : AdaptiveInline
{
    public override string Type { get; set; }
}
