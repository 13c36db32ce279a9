using AdaptiveCards;
using static SupportBot.Cards.CardPieces;

namespace SupportBot.Cards;

/// <param name="Label">The question, from content.</param>
/// <param name="Answer">What the person answered; words that they typed stand in runs, a block a line.</param>
public sealed record SummaryLine(string Label, string Answer);

/// <summary>What was answered so far, before it is sent.</summary>
/// <param name="SkippedNote">How many questions were skipped, in words; null for none.</param>
/// <param name="Choices">Send, change and the like; a list where they are many or long.</param>
/// <param name="Buttons">Ways to go on without answering.</param>
public sealed record Summary(CardAsk Ask, string Heading, IReadOnlyList<SummaryLine> Lines, string? SkippedNote, IReadOnlyList<CardChoice> Choices, IReadOnlyList<CardButton> Buttons)
{
    /// <summary>Says that all of it is kept, where an answer is cut here or lines are left out; null for nothing said.</summary>
    public string? CutNote { get; init; }

    /// <summary>Title of the button that sends the list, where choices are one. Needed then.</summary>
    public string? SendTitle { get; init; }

    /// <summary>Label of that list. Needed then.</summary>
    public string? ChoicesLabel { get; init; }
}

/// <summary>The review before sending, for the person's own eyes.</summary>
public static class SummaryCard
{
    /// <summary>The most lines shown where even short answers have no room, by the length they are cut to.</summary>
    private static int MostLines(int longest) => longest switch { >= 100 => 40, >= 50 => 20, _ => 10 };

    /// <exception cref="ArgumentException">There are more than six actions, or a list without a button or a label.</exception>
    public static AdaptiveCard Of(Summary summary) => CardSize.Fit(longest => Of(summary, longest));

    private static AdaptiveCard Of(Summary summary, int longest)
    {
        var card = summary.Ask.NewCard(summary.Heading);
        card.Body = [Band(AdaptiveContainerStyle.Emphasis, summary.Heading)];
        foreach (var line in summary.Lines.Take(MostLines(longest)))
        {
            card.Body.Add(new AdaptiveRichTextBlock { Spacing = AdaptiveSpacing.Medium, Inlines = { Run(line.Label, bold: true, Math.Min(longest, 300)) } });
            card.Body.AddRange(Prose.Typed(line.Answer, longest));
        }
        var isCut = summary.Lines.Count > MostLines(longest) || summary.Lines.Any(l => l.Answer.Length > longest);
        if (isCut && summary.CutNote is { Length: > 0 } cut)
            card.Body.AddRange(Prose.Content(cut, Math.Max(longest, PlainText.Longest)));
        if (summary.SkippedNote is { Length: > 0 } skipped)
            card.Body.AddRange(Prose.Content(skipped, longest));
        var others = summary.Buttons.Select(summary.Ask.Press);
        var hasNoList = summary.SendTitle is null || summary.ChoicesLabel is null;
        if (hasNoList ? Choosing.AreFew(summary.Choices, summary.Buttons.Count) : Choosing.AreButtons(summary.Choices, summary.Buttons.Count))
        {
            Choosing.Place(card, [.. summary.Choices.Select(summary.Ask.Press), .. others]);
            return card;
        }
        var (send, label) = (summary.SendTitle ?? throw NoWords(), summary.ChoicesLabel ?? throw NoWords());
        card.Body.Add(Choosing.List(CardVerbs.AnswerInput, PlainText.Unmarked(label, longest), summary.Choices.Select(c => (c.Id, c.Label)), several: false, longest));
        Choosing.Place(card, [summary.Ask.Send(send), .. others]);
        return card;
    }

    private static ArgumentException NoWords() => new("Choices that become a list need the title of its button and a label.");
}
