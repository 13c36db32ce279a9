using System.Text.Json.Serialization;

namespace AdaptiveCards;

/// <summary>How a background image covers its area.</summary>
[JsonConverter(typeof(EnumName<AdaptiveImageFillMode>))]
public enum AdaptiveImageFillMode
{
    Cover = 0, RepeatHorizontally = 1, RepeatVertically = 2, Repeat = 3
}
