using System.Text.Json.Serialization;

namespace AdaptiveCards;

/// <summary>Text in runs. No host reads Markdown in it.</summary>
public class AdaptiveRichTextBlock : AdaptiveElement
{
    public const string TypeName = "RichTextBlock";

    public override string Type { get; set; } = TypeName;

    public AdaptiveHorizontalAlignment HorizontalAlignment { get; set; }

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public List<AdaptiveInline> Inlines { get; set; } = [];
}
