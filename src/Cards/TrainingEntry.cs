using AdaptiveCards;
using static SupportBot.Cards.CardPieces;

namespace SupportBot.Cards;

/// <summary>A course or a date in a list.</summary>
/// <param name="Choice">What comes back, and what it is called: from content, or a moment.</param>
/// <param name="Below">When, where and how many seats; a place is typed by staff.</param>
public sealed record TrainingEntry(CardChoice Choice, string Below);

/// <summary>Lists of trainings: all of them are read first, and one is picked below.</summary>
internal static class TrainingEntries
{
    /// <summary>Nobody reads more in a chat.</summary>
    public const int Most = 12;

    public static IEnumerable<AdaptiveElement> Of(IEnumerable<TrainingEntry> entries, int longest) => entries.Take(Most).SelectMany<TrainingEntry, AdaptiveElement>(e =>
    [
        new AdaptiveRichTextBlock { Spacing = AdaptiveSpacing.Medium, Inlines = { Run(e.Choice.Label, bold: true, Math.Min(longest, PlainText.Longest)) } },
        Below(e.Below, longest: Math.Min(longest, PlainText.Longest)),
    ]);

    /// <summary>The list to pick from; what is only one is picked already.</summary>
    public static AdaptiveChoiceSetInput Picker(string label, string pickError, IReadOnlyList<TrainingEntry> entries, int longest)
    {
        var list = Choosing.List(CardVerbs.AnswerInput, PlainText.Unmarked(label, Math.Min(longest, 300)), entries.Take(Most).Select(e => (e.Choice.Id, e.Choice.Label)), several: false, longest);
        list.IsRequired = true;
        list.ErrorMessage = PlainText.Unmarked(pickError, Math.Min(longest, PlainText.Longest));
        if (entries.Count == 1) list.Value = entries[0].Choice.Id;
        return list;
    }
}
