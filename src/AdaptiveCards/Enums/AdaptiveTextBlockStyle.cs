using System.Text.Json.Serialization;

namespace AdaptiveCards;

/// <summary>What a text block is to a screen reader. Written as "default" and "heading", as the 1.5 schema has it.</summary>
[JsonConverter(typeof(EnumName<AdaptiveTextBlockStyle>))]
public enum AdaptiveTextBlockStyle
{
    Paragraph = 0, Heading = 1
}
