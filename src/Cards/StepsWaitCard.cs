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
    public static AdaptiveCard Of(StepsWait steps)
    {
        var number = steps.Case.CaseNumber;
        var (style, heading, sentence) = Say(steps);
        var card = NewCard(steps.Case, $"{heading}: case {number}. {sentence}", $"{heading}. Case {Spelled(number)}.");
        card.Body =
        [
            Band(style, heading, sentence),
            Title(steps.ProtocolTitle),
            Line("From", steps.From, first: true),
            Line("For", steps.Role),
            Line("School", SchoolOr(steps.SchoolName)),
            Line("Case", number),
            Moment("Waits since", steps.Since, TimeWords.Ago(steps.Since, steps.Now)),
        ];
        if (steps.TakenBy.Length > 0) card.Body.Insert(2, Line("Taken by", steps.TakenBy, first: true));
        else if (steps.Due is { } due) card.Body.Add(Moment("Due", due, TimeWords.Due(due, steps.Now)));
        if (steps.TakenBy.Length == 0) card.Actions.Add(steps.Case.Execute("Go on with it", CardVerbs.GoOn));
        if (steps.MayOpen) card.Actions.Add(steps.Case.Open());
        return card;
    }

    private static (AdaptiveContainerStyle Style, string Heading, string Sentence) Say(StepsWait steps) => steps switch
    {
        { IsYours: true } => (AdaptiveContainerStyle.Good, "You go on with these steps", "They are below in this chat, with everything that was answered."),
        { TakenBy.Length: > 0 } => (AdaptiveContainerStyle.Good, "Taken", "Somebody goes on with these steps. There is nothing for you to do."),
        { NeedsSecond: true } => (AdaptiveContainerStyle.Warning, "A second person must agree", "Somebody has said that a step is done. Please look for yourself, then go on."),
        _ => (steps.Due < steps.Now ? AdaptiveContainerStyle.Attention : AdaptiveContainerStyle.Warning, "Steps wait for you", "You begin where they stopped. Everything that was answered is there."),
    };
}
