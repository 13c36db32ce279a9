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
    public static AdaptiveCard Of(CaseTaken taken)
    {
        var number = taken.Case.CaseNumber;
        var age = TimeWords.Ago(taken.TakenAt, taken.Now);
        var card = NewCard(
            taken.Case,
            taken.IsYours ? $"You have case {number}." : $"Case {number} is taken. You do not need to acknowledge it.",
            taken.IsYours ? $"You took case {Spelled(number)} {age}." : $"Case {Spelled(number)} was taken {age}. You do not need to acknowledge it.");
        card.Body =
        [
            taken.IsYours
                ? Band(AdaptiveContainerStyle.Good, "You have this case", "The others who were called can see that you took it.")
                : Band(AdaptiveContainerStyle.Good, "Taken", "Somebody has this case. You do not need to acknowledge it."),
            Title(taken.KindTitle),
            Line("Taken by", taken.TakenBy, first: true),
            Line("Status", taken.Status),
            Line("School", SchoolOr(taken.SchoolName)),
            Line("Case", number),
            Moment("Since", taken.TakenAt, age),
        ];
        card.Actions = [taken.Case.Open()];
        return card;
    }
}
