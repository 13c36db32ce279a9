using System.Text.Json.Serialization;
using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder.Dialogs.Choices;

/// <summary>One thing a person may pick.</summary>
public class Choice
{
    public Choice(string value = null) => Value = value;

    /// <summary>What is returned when it is picked.</summary>
    [JsonPropertyName("value")]
    public string Value { get; set; }

    /// <summary>The button to show instead of one made of the value.</summary>
    [JsonPropertyName("action")]
    public CardAction Action { get; set; }

    /// <summary>Other words a person may use for it.</summary>
    [JsonPropertyName("synonyms")]
    public List<string> Synonyms { get; set; }
}
