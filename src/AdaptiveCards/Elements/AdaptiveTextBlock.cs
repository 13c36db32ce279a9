using System.Text.Json.Serialization;

namespace AdaptiveCards;

/// <summary>Text. Hosts read Markdown in it, so words of a person belong in an <see cref="AdaptiveTextRun"/> instead.</summary>
public class AdaptiveTextBlock : AdaptiveElement, IAdaptiveTextElement
{
    public const string TypeName = "TextBlock";

    public AdaptiveTextBlock()
    {
    }

    public AdaptiveTextBlock(string text) => Text = text;

    public override string Type { get; set; } = TypeName;

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string Text { get; set => field = value ?? ""; } = "";

    public AdaptiveTextSize Size { get; set; }

    public AdaptiveTextWeight Weight { get; set; }

    public AdaptiveTextColor Color { get; set; }

    public bool IsSubtle { get; set; }

    /// <summary>No member of the 1.5 schema for a text block; a text run has it.</summary>
    public bool Italic { get; set; }

    /// <summary>No member of the 1.5 schema for a text block; a text run has it.</summary>
    public bool Strikethrough { get; set; }

    public AdaptiveHorizontalAlignment HorizontalAlignment { get; set; }

    public bool Wrap { get; set; }

    /// <summary>The most lines shown; 0 for no limit.</summary>
    public int MaxLines { get; set; }

    public AdaptiveFontType FontType { get; set; }

    public AdaptiveTextBlockStyle Style { get; set; }
}
