using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Bot.Schema;

namespace SupportBot.Wire;

/// <summary>Writes an entity as the kind it is at run time; reads every kind as an <see cref="Entity"/> that keeps all members.</summary>
internal sealed class EntityJson : JsonConverter<Entity>
{
    public override Entity Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
            throw new JsonException("An entity is a JSON object.");

        var read = JsonElement.ParseValue(ref reader);
        if (!read.TryGetProperty("type"u8, out var type))
            return new Entity(null, read);
        return type.ValueKind is JsonValueKind.String or JsonValueKind.Null
            ? new Entity(type.GetString(), read)
            : throw new JsonException("The type of an entity is a string.");
    }

    public override void Write(Utf8JsonWriter writer, Entity value, JsonSerializerOptions options)
    {
        if (value.GetType() != typeof(Entity))
        {
            JsonSerializer.Serialize(writer, value, options.GetTypeInfo(value.GetType()));
            return;
        }

        writer.WriteStartObject();
        if (value.Type is not null)
            writer.WriteString("type"u8, value.Type);
        if (value.AsRead is { ValueKind: JsonValueKind.Object } read)
        {
            foreach (var member in read.EnumerateObject())
                if (!member.NameEquals("type"u8))
                    member.WriteTo(writer);
        }
        else if (value.Properties is not null)
            foreach (var (name, member) in value.Properties)
            {
                writer.WritePropertyName(name);
                member.WriteTo(writer);
            }

        writer.WriteEndObject();
    }
}
