using System.Text.Json;
using System.Text.Unicode;

namespace SupportBot.Wire;

/// <summary>
/// Refuses text that is not Unicode: bytes that are not UTF-8, and halves of surrogate pairs written as escapes. Parts of an activity
/// stay JSON until a bot asks for them; without this check the bot would meet such text in the middle of a turn.
/// </summary>
internal static class WellFormedText
{
    /// <exception cref="JsonException">The JSON, or a text in it, is malformed.</exception>
    public static void Require(ReadOnlySpan<byte> json)
    {
        if (!Utf8.IsValid(json))
            throw new JsonException("The JSON is not UTF-8.");
        if (json.IndexOf("\\ud"u8) >= 0 || json.IndexOf("\\uD"u8) >= 0)
            RequirePairs(json);
    }

    private static void RequirePairs(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = ActivityJson.MaxDepth });
        try
        {
            while (reader.Read())
                if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName && reader.ValueIsEscaped)
                    reader.GetString();
        }
        catch (InvalidOperationException unpaired)
        {
            throw new JsonException("A text holds half of a surrogate pair.", unpaired);
        }
    }
}
