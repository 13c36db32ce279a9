using System.Text.Json.Serialization;

namespace AdaptiveCards;

/// <summary>The space above an element.</summary>
[JsonConverter(typeof(EnumName<AdaptiveSpacing>))]
public enum AdaptiveSpacing
{
    Default = 0, None = 1, Small = 2, Medium = 3, Large = 4, ExtraLarge = 5, Padding = 6
}
