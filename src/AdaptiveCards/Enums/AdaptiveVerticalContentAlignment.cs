using System.Text.Json.Serialization;

namespace AdaptiveCards;

/// <summary>Where content sits from top to bottom of its container.</summary>
[JsonConverter(typeof(EnumName<AdaptiveVerticalContentAlignment>))]
public enum AdaptiveVerticalContentAlignment
{
    Top = 0, Center = 1, Bottom = 2
}
