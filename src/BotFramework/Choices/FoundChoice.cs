using System.Text.Json.Serialization;

namespace Microsoft.Bot.Builder.Dialogs.Choices;

/// <summary>The choice a person picked.</summary>
public class FoundChoice
{
    [JsonPropertyName("value")]
    public string Value { get; set; }

    /// <summary>Its place in the list, from 0.</summary>
    [JsonPropertyName("index")]
    public int Index { get; set; }

    /// <summary>How sure: 1 for an exact match or a number, less for words found among others.</summary>
    [JsonPropertyName("score")]
    public float Score { get; set; }

    /// <summary>The synonym that was matched; null when it was picked by number.</summary>
    [JsonPropertyName("synonym")]
    public string Synonym { get; set; }
}
