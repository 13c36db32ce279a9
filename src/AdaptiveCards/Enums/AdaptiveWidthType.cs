using System.Text.Json.Serialization;

namespace AdaptiveCards;

/// <summary>The kind of an <see cref="AdaptiveWidth"/>.</summary>
[JsonConverter(typeof(EnumName<AdaptiveWidthType>))]
public enum AdaptiveWidthType
{
    Auto = 0, Stretch = 1, Pixel = 2
}
