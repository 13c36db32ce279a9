using System.Text.Json.Serialization;

namespace AdaptiveCards;

/// <summary>Whether an action is a button or sits in the overflow menu.</summary>
[JsonConverter(typeof(EnumName<AdaptiveActionMode>))]
public enum AdaptiveActionMode
{
    Primary = 0, Secondary = 1
}
