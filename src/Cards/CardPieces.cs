using System.Globalization;
using AdaptiveCards;

namespace SupportBot.Cards;

/// <summary>
/// What cards are put together from. Text that comes from outside this room is only ever given to <see cref="Title"/> and
/// <see cref="Line"/>, which put it into runs: hosts read Markdown in text blocks and facts, and never in runs.
/// </summary>
internal static class CardPieces
{
    public static AdaptiveCard NewCard(string fallbackText, string speak) => new("1.5")
    {
        FallbackText = fallbackText,
        Speak = speak,
        Lang = "en",
    };

    /// <summary>The coloured band on top: what this is, in our own words.</summary>
    public static AdaptiveContainer Band(AdaptiveContainerStyle style, string heading, string below) => new()
    {
        Style = style,
        Bleed = true,
        Items =
        {
            new AdaptiveTextBlock(heading) { Style = AdaptiveTextBlockStyle.Heading, Size = AdaptiveTextSize.Large, Weight = AdaptiveTextWeight.Bolder, Wrap = true },
            new AdaptiveTextBlock(below) { Wrap = true, Spacing = AdaptiveSpacing.None },
        },
    };

    /// <summary>The largest line under the band.</summary>
    public static AdaptiveRichTextBlock Title(string text) => new()
    {
        Spacing = AdaptiveSpacing.Medium,
        Inlines = { new AdaptiveTextRun(PlainText.Of(text)) { Size = AdaptiveTextSize.Large, Weight = AdaptiveTextWeight.Bolder } },
    };

    /// <summary>A label and its value on one line, so that a screen reader reads them together.</summary>
    public static AdaptiveRichTextBlock Line(string label, string text, bool first = false) => new()
    {
        Spacing = first ? AdaptiveSpacing.Small : AdaptiveSpacing.None,
        Inlines = { new AdaptiveTextRun($"{label}: "), new AdaptiveTextRun(PlainText.Of(text)) { Weight = AdaptiveTextWeight.Bolder } },
    };

    /// <summary>
    /// A moment by the reader's own clock, and how far off it was when the card was made. The clock stays right when the
    /// words have grown old, and tells a reader that they have.
    /// </summary>
    public static AdaptiveTextBlock Moment(string label, DateTimeOffset moment, string words)
    {
        var utc = moment.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
        return new($"{label} {{{{DATE({utc}, SHORT)}}}} {{{{TIME({utc})}}}} ({words})") { Wrap = true, Spacing = AdaptiveSpacing.None };
    }

    /// <summary>A case number that is read letter by letter.</summary>
    public static string Spelled(string caseNumber) => string.Join(' ', caseNumber.Where(char.IsLetterOrDigit));
}
