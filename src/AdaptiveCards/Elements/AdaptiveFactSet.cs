using System.Text.Json.Serialization;

namespace AdaptiveCards;

/// <summary>Facts as a two-column list.</summary>
public class AdaptiveFactSet : AdaptiveElement
{
    public const string TypeName = "FactSet";

    public override string Type { get; set; } = TypeName;

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public List<AdaptiveFact> Facts { get; set; } = [];
}
