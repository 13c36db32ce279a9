using AdaptiveCards;
using static SupportBot.Cards.CardPieces;

namespace SupportBot.Cards;

/// <param name="ProtocolTitle">Title of the case's plan, from content.</param>
/// <param name="SchoolName">From the directory; empty while the school is not known.</param>
/// <param name="From">Display name of the member of staff who gave them away: written by people, so never trusted.</param>
/// <param name="Role">Title of the role of the open step, from content.</param>
/// <param name="NeedsSecond">True where one person has said that the open step is done and a second must say so.</param>
/// <param name="Due">When the open step is to be done; null where no time is set.</param>
public sealed record StepsWait(CaseLink Case, string ProtocolTitle, string SchoolName, string From, string Role, bool NeedsSecond, DateTimeOffset Since, DateTimeOffset? Due, DateTimeOffset Now)
{
    /// <summary>Who has taken them; empty while they wait.</summary>
    public string TakenBy { get; init; } = "";

    /// <summary>True where the reader is who has taken them.</summary>
    public bool IsYours { get; init; }

    /// <summary>False where the case is not the reader's to see (any more): they hear who has the steps, and nothing leads to the case.</summary>
    public bool MayOpen { get; init; } = true;
}

/// <summary>Steps that somebody was led through and another person goes on with. Not a word of what was answered.</summary>
public static class StepsWaitCard
{
    public static AdaptiveCard Of(StepsWait steps, ICardWords words)
    {
        var number = steps.Case.CaseNumber;
        var (style, heading, sentence) = Say(steps, words);
        var card = NewCard(
            steps.Case, words, $"{words.Say("steps.said", ("name", heading), ("code", number))} {sentence}", words.Say("steps.said", ("name", heading), ("code", Spelled(number))));
        card.Body =
        [
            Band(style, heading, sentence),
            Title(steps.ProtocolTitle),
            Line(words["steps.from"], steps.From, first: true),
            Line(words["todo.role"], steps.Role),
            Line(words["staff.school"], SchoolOr(steps.SchoolName, words)),
            Line(words["staff.case"], number),
            Moment(words["steps.since"], steps.Since, TimeWords.Ago(steps.Since, steps.Now, words)),
        ];
        if (steps.TakenBy.Length > 0) card.Body.Insert(2, Line(words["staff.taken-by"], steps.TakenBy, first: true));
        else if (steps.Due is { } due) card.Body.Add(Moment(words["staff.due"], due, TimeWords.Due(due, steps.Now, words)));
        card.Body.AddRange(Mark(words));
        if (steps.TakenBy.Length == 0) card.Actions.Add(steps.Case.Execute(words["steps.go-on"], CardVerbs.GoOn));
        if (steps.MayOpen) card.Actions.Add(steps.Case.Open(words));
        return card;
    }

    private static (AdaptiveContainerStyle Style, string Heading, string Sentence) Say(StepsWait steps, ICardWords words) => steps switch
    {
        { IsYours: true } => (AdaptiveContainerStyle.Good, words["steps.yours"], words["steps.yours-below"]),
        { TakenBy.Length: > 0 } => (AdaptiveContainerStyle.Good, words["taken.heading"], words["steps.taken-below"]),
        { NeedsSecond: true } => (AdaptiveContainerStyle.Warning, words["steps.second"], words["steps.second-below"]),
        _ => (steps.Due < steps.Now ? AdaptiveContainerStyle.Attention : AdaptiveContainerStyle.Warning, words["steps.wait"], words["steps.wait-below"]),
    };
}
