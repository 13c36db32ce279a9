using System.Text.Json;
using System.Text.Json.Serialization;

namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>One dialog of a stack as JSON.</summary>
internal sealed class DialogInstanceConverter : JsonConverter<DialogInstance>
{
    public override DialogInstance Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        => ReadOne(ref reader, options);

    public override void Write(Utf8JsonWriter writer, DialogInstance value, JsonSerializerOptions options)
        => WriteOne(writer, value, options);

    public static DialogInstance ReadOne(ref Utf8JsonReader reader, JsonSerializerOptions options)
    {
        var instance = new DialogInstance();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("id"u8))
            {
                reader.Read();
                instance.Id = reader.GetString();
            }
            else if (reader.ValueTextEquals("version"u8))
            {
                reader.Read();
                instance.Version = reader.GetString();
            }
            else if (reader.ValueTextEquals("stackIndex"u8))
            {
                reader.Read();
                instance.StackIndex = reader.TokenType == JsonTokenType.Null ? null : reader.GetInt32();
            }
            else if (reader.ValueTextEquals("state"u8))
            {
                reader.Read();
                instance.State = reader.TokenType == JsonTokenType.Null ? null : PersistedJson.ReadMap(ref reader, options);
            }
            else
            {
                reader.Skip();
            }
        }

        instance.State ??= new Dictionary<string, object>();
        return instance;
    }

    public static void WriteOne(Utf8JsonWriter writer, DialogInstance instance, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteString("id"u8, instance.Id);
        writer.WriteStartObject("state"u8);
        foreach (var (key, value) in instance.State)
        {
            writer.WritePropertyName(key);
            PersistedJson.Write(writer, value, options);
        }

        writer.WriteEndObject();
        if (instance.StackIndex is { } index)
            writer.WriteNumber("stackIndex"u8, index);
        if (instance.Version != null)
            writer.WriteString("version"u8, instance.Version);
        writer.WriteEndObject();
    }
}
