using AdaptiveCards;
using static SupportBot.Cards.CardPieces;

namespace SupportBot.Cards;

/// <param name="KindTitle">Kind of the case, from content.</param>
/// <param name="SchoolName">From the directory; empty where the school was never known.</param>
public sealed record CaseClosed(CaseLink Case, string KindTitle, string SchoolName, DateTimeOffset ClosedAt, DateTimeOffset Now);

/// <summary>A case on which work is over. The outcome is no part of the card: it says something about people.</summary>
public static class CaseClosedCard
{
    public static AdaptiveCard Of(CaseClosed closed)
    {
        var number = closed.Case.CaseNumber;
        var age = TimeWords.Ago(closed.ClosedAt, closed.Now);
        var card = NewCard(closed.Case, $"Case {number} is closed. Nothing is left to do.", $"Case {Spelled(number)} was closed {age}. Nothing is left to do.");
        card.Body =
        [
            Band(AdaptiveContainerStyle.Emphasis, "Closed", "Nothing is left to do here."),
            Title(closed.KindTitle),
            Line("School", SchoolOr(closed.SchoolName, "not known"), first: true),
            Line("Case", number),
            Moment("Closed", closed.ClosedAt, age),
        ];
        card.Actions = [closed.Case.Open()];
        return card;
    }
}
