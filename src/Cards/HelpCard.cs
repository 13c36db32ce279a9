using AdaptiveCards;
using static SupportBot.Cards.CardPieces;

namespace SupportBot.Cards;

/// <summary>All texts are content, in <paramref name="Language"/>.</summary>
/// <param name="Numbers">Best first; those after <see cref="HelpNumbersCard.Most"/> are left out. May be empty only where the paragraphs name help.</param>
/// <param name="Buttons">Ways to go on; the two call buttons come first, six together at most.</param>
public sealed record Help(string Language, string Heading, IReadOnlyList<HelpNumber> Numbers, IReadOnlyList<string> Paragraphs, IReadOnlyList<CardButton> Buttons)
{
    public required HelpWords Words { get; init; }
}

/// <summary>What somebody who is lost, or in need, gets: numbers first, then what the bot can do.</summary>
public static class HelpCard
{
    private const int MostActions = 6;

    /// <exception cref="ArgumentException">There are more than six buttons.</exception>
    public static AdaptiveCard Of(Help help) => CardSize.Fit(longest =>
    {
        var ask = CardAsk.In(help.Language);
        var card = ask.NewCard(help.Heading);
        card.Body =
        [
            Band(AdaptiveContainerStyle.Good, help.Heading),
            .. HelpEntries.Of(help.Numbers, help.Words, longest),
            .. help.Paragraphs.SelectMany((p, at) => Prose.Content(p, longest, at == 0 ? AdaptiveSpacing.Large : AdaptiveSpacing.Default)),
        ];
        // The numbers stand in the text too, so it is they that make way where there are many buttons.
        var calls = HelpEntries.ToCall(help.Numbers).Take(Math.Max(0, MostActions - help.Buttons.Count)).Select(n => HelpEntries.Call(n, help.Words));
        Choosing.Place(card, [.. calls, .. help.Buttons.Select(ask.Press)]);
        return card;
    });
}
