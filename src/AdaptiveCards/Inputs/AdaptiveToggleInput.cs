using System.ComponentModel;
using System.Text.Json.Serialization;

namespace AdaptiveCards;

/// <summary>Asks yes or no.</summary>
public class AdaptiveToggleInput : AdaptiveInput
{
    public const string TypeName = "Input.Toggle";

    public override string Type { get; set; } = TypeName;

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string Title { get; set => field = value ?? ""; } = "";

    [DefaultValue("true")]
    public string ValueOn { get; set; } = "true";

    [DefaultValue("false")]
    public string ValueOff { get; set; } = "false";

    public bool Wrap { get; set; }

    /// <summary><see cref="ValueOn"/> or <see cref="ValueOff"/>; null is off.</summary>
    public string Value { get; set; }

    public override string GetNonInteractiveValue() => Value is not null && Value == ValueOn ? $"X {Title}" : $"_ {Title}";
}
