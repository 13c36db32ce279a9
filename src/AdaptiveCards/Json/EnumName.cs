using System.Text.Json;
using System.Text.Json.Serialization;

namespace AdaptiveCards;

/// <summary>Writes an enum by its name in the schema and reads that name in any case.</summary>
internal sealed class EnumName<T> : JsonConverter<T> where T : struct, Enum
{
    private static readonly Dictionary<string, T> ByName = Enum.GetNames<T>()
        .SelectMany(name => new[] { (Name: name, Value: Enum.Parse<T>(name)), (Name: InSchema(name), Value: Enum.Parse<T>(name)) })
        .DistinctBy(n => n.Name.ToUpperInvariant())
        .ToDictionary(n => n.Name, n => n.Value, StringComparer.OrdinalIgnoreCase);

    // Default and Normal share a number; only "default" is in the schema, and it sorts first.
    private static readonly Dictionary<T, string> ByValue = Enum.GetNames<T>()
        .Select(InSchema).Order(StringComparer.Ordinal)
        .GroupBy(name => ByName[name])
        .ToDictionary(g => g.Key, g => g.First());

    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && ByName.TryGetValue(reader.GetString(), out var value)
            ? value
            : throw new JsonException($"Expected one of {string.Join(", ", ByValue.Values)}.");

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        writer.WriteStringValue(ByValue.TryGetValue(value, out var name) ? name : throw new JsonException($"{typeof(T).Name} has no value {value}."));

    private static string InSchema(string name) =>
        typeof(T) == typeof(AdaptiveTextBlockStyle) && name == nameof(AdaptiveTextBlockStyle.Paragraph) ? "default" : JsonNamingPolicy.CamelCase.ConvertName(name);
}
