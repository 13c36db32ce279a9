using System.Text.Json;
using System.Text.Json.Serialization;

namespace AdaptiveCards;

/// <summary>Chooses the class to read by the object's <c>type</c>, wherever in the object that member stands.</summary>
internal abstract class ByTypeConverter<T> : JsonConverter<T> where T : class
{
    /// <summary>The class for a type name; for a name nobody knows, the class that keeps everything.</summary>
    protected abstract Type ClassOf(string typeName);

    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
            throw new JsonException("Expected an object with a type.");
        var known = ClassOf(PeekType(reader) ?? throw new JsonException("The object has no type."));
        try
        {
            return JsonSerializer.Deserialize(ref reader, Wire.Options.GetTypeInfo(known)) as T
                ?? throw new JsonException("An object of this type cannot stand here.");
        }
        catch (JsonException e)
        {
            throw JsonFault.Inside(known, e);
        }
    }

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, value, Wire.Options.GetTypeInfo(value.GetType()));

    private static string PeekType(Utf8JsonReader reader)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isType = reader.ValueTextEquals("type"u8);
            reader.Read();
            if (isType)
                return reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
            reader.Skip();
        }
        return null;
    }
}

internal sealed class ElementConverter : ByTypeConverter<AdaptiveElement>
{
    protected override Type ClassOf(string typeName) => KnownTypes.Element(typeName) ?? typeof(AdaptiveUnknownElement);
}

internal sealed class ActionConverter : ByTypeConverter<AdaptiveAction>
{
    protected override Type ClassOf(string typeName) => KnownTypes.Action(typeName) ?? typeof(AdaptiveUnknownAction);
}

internal sealed class TypedElementConverter : ByTypeConverter<AdaptiveTypedElement>
{
    protected override Type ClassOf(string typeName) =>
        KnownTypes.Element(typeName) ?? KnownTypes.Action(typeName) ?? (typeName == AdaptiveCard.TypeName ? typeof(AdaptiveCard) : typeof(AdaptiveUnknownElement));
}
