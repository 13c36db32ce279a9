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
    public static AdaptiveCard Of(LadderRaised raised)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(raised.TimesTold, 2, nameof(raised));
        var number = raised.Case.CaseNumber;
        var severity = SeverityWords.Word(raised.Severity);
        var age = TimeWords.Ago(raised.RaisedAt, raised.Now);
        const string Ask = "Nobody has acknowledged it yet. You still can.";
        var card = NewCard(
            raised.Case,
            $"{severity} alert for case {number} was passed on. {Ask}",
            $"{severity} alert for case {Spelled(number)}, {age}, was passed on. {Ask}");
        card.Body =
        [
            Band(SeverityWords.Style(raised.Severity), $"{severity} alert: passed on", Ask),
            Title(raised.KindTitle),
            Line("Told now", raised.NowTold, first: true),
            Line("School", SchoolOr(raised.SchoolName)),
            Line("Case", number),
            Moment("Raised", raised.RaisedAt, age),
            new AdaptiveTextBlock($"This was the {TimeWords.Ordinal(raised.TimesTold)} time that somebody was told.") { Wrap = true, Spacing = AdaptiveSpacing.None },
        ];
        card.Actions = [raised.Case.Execute("Acknowledge", CardVerbs.Acknowledge), raised.Case.Open()];
        return card;
    }
}
