using System.Text.Json.Serialization;

namespace AdaptiveCards;

/// <summary>The kind of typeface.</summary>
[JsonConverter(typeof(EnumName<AdaptiveFontType>))]
public enum AdaptiveFontType
{
    Default = 0, Monospace = 1
}
