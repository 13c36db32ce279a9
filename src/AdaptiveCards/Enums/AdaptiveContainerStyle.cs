using System.Text.Json.Serialization;

namespace AdaptiveCards;

/// <summary>The colours of a container; each needs words beside it, because a colour alone tells nothing to many people.</summary>
[JsonConverter(typeof(EnumName<AdaptiveContainerStyle>))]
public enum AdaptiveContainerStyle
{
    Default = 0, Normal = 0, Emphasis = 1, Good = 2, Attention = 3, Warning = 4, Accent = 5
}
