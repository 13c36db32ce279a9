namespace AdaptiveCards;

/// <summary>What a text block and a text run have in common.</summary>
public interface IAdaptiveTextElement
{
    AdaptiveTextSize Size { get; set; }

    AdaptiveTextWeight Weight { get; set; }

    AdaptiveTextColor Color { get; set; }

    bool IsSubtle { get; set; }

    string Text { get; set; }

    AdaptiveFontType FontType { get; set; }
}
