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
    public static AdaptiveCard Of(AlertShown alert, ICardWords words)
    {
        var heading = SeverityWords.Alert(alert.Severity, words);
        var ask = SeverityWords.Ask(alert.Severity, words);
        var age = TimeWords.Ago(alert.RaisedAt, alert.Now, words);
        var told = Told(alert.TimesTold, words);
        var number = alert.Case.CaseNumber;

        var card = NewCard(
            alert.Case,
            words,
            $"{words.Say("alert.of", ("name", heading), ("code", number))}. {told}. {ask} {words["alert.open"]}",
            $"{words.Say("alert.of", ("name", heading), ("code", Spelled(number)))}, {age}. {told}. {ask}");
        card.Body =
        [
            Band(SeverityWords.Style(alert.Severity), heading, ask),
            Title(alert.KindTitle),
            Line(words["staff.school"], SchoolOr(alert.SchoolName, words), first: true),
            Line(words["staff.case"], number),
            Moment(words["alert.raised"], alert.RaisedAt, age),
            Below(told, bold: alert.TimesTold > 1),
            .. Mark(words),
        ];
        card.Actions = [alert.Case.Execute(words["staff.acknowledge"], CardVerbs.Acknowledge), alert.Case.Open(words)];
        return card;
    }

    /// <summary>Which alert it is: <c>First alert</c>; from the second on also that nobody has acknowledged it.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than one.</exception>
    public static string Told(int times, ICardWords words)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(times, 1);
        return times == 1 ? words["alert.first"] : words.Say("alert.again", ("nth", TimeWords.Capital(TimeWords.Ordinal(times, words))));
    }
}
