using System.Text.Json.Serialization;

namespace AdaptiveCards;

/// <summary>A column of an <see cref="AdaptiveColumnSet"/>.</summary>
public class AdaptiveColumn : AdaptiveContainer
{
    public new const string TypeName = "Column";

    public override string Type { get; set; } = TypeName;

    [JsonConverter(typeof(WidthConverter))]
    public AdaptiveWidth Width { get; set; }
}
