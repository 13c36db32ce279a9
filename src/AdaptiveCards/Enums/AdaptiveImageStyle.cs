using System.Text.Json.Serialization;

namespace AdaptiveCards;

/// <summary>How an image is cropped; Person is a circle.</summary>
[JsonConverter(typeof(EnumName<AdaptiveImageStyle>))]
public enum AdaptiveImageStyle
{
    Default = 0, Normal = 0, Person = 1
}
