using System.Text.Json.Serialization;

namespace AdaptiveCards;

/// <summary>Where the content of table cells sits across the cell.</summary>
[JsonConverter(typeof(EnumName<AdaptiveHorizontalContentAlignment>))]
public enum AdaptiveHorizontalContentAlignment
{
    Left = 0, Center = 1, Right = 2
}
