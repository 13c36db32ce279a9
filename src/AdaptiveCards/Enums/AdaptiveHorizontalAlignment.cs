using System.Text.Json.Serialization;

namespace AdaptiveCards;

/// <summary>Where an element sits across its container. Stretch is no value of the 1.5 schema; old hosts read it.</summary>
[JsonConverter(typeof(EnumName<AdaptiveHorizontalAlignment>))]
public enum AdaptiveHorizontalAlignment
{
    Left = 0, Center = 1, Right = 2, Stretch = 3
}
