using AdaptiveCards;
using SupportBot.Cases;
using static SupportBot.Cards.CardPieces;

namespace SupportBot.Cards;

/// <param name="KindTitle">Kind of the case, from content.</param>
/// <param name="SchoolName">From the directory; empty while the school is not known.</param>
/// <param name="NowTold">Title of the role that is told now, from content.</param>
/// <param name="TimesTold">How many rungs and repeats have been told; 2 or more.</param>
/// <param name="RaisedAt">When the alert's first rung was told.</param>
public sealed record LadderRaised(CaseLink Case, string KindTitle, Severity Severity, string SchoolName, string NowTold, int TimesTold, DateTimeOffset RaisedAt, DateTimeOffset Now);

/// <summary>What an earlier recipient's alert card becomes when the ladder has climbed and nobody has acknowledged: that can still be done.</summary>
public static class LadderRaisedCard
{
    /// <exception cref="ArgumentOutOfRangeException">Told fewer than two times, so nothing was raised.</exception>
    public static AdaptiveCard Of(LadderRaised raised, ICardWords words)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(raised.TimesTold, 2, nameof(raised));
        var number = raised.Case.CaseNumber;
        var alert = SeverityWords.Alert(raised.Severity, words);
        var age = TimeWords.Ago(raised.RaisedAt, raised.Now, words);
        var ask = words["raised.ask"];
        string Of(string code) => words.Say("alert.of", ("name", alert), ("code", code));
        var card = NewCard(
            raised.Case,
            words,
            $"{words.Say("raised.said", ("name", Of(number)))} {ask}",
            $"{words.Say("raised.said", ("name", $"{Of(Spelled(number))}, {age},"))} {ask}");
        card.Body =
        [
            Band(SeverityWords.Style(raised.Severity), words.Say("raised.heading", ("name", alert)), ask),
            Title(raised.KindTitle),
            Line(words["raised.told-now"], raised.NowTold, first: true),
            Line(words["staff.school"], SchoolOr(raised.SchoolName, words)),
            Line(words["staff.case"], number),
            Moment(words["alert.raised"], raised.RaisedAt, age),
            Below(words.Say("raised.time", ("nth", TimeWords.Ordinal(raised.TimesTold, words)))),
            .. Mark(words),
        ];
        card.Actions = [raised.Case.Execute(words["staff.acknowledge"], CardVerbs.Acknowledge), raised.Case.Open(words)];
        return card;
    }
}
