using System.Text.Json.Serialization;

namespace AdaptiveCards;

/// <summary>The size of text.</summary>
[JsonConverter(typeof(EnumName<AdaptiveTextSize>))]
public enum AdaptiveTextSize
{
    Default = 0, Normal = 0, Small = 1, Medium = 2, Large = 3, ExtraLarge = 4
}
