using System.Text.Json.Serialization;

namespace AdaptiveCards;

/// <summary>The weight of text.</summary>
[JsonConverter(typeof(EnumName<AdaptiveTextWeight>))]
public enum AdaptiveTextWeight
{
    Default = 0, Normal = 0, Lighter = 1, Bolder = 2
}
