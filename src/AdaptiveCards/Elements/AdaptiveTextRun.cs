using System.Text.Json.Serialization;

namespace AdaptiveCards;

/// <summary>A run of plain text. No host reads Markdown in it.</summary>
public class AdaptiveTextRun : AdaptiveInline, IAdaptiveTextElement
{
    public const string TypeName = "TextRun";

    public AdaptiveTextRun()
    {
    }

    public AdaptiveTextRun(string text) => Text = text;

    public override string Type { get; set; } = TypeName;

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string Text { get; set => field = value ?? ""; } = "";

    public AdaptiveTextSize Size { get; set; }

    public AdaptiveTextWeight Weight { get; set; }

    public AdaptiveTextColor Color { get; set; }

    public bool IsSubtle { get; set; }

    public bool Italic { get; set; }

    public bool Strikethrough { get; set; }

    public bool Highlight { get; set; }

    public bool Underline { get; set; }

    public AdaptiveFontType FontType { get; set; }

    public AdaptiveAction SelectAction { get; set; }
}
