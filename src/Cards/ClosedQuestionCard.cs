using AdaptiveCards;
using static SupportBot.Cards.CardPieces;

namespace SupportBot.Cards;

/// <summary>All texts are content, in <paramref name="Language"/>.</summary>
/// <param name="Heading">Such as "Answered".</param>
/// <param name="Label">The question that was asked.</param>
/// <param name="Note">What became of it. Never the answer.</param>
public sealed record ClosedQuestion(string Language, string Heading, string Label, string Note);

/// <summary>What a question's card becomes when it is answered, or too old. Nothing on it can be pressed.</summary>
public static class ClosedQuestionCard
{
    public static AdaptiveCard Of(ClosedQuestion closed) => CardSize.Fit(longest =>
    {
        var card = CardAsk.In(closed.Language).NewCard(closed.Heading);
        card.Body =
        [
            Band(AdaptiveContainerStyle.Emphasis, closed.Heading),
            .. Prose.Content(closed.Label, longest, AdaptiveSpacing.Medium),
            .. Prose.Content(closed.Note, longest),
        ];
        return card;
    });
}
