using AdaptiveCards;
using static SupportBot.Cards.CardPieces;

namespace SupportBot.Cards;

/// <param name="SchoolName">From the directory; empty while the school is not known.</param>
public sealed record WaitingPerson(CaseLink Case, string SchoolName, DateTimeOffset Since, DateTimeOffset Now);

/// <summary>Somebody in the anonymous web chat asks for a person. Nothing else about them is on the card, or known.</summary>
public static class WaitingPersonCard
{
    public static AdaptiveCard Of(WaitingPerson waiting)
    {
        var number = waiting.Case.CaseNumber;
        var age = TimeWords.Ago(waiting.Since, waiting.Now);
        var card = NewCard(
            waiting.Case,
            $"Somebody in the anonymous web chat asks for a person. Case {number}.",
            $"Somebody in the anonymous web chat asks for a person, {age}. Case {Spelled(number)}.");
        card.Body =
        [
            Band(AdaptiveContainerStyle.Warning, "Somebody asks for a person", "They are in the anonymous web chat."),
            Line("School", SchoolOr(waiting.SchoolName), first: true),
            Line("Case", number),
            Moment("Waiting since", waiting.Since, age),
        ];
        card.Actions = [waiting.Case.Execute("Join", CardVerbs.Join), waiting.Case.Open()];
        return card;
    }
}
