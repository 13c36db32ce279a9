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

        var entity = new Entity();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isType = reader.ValueTextEquals("type"u8);
            var name = isType ? null : reader.GetString();
            reader.Read();
            if (!isType)
                (entity.Properties ??= new Dictionary<string, JsonElement>())[name] = JsonElement.ParseValue(ref reader);
            else if (reader.TokenType is JsonTokenType.String or JsonTokenType.Null)
                entity.Type = reader.GetString();
            else
                throw new JsonException("The type of an entity is a string.");
        }

        return entity;
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
        if (value.Properties is not null)
            foreach (var (name, member) in value.Properties)
            {
                writer.WritePropertyName(name);
                member.WriteTo(writer);
            }

        writer.WriteEndObject();
    }
}
