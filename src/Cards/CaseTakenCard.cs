using AdaptiveCards;
using static SupportBot.Cards.CardPieces;

namespace SupportBot.Cards;

/// <param name="KindTitle">Kind of the case, from content.</param>
/// <param name="SchoolName">From the directory; empty while the school is not known.</param>
/// <param name="TakenBy">Display name of the member of staff who acknowledged: written by people, so never trusted.</param>
/// <param name="Status">State of the case in the words of its plan.</param>
public sealed record CaseTaken(CaseLink Case, string KindTitle, string SchoolName, string TakenBy, DateTimeOffset TakenAt, DateTimeOffset Now, string Status)
{
    /// <summary>True where the reader is who has it.</summary>
    public bool IsYours { get; init; }
}

/// <summary>What an alert card becomes for everybody once somebody has the case: who, since when, and how it stands.</summary>
public static class CaseTakenCard
{
    public static AdaptiveCard Of(CaseTaken taken, ICardWords words)
    {
        var number = taken.Case.CaseNumber;
        var age = TimeWords.Ago(taken.TakenAt, taken.Now, words);
        var card = NewCard(
            taken.Case,
            words,
            words.Say(taken.IsYours ? "taken.yours-said" : "taken.said", ("code", number)),
            words.Say(taken.IsYours ? "taken.yours-spoken" : "taken.spoken", ("code", Spelled(number)), ("when", age)));
        card.Body =
        [
            taken.IsYours
                ? Band(AdaptiveContainerStyle.Good, words["taken.yours"], words["taken.yours-below"])
                : Band(AdaptiveContainerStyle.Good, words["taken.heading"], words["taken.below"]),
            Title(taken.KindTitle),
            Line(words["staff.taken-by"], taken.TakenBy, first: true),
            Line(words["staff.status"], taken.Status),
            Line(words["staff.school"], SchoolOr(taken.SchoolName, words)),
            Line(words["staff.case"], number),
            Moment(words["taken.since"], taken.TakenAt, age),
            .. Mark(words),
        ];
        card.Actions = [taken.Case.Open(words)];
        return card;
    }
}
