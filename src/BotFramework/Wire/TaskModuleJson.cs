using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Bot.Schema.Teams;

namespace SupportBot.Wire;

/// <summary>Writes the answer to a dialog as the kind it is at run time; reads it as the kind that its type names.</summary>
internal sealed class TaskModuleJson : JsonConverter<TaskModuleResponseBase>
{
    public override TaskModuleResponseBase Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var element = JsonElement.ParseValue(ref reader);
        if (element.ValueKind != JsonValueKind.Object)
            throw new JsonException("The answer to a dialog is a JSON object.");
        var type = JsonValue.Text(element, "type");
        var value = JsonValue.Property(element, "value");
        return type switch
        {
            "message" => element.Deserialize<TaskModuleMessageResponse>(options),
            "continue" when JsonValue.Property(value, "tab").ValueKind == JsonValueKind.Object => element.Deserialize<TaskModuleCardResponse>(options),
            "continue" => element.Deserialize<TaskModuleContinueResponse>(options),
            _ => Other(type, element),
        };
    }

    public override void Write(Utf8JsonWriter writer, TaskModuleResponseBase value, JsonSerializerOptions options)
    {
        if (value.GetType() != typeof(TaskModuleResponseBase))
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

    private static TaskModuleResponseBase Other(string type, JsonElement element)
    {
        var response = new TaskModuleResponseBase(type);
        foreach (var member in element.EnumerateObject())
            if (member.Name != "type")
                (response.Properties ??= new Dictionary<string, JsonElement>())[member.Name] = member.Value;
        return response;
    }
}
