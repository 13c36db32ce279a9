using AdaptiveCards;
using static SupportBot.Cards.CardPieces;

namespace SupportBot.Cards;

/// <param name="SchoolName">From the directory; empty while the school is not known.</param>
public sealed record WaitingPerson(CaseLink Case, string SchoolName, DateTimeOffset Since, DateTimeOffset Now);

/// <summary>Somebody in the anonymous web chat asks for a person. Nothing else about them is on the card, or known.</summary>
public static class WaitingPersonCard
{
    public static AdaptiveCard Of(WaitingPerson waiting, ICardWords words)
    {
        var number = waiting.Case.CaseNumber;
        var age = TimeWords.Ago(waiting.Since, waiting.Now, words);
        var card = NewCard(waiting.Case, words, words.Say("waits.said", ("code", number)), words.Say("waits.spoken", ("code", Spelled(number)), ("when", age)));
        card.Body =
        [
            Band(AdaptiveContainerStyle.Warning, words["waits.heading"], words["waits.below"]),
            Line(words["staff.school"], SchoolOr(waiting.SchoolName, words), first: true),
            Line(words["staff.case"], number),
            Moment(words["waits.since"], waiting.Since, age),
            .. Mark(words),
        ];
        card.Actions = [waiting.Case.Execute(words["waits.join"], CardVerbs.Join), waiting.Case.Open(words)];
        return card;
    }
}
