using System.Text.Json.Serialization;

namespace AdaptiveCards;

/// <summary>Actions in the body of a card.</summary>
public class AdaptiveActionSet : AdaptiveElement
{
    public const string TypeName = "ActionSet";

    public override string Type { get; set; } = TypeName;

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public List<AdaptiveAction> Actions { get; set; } = [];
}
