namespace AdaptiveCards;

/// <summary>What a host does with an element that it does not know: drop it, or show something else.</summary>
public class AdaptiveFallbackElement
{
    public AdaptiveFallbackElement() => Type = AdaptiveFallbackType.None;

    public AdaptiveFallbackElement(AdaptiveFallbackType fallbackType) => Type = fallbackType;

    public AdaptiveFallbackElement(AdaptiveTypedElement fallbackContent)
    {
        Type = AdaptiveFallbackType.Content;
        Content = fallbackContent;
    }

    public AdaptiveFallbackType Type { get; set; }

    /// <summary>The element shown instead; null unless <see cref="Type"/> is Content.</summary>
    public AdaptiveTypedElement Content { get; set; }

    public enum AdaptiveFallbackType
    {
        None, Drop, Content
    }
}
