using AdaptiveCards;
using static SupportBot.Cards.CardPieces;

namespace SupportBot.Cards;

/// <param name="TaskTitle">Title of the task in the case's plan, from content.</param>
/// <param name="SchoolName">From the directory; empty while the school is not known.</param>
/// <param name="Due">The moment itself; school days are already counted in.</param>
public sealed record TaskDue(CaseLink Case, string TaskTitle, string SchoolName, DateTimeOffset Due, DateTimeOffset Now)
{
    /// <summary>Where it was filled in and stays open: which answers must be others, and why, in words. Questions and choices of the plan, and no word that anybody wrote.</summary>
    public IReadOnlyList<string> Lacks { get; init; } = [];
}

/// <summary>A task that waits for somebody, and how much time is left.</summary>
public static class TaskDueCard
{
    /// <summary>From this long before it is due, a task is called due soon.</summary>
    private static readonly TimeSpan Soon = TimeSpan.FromHours(24);

    public static AdaptiveCard Of(TaskDue task, ICardWords words)
    {
        var number = task.Case.CaseNumber;
        var due = TimeWords.Due(task.Due, task.Now, words);
        var (style, heading) = Urgency(task.Due - task.Now, words);
        var card = NewCard(
            task.Case,
            words,
            words.Say("task.said", ("name", heading), ("code", number), ("when", due)),
            words.Say("task.spoken", ("code", Spelled(number)), ("when", due)));
        card.Body =
        [
            Band(style, heading, words.Say("task.sentence", ("when", due))),
            Title(task.TaskTitle),
            Line(words["staff.school"], SchoolOr(task.SchoolName, words), first: true),
            Line(words["staff.case"], number),
            Moment(words["staff.due"], task.Due, due),
            .. task.Lacks.Select(lack => Below($"{words["task.lacks"]}: {lack}", bold: true, longest: 3 * PlainText.Longest)),
            .. Mark(words),
        ];
        card.Actions = [task.Case.Open(words)];
        return card;
    }

    private static (AdaptiveContainerStyle Style, string Heading) Urgency(TimeSpan left, ICardWords words) =>
        left < TimeSpan.Zero ? (AdaptiveContainerStyle.Attention, words["task.overdue"])
        : left <= Soon ? (AdaptiveContainerStyle.Warning, words["task.soon"])
        : (AdaptiveContainerStyle.Accent, words["task.later"]);
}
