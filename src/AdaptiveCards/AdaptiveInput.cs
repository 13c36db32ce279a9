namespace AdaptiveCards;

/// <summary>A field of a card. <see cref="AdaptiveTypedElement.Id"/> is needed: the answer comes back under it.</summary>
public abstract class AdaptiveInput : AdaptiveElement
{
    public bool IsRequired { get; set; }

    public string Label { get; set; }

    /// <summary>Shown when what was entered does not pass the field's own rules.</summary>
    public string ErrorMessage { get; set; }

    /// <summary>What stands in the field's place where a card cannot be filled in.</summary>
    public abstract string GetNonInteractiveValue();
}
