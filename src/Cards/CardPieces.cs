using System.Globalization;
using AdaptiveCards;

namespace SupportBot.Cards;

/// <summary>
/// What cards are put together from. Text that comes from outside this room goes into runs, because hosts read Markdown in
/// text blocks and facts and never in runs. Only <see cref="Heading"/> takes text of content, without its marks.
/// </summary>
internal static class CardPieces
{
    /// <summary>The longest sentence that is said or read out where the card is not drawn.</summary>
    private const int LongestSaid = 500;

    /// <summary>A card in the program's own words.</summary>
    public static AdaptiveCard NewCard(ICardWords words, string fallbackText, string speak) => new("1.5")
    {
        FallbackText = PlainText.Unmarked(fallbackText, LongestSaid),
        Speak = PlainText.Unmarked(speak, LongestSaid),
        Lang = words.Language,
    };

    /// <summary>A card about a case, which clients bring up to date by themselves.</summary>
    public static AdaptiveCard NewCard(CaseLink link, ICardWords words, string fallbackText, string speak)
    {
        var card = NewCard(words, fallbackText, speak);
        card.Refresh = link.Refresh();
        return card;
    }

    /// <summary>Says at the end of a card that nobody has checked its translation; nothing where somebody has.</summary>
    public static IEnumerable<AdaptiveElement> Mark(ICardWords words)
    {
        if (words.Unchecked is { } note) yield return new AdaptiveRichTextBlock { Spacing = AdaptiveSpacing.Medium, Inlines = { new AdaptiveTextRun(PlainText.Of(note)) { Italic = true } } };
    }

    /// <summary>The coloured band on top: what this is, in the program's own words.</summary>
    public static AdaptiveContainer Band(AdaptiveContainerStyle style, string heading, string below)
    {
        var band = Band(style, heading);
        band.Items.Add(Below(below));
        return band;
    }

    /// <summary>The coloured band with a heading from content, or from us.</summary>
    public static AdaptiveContainer Band(AdaptiveContainerStyle style, string heading) => new()
    {
        Style = style,
        Bleed = true,
        Items = { Heading(heading) },
    };

    /// <summary>A heading, from content or from us: hosts and screen readers know it as one, so it cannot be a run.</summary>
    public static AdaptiveTextBlock Heading(string text, int longest = 300) => new(PlainText.Unmarked(text, Math.Min(longest, 300)))
    {
        Style = AdaptiveTextBlockStyle.Heading,
        Size = AdaptiveTextSize.Large,
        Weight = AdaptiveTextWeight.Bolder,
        Wrap = true,
    };

    /// <summary>The largest line under the band.</summary>
    public static AdaptiveRichTextBlock Title(string text, int longest = PlainText.Longest) => new()
    {
        Spacing = AdaptiveSpacing.Medium,
        Inlines = { new AdaptiveTextRun(PlainText.Of(text, Math.Min(longest, PlainText.Longest))) { Size = AdaptiveTextSize.Large, Weight = AdaptiveTextWeight.Bolder } },
    };

    /// <summary>A label and its value on one line, so that a screen reader reads them together.</summary>
    public static AdaptiveRichTextBlock Line(string label, string text, bool first = false, int longest = PlainText.Longest) => new()
    {
        Spacing = first ? AdaptiveSpacing.Small : AdaptiveSpacing.None,
        Inlines = { new AdaptiveTextRun($"{PlainText.Of(label)}: "), Run(text, bold: true, Math.Min(longest, PlainText.Longest)) },
    };

    /// <summary>One line of text, close under what stands above it.</summary>
    public static AdaptiveRichTextBlock Below(string text, bool bold = false, int longest = PlainText.Longest) =>
        new() { Spacing = AdaptiveSpacing.None, Inlines = { Run(text, bold, longest) } };

    public static AdaptiveTextRun Run(string text, bool bold = false, int longest = PlainText.Longest) =>
        new(PlainText.Of(text, longest)) { Weight = bold ? AdaptiveTextWeight.Bolder : AdaptiveTextWeight.Default };

    /// <summary>
    /// A moment by the reader's own clock, and how far off it was when the card was made. The clock stays right when the
    /// words have grown old, and tells a reader that they have.
    /// </summary>
    public static AdaptiveTextBlock Moment(string label, DateTimeOffset moment, string words)
    {
        var utc = moment.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
        return new($"{PlainText.Unmarked(label)} {{{{DATE({utc}, SHORT)}}}} {{{{TIME({utc})}}}} ({PlainText.Unmarked(words)})") { Wrap = true, Spacing = AdaptiveSpacing.None };
    }

    /// <summary>A case number that is read letter by letter.</summary>
    public static string Spelled(string caseNumber) => string.Join(' ', caseNumber.Where(char.IsLetterOrDigit));

    /// <summary>The school, or that none is known.</summary>
    public static string SchoolOr(string name, ICardWords words) => name.Length == 0 ? words["staff.school-unknown"] : name;
}
