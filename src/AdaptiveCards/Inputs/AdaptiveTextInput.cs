namespace AdaptiveCards;

/// <summary>Asks for text.</summary>
public class AdaptiveTextInput : AdaptiveInput
{
    public const string TypeName = "Input.Text";

    public override string Type { get; set; } = TypeName;

    public string Placeholder { get; set; }

    public string Value { get; set; }

    public AdaptiveTextInputStyle Style { get; set; }

    public bool IsMultiline { get; set; }

    /// <summary>The most characters taken; 0 for no limit. A hint: check again on arrival.</summary>
    public int MaxLength { get; set; }

    public AdaptiveAction InlineAction { get; set; }

    public string Regex { get; set; }

    public override string GetNonInteractiveValue() => Value ?? $"*[{Placeholder}]*";
}
