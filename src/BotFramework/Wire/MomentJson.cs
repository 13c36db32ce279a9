using System.Text.Json;
using System.Text.Json.Serialization;

namespace SupportBot.Wire;

/// <summary>ISO 8601 times. One without an offset is UTC, whatever the time zone of this machine; an empty text is no time.</summary>
internal sealed class MomentJson : JsonConverter<DateTimeOffset?>
{
    public override DateTimeOffset? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.Null)
            return null;
        if (reader.TokenType != JsonTokenType.String)
            throw new JsonException("A time is an ISO 8601 string.");
        if (reader.ValueTextEquals(ReadOnlySpan<byte>.Empty))
            return null;
        if (!reader.TryGetDateTime(out var moment))
            throw new JsonException("A time is an ISO 8601 string.");
        return moment.Kind switch
        {
            DateTimeKind.Unspecified => new DateTimeOffset(moment, TimeSpan.Zero),
            DateTimeKind.Utc => new DateTimeOffset(moment),
            _ => reader.GetDateTimeOffset(),
        };
    }

    public override void Write(Utf8JsonWriter writer, DateTimeOffset? value, JsonSerializerOptions options)
    {
        if (value is { } moment)
            writer.WriteStringValue(moment);
        else
            writer.WriteNullValue();
    }
}
