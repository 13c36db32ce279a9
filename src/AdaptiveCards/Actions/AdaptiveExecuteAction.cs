using System.Text.Json;
using System.Text.Json.Serialization;

namespace AdaptiveCards;

/// <summary>Sends the inputs to the bot as an invoke, which may answer with a new card.</summary>
public class AdaptiveExecuteAction : AdaptiveAction
{
    public const string TypeName = "Action.Execute";

    public override string Type { get; set; } = TypeName;

    /// <summary>What the bot is asked to do.</summary>
    public string Verb { get; set; }

    /// <summary>What is sent along: text, a dictionary, a JSON node or any object. What was read is a <see cref="JsonElement"/>.</summary>
    [JsonConverter(typeof(FreeFormConverter))]
    public object Data { get; set; }

    /// <summary><see cref="Data"/> as JSON text.</summary>
    /// <exception cref="JsonException">The text is not JSON.</exception>
    [JsonIgnore]
    public string DataJson
    {
        get => FreeFormConverter.ToJson(Data);
        set => Data = FreeFormConverter.FromJson(value);
    }

    public AdaptiveAssociatedInputs AssociatedInputs { get; set; }
}
