using AdaptiveCards;
using static SupportBot.Cards.CardPieces;

namespace SupportBot.Cards;

/// <summary>All texts are content, in the language of <paramref name="Ask"/>, but for what stands below a date.</summary>
/// <param name="Title">Of the course.</param>
/// <param name="Summary">What it is about.</param>
/// <param name="Dates">At least one; those after twelve are left out.</param>
/// <param name="PickLabel">Above the list to pick from.</param>
/// <param name="PickError">Said where nothing was picked.</param>
/// <param name="SignUp">Sends the pick; its data comes back beside it.</param>
/// <param name="Buttons">Ways on without a pick; four at most.</param>
public sealed record TrainingSession(CardAsk Ask, string Title, string Summary, IReadOnlyList<TrainingEntry> Dates, string PickLabel, string PickError, CardButton SignUp, IReadOnlyList<CardButton> Buttons);

/// <summary>A course with its dates, their places and seats.</summary>
public static class TrainingSessionCard
{
    /// <exception cref="ArgumentException">There are more than six actions.</exception>
    public static AdaptiveCard Of(TrainingSession session) => CardSize.Fit(longest =>
    {
        var card = session.Ask.NewCard(session.Title);
        card.Body =
        [
            Band(AdaptiveContainerStyle.Accent, session.Title),
            .. Prose.Content(session.Summary, longest, AdaptiveSpacing.Medium),
            .. TrainingEntries.Of(session.Dates, longest),
            TrainingEntries.Picker(session.PickLabel, session.PickError, session.Dates, longest),
        ];
        Choosing.Place(card, [session.Ask.Send(session.SignUp.Title, session.SignUp.Data), .. session.Buttons.Select(session.Ask.Press)]);
        return card;
    });
}
