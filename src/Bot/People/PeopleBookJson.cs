using System.Text.Json;
using System.Text.Json.Serialization;
using SupportBot.Directory;

namespace SupportBot.Bot;

/// <summary>The book of people as bytes.</summary>
internal static class PeopleBookJson
{
    public static byte[] Write(PeopleBook book) => JsonSerializer.SerializeToUtf8Bytes(book, PeopleBookContext.Default.PeopleBook);

    /// <exception cref="JsonException">It is none.</exception>
    public static PeopleBook Read(ReadOnlyMemory<byte> content) =>
        JsonSerializer.Deserialize(content.Span, PeopleBookContext.Default.PeopleBook) ?? throw new JsonException("The kept list of people is empty.");
}

[JsonSerializable(typeof(PeopleBook))]
internal sealed partial class PeopleBookContext : JsonSerializerContext;
