using System.ComponentModel;
using System.Text.Json.Serialization;

namespace AdaptiveCards;

/// <summary>Something in the body of a card.</summary>
[JsonConverter(typeof(ElementConverter))]
public abstract class AdaptiveElement : AdaptiveTypedElement
{
    public AdaptiveSpacing Spacing { get; set; }

    /// <summary>Draws a line above the element.</summary>
    public bool Separator { get; set; }

    [JsonConverter(typeof(HeightConverter))]
    public AdaptiveHeight Height { get; set; } = new(AdaptiveHeightType.Auto);

    [DefaultValue(true)]
    public bool IsVisible { get; set; } = true;

    public bool ShouldSerializeHeight() => Height?.ShouldSerializeAdaptiveHeight() == true;
}
