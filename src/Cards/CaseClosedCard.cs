using AdaptiveCards;
using static SupportBot.Cards.CardPieces;

namespace SupportBot.Cards;

/// <param name="KindTitle">Kind of the case, from content.</param>
/// <param name="SchoolName">From the directory; empty where the school was never known.</param>
public sealed record CaseClosed(CaseLink Case, string KindTitle, string SchoolName, DateTimeOffset ClosedAt, DateTimeOffset Now);

/// <summary>A case on which work is over. The outcome is no part of the card: it says something about people.</summary>
public static class CaseClosedCard
{
    public static AdaptiveCard Of(CaseClosed closed, ICardWords words)
    {
        var number = closed.Case.CaseNumber;
        var age = TimeWords.Ago(closed.ClosedAt, closed.Now, words);
        var card = NewCard(closed.Case, words, words.Say("closed.said", ("code", number)), words.Say("closed.spoken", ("code", Spelled(number)), ("when", age)));
        card.Body =
        [
            Band(AdaptiveContainerStyle.Emphasis, words["closed.heading"], words["closed.below"]),
            Title(closed.KindTitle),
            Line(words["staff.school"], closed.SchoolName.Length == 0 ? words["staff.school-never"] : closed.SchoolName, first: true),
            Line(words["staff.case"], number),
            Moment(words["closed.heading"], closed.ClosedAt, age),
            .. Mark(words),
        ];
        card.Actions = [closed.Case.Open(words)];
        return card;
    }
}
