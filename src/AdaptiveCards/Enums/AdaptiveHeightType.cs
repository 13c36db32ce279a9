using System.Text.Json.Serialization;

namespace AdaptiveCards;

/// <summary>The kind of an <see cref="AdaptiveHeight"/>.</summary>
[JsonConverter(typeof(EnumName<AdaptiveHeightType>))]
public enum AdaptiveHeightType
{
    Auto = 0, Stretch = 1, Pixel = 2
}
