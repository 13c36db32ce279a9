using System.Text.Json.Serialization;

namespace AdaptiveCards;

/// <summary>Which inputs travel with a submit: those of the card, or none.</summary>
[JsonConverter(typeof(EnumName<AdaptiveAssociatedInputs>))]
public enum AdaptiveAssociatedInputs
{
    Auto = 0, None = 1
}
