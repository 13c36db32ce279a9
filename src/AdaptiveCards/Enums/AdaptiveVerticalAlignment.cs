using System.Text.Json.Serialization;

namespace AdaptiveCards;

/// <summary>Where a background image sits from top to bottom.</summary>
[JsonConverter(typeof(EnumName<AdaptiveVerticalAlignment>))]
public enum AdaptiveVerticalAlignment
{
    Top = 0, Center = 1, Bottom = 2
}
