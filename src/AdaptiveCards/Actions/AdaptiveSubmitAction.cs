using System.Text.Json;
using System.Text.Json.Serialization;

namespace AdaptiveCards;

/// <summary>Sends the inputs to the bot as a message.</summary>
public class AdaptiveSubmitAction : AdaptiveAction
{
    public const string TypeName = "Action.Submit";

    public override string Type { get; set; } = TypeName;

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
