using System.Text.Json.Serialization;

namespace AdaptiveCards;

/// <summary>One choice of an <see cref="AdaptiveChoiceSetInput"/>.</summary>
public class AdaptiveChoice
{
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string Title { get; set => field = value ?? ""; } = "";

    /// <summary>What is sent back. It must hold no comma where several may be chosen: they come back joined by commas.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string Value { get; set => field = value ?? ""; } = "";
}
