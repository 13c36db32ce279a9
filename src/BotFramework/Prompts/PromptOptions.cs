using System.Text.Json.Serialization;
using Microsoft.Bot.Builder.Dialogs.Choices;
using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>What a prompt is begun with. It is kept in the conversation's state until the prompt ends: keep it small.</summary>
public class PromptOptions
{
    /// <summary>The question.</summary>
    [JsonPropertyName("prompt")]
    public Activity Prompt { get; set; }

    /// <summary>The question asked after an answer that was not understood; <see cref="Prompt"/> when null.</summary>
    [JsonPropertyName("retryPrompt")]
    public Activity RetryPrompt { get; set; }

    [JsonPropertyName("choices")]
    public IList<Choice> Choices { get; set; }

    /// <summary>How to show the choices; the prompt's own style when null.</summary>
    [JsonPropertyName("style")]
    public ListStyle? Style { get; set; }

    /// <summary>Anything the validator wants to know. After a round trip through a store it is what JSON made of it.</summary>
    [JsonPropertyName("validations")]
    public object Validations { get; set; }

    /// <summary>The language answers are understood in, when it is not the activity's.</summary>
    [JsonPropertyName("recognizeLanguage")]
    public string RecognizeLanguage { get; set; }
}
