using AdaptiveCards;
using SupportBot.Cases;
using static SupportBot.Cards.CardPieces;

namespace SupportBot.Cards;

/// <summary>Everything an alert may show. What has no place here cannot get onto the card.</summary>
/// <param name="KindTitle">Kind of the case, from content: <c>Bullying report</c>.</param>
/// <param name="SchoolName">From the directory; empty while the school is not known.</param>
/// <param name="RaisedAt">When the alert's first rung was told; not when anything was reported.</param>
/// <param name="TimesTold">1 for the first alert, and one more for every rung and repeat after it.</param>
public sealed record AlertShown(CaseLink Case, string KindTitle, Severity Severity, string SchoolName, DateTimeOffset RaisedAt, DateTimeOffset Now, int TimesTold);

/// <summary>
/// Somebody must look at a case. Severity, kind, school, age and number: never a word of a report, never a name.
/// </summary>
public static class CaseAlertCard
{
    public static AdaptiveCard Of(AlertShown alert)
    {
        var severity = SeverityWords.Word(alert.Severity);
        var ask = SeverityWords.Ask(alert.Severity);
        var age = TimeWords.Ago(alert.RaisedAt, alert.Now);
        var told = Told(alert.TimesTold);
        var number = alert.Case.CaseNumber;

        var card = NewCard(
            alert.Case,
            $"{severity} alert for case {number}. {told}. {ask} Open the console to acknowledge it.",
            $"{severity} alert for case {Spelled(number)}, {age}. {told}. {ask}");
        card.Body =
        [
            Band(SeverityWords.Style(alert.Severity), $"{severity} alert", ask),
            Title(alert.KindTitle),
            Line("School", SchoolOr(alert.SchoolName), first: true),
            Line("Case", number),
            Moment("Raised", alert.RaisedAt, age),
            new AdaptiveTextBlock(told) { Wrap = true, Spacing = AdaptiveSpacing.None, Weight = alert.TimesTold > 1 ? AdaptiveTextWeight.Bolder : AdaptiveTextWeight.Default },
        ];
        card.Actions = [alert.Case.Execute("Acknowledge", CardVerbs.Acknowledge), alert.Case.Open()];
        return card;
    }

    private static string Told(int times)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(times, 1);
        var ordinal = TimeWords.Ordinal(times);
        var alert = $"{char.ToUpperInvariant(ordinal[0])}{ordinal[1..]} alert";
        return times == 1 ? alert : $"{alert}: not yet acknowledged";
    }
}
