namespace AdaptiveCards;

/// <summary>Asks for one choice or several.</summary>
public class AdaptiveChoiceSetInput : AdaptiveInput
{
    public const string TypeName = "Input.ChoiceSet";

    public override string Type { get; set; } = TypeName;

    /// <summary>The chosen values, joined by commas.</summary>
    public string Value { get; set; }

    public AdaptiveChoiceInputStyle Style { get; set; }

    public bool IsMultiSelect { get; set; }

    public List<AdaptiveChoice> Choices { get; set; } = [];

    public bool Wrap { get; set; }

    public string Placeholder { get; set; }

    public override string GetNonInteractiveValue()
    {
        var chosen = (Value ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries);
        var titles = Choices.Where(c => chosen.Contains(c.Value)).Select(c => c.Title);
        return string.Join(", ", titles) is { Length: > 0 } text ? text : $"*[{Placeholder}]*";
    }
}
