using System.Text.Json.Serialization;

namespace AdaptiveCards;

/// <summary>How large an image is drawn; the host sets the pixels.</summary>
[JsonConverter(typeof(EnumName<AdaptiveImageSize>))]
public enum AdaptiveImageSize
{
    Auto = 0, Stretch = 1, Small = 2, Medium = 3, Large = 4
}
