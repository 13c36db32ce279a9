using AdaptiveCards;
using static SupportBot.Cards.CardPieces;

namespace SupportBot.Cards;

/// <summary>All texts are content, in <paramref name="Language"/>.</summary>
/// <param name="Buttons">Entries of the menu; five at most.</param>
/// <param name="AnonymousChat">The web chat where nobody has an account: the same address for everybody; null for none.</param>
public sealed record Welcome(string Language, string Heading, IReadOnlyList<string> Paragraphs, IReadOnlyList<CardButton> Buttons, Uri? AnonymousChat, string AnonymousTitle);

/// <summary>What the bot is and what it can do, when somebody meets it.</summary>
public static class WelcomeCard
{
    /// <exception cref="ArgumentException">There are more than six actions, or the address is no web address.</exception>
    public static AdaptiveCard Of(Welcome welcome) => CardSize.Fit(longest =>
    {
        var ask = CardAsk.In(welcome.Language);
        var card = ask.NewCard(welcome.Heading);
        card.Body = [Band(AdaptiveContainerStyle.Accent, welcome.Heading), .. welcome.Paragraphs.SelectMany(p => Prose.Content(p, longest))];
        List<AdaptiveAction> actions = [.. welcome.Buttons.Select(ask.Press)];
        if (welcome.AnonymousChat is { } chat)
            actions.Add(new AdaptiveOpenUrlAction { Title = PlainText.Unmarked(welcome.AnonymousTitle), Url = SafeForm.Web(chat) });
        Choosing.Place(card, actions);
        return card;
    });
}
