using System.Text.Json.Serialization;

namespace AdaptiveCards;

/// <summary>The colour of text.</summary>
[JsonConverter(typeof(EnumName<AdaptiveTextColor>))]
public enum AdaptiveTextColor
{
    Default = 0, Dark = 1, Light = 2, Accent = 3, Good = 4, Warning = 5, Attention = 6
}
