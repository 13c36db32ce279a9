using AdaptiveCards;
using static SupportBot.Cards.CardPieces;

namespace SupportBot.Cards;

/// <summary>All texts are content, in the language of <paramref name="Ask"/>, but for the place.</summary>
/// <param name="Title">Of the course; a neutral one where the course is sensitive.</param>
/// <param name="When">Day, time and place; the place is typed by staff.</param>
/// <param name="Until">Until when it is held, as a sentence.</param>
/// <param name="Buttons">Taking it, and letting it go.</param>
public sealed record SeatOffer(CardAsk Ask, string Heading, string Title, string When, string Until, IReadOnlyList<CardButton> Buttons);

/// <summary>A seat that is held for somebody on the waiting list.</summary>
public static class TrainingOfferCard
{
    /// <exception cref="ArgumentException">There are more than six actions.</exception>
    public static AdaptiveCard Of(SeatOffer offer) => CardSize.Fit(longest =>
    {
        var card = offer.Ask.NewCard(offer.Heading);
        card.Body = [Band(AdaptiveContainerStyle.Good, offer.Heading), Title(offer.Title, longest), Below(offer.When, longest: longest), .. Prose.Content(offer.Until, longest)];
        Choosing.Place(card, offer.Buttons.Select(offer.Ask.Press));
        return card;
    });
}
