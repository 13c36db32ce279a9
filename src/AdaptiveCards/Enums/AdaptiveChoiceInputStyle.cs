using System.Text.Json.Serialization;

namespace AdaptiveCards;

/// <summary>How choices are shown: a drop-down, all at once, or with a search box.</summary>
[JsonConverter(typeof(EnumName<AdaptiveChoiceInputStyle>))]
public enum AdaptiveChoiceInputStyle
{
    Compact = 0, Expanded = 1, Filtered = 2
}
