using System.Text.Json;
using System.Text.Json.Serialization;

namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>A dialog stack as JSON, in one pass over the bytes either way.</summary>
internal sealed class DialogStateConverter : JsonConverter<DialogState>
{
    public override DialogState Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var state = new DialogState();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isStack = reader.ValueTextEquals("dialogStack"u8);
            reader.Read();
            if (!isStack || reader.TokenType != JsonTokenType.StartArray)
            {
                reader.Skip();
                continue;
            }

            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                state.DialogStack.Add(DialogInstanceConverter.ReadOne(ref reader, options));
        }

        return state;
    }

    public override void Write(Utf8JsonWriter writer, DialogState value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteStartArray("dialogStack"u8);
        foreach (var instance in value.DialogStack)
            DialogInstanceConverter.WriteOne(writer, instance, options);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
