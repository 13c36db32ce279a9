using System.Text.Json.Serialization;

namespace AdaptiveCards;

/// <summary>Shows and hides elements.</summary>
public class AdaptiveToggleVisibilityAction : AdaptiveAction
{
    public const string TypeName = "Action.ToggleVisibility";

    public override string Type { get; set; } = TypeName;

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public List<AdaptiveTargetElement> TargetElements { get; set; } = [];
}
