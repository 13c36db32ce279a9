using System.Text.Json;
using System.Text.Json.Serialization;
using SupportBot.Cases;

namespace SupportBot.Protocols;

/// <summary>A run as text. It holds people's words: whoever stores it seals it.</summary>
public static class ProtocolRunJson
{
    public static string Write(ProtocolRun run) => JsonSerializer.Serialize(run, RunJsonContext.Default.ProtocolRun);

    /// <exception cref="JsonException">the text is not a run</exception>
    public static ProtocolRun Read(string json) =>
        JsonSerializer.Deserialize(json, RunJsonContext.Default.ProtocolRun) ?? throw new JsonException("The text is no run.");
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(PersonTextJson)])]
[JsonSerializable(typeof(ProtocolRun))]
internal sealed partial class RunJsonContext : JsonSerializerContext;

internal sealed class PersonTextJson : JsonConverter<PersonText>
{
    public override PersonText Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        new(reader.GetString() ?? "");

    public override void Write(Utf8JsonWriter writer, PersonText value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Reveal());
}
