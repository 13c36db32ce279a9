using AdaptiveCards;
using static SupportBot.Cards.CardPieces;

namespace SupportBot.Cards;

/// <param name="TaskTitle">Title of the task in the case's plan, from content.</param>
/// <param name="SchoolName">From the directory; empty while the school is not known.</param>
/// <param name="Due">The moment itself; school days are already counted in.</param>
public sealed record TaskDue(CaseLink Case, string TaskTitle, string SchoolName, DateTimeOffset Due, DateTimeOffset Now);

/// <summary>A task that waits for somebody, and how much time is left.</summary>
public static class TaskDueCard
{
    /// <summary>From this long before it is due, a task is called due soon.</summary>
    private static readonly TimeSpan Soon = TimeSpan.FromHours(24);

    public static AdaptiveCard Of(TaskDue task)
    {
        var number = task.Case.CaseNumber;
        var due = TimeWords.Due(task.Due, task.Now);
        var (style, heading) = Urgency(task.Due - task.Now);
        var sentence = $"This task is {due}.";
        var card = NewCard(
            task.Case,
            $"{heading}: a task of case {number} is {due}. Open the console to do it.",
            $"A task of case {Spelled(number)} is {due}.");
        card.Body =
        [
            Band(style, heading, sentence),
            Title(task.TaskTitle),
            Line("School", SchoolOr(task.SchoolName), first: true),
            Line("Case", number),
            Moment("Due", task.Due, due),
        ];
        card.Actions = [task.Case.Open()];
        return card;
    }

    private static (AdaptiveContainerStyle Style, string Heading) Urgency(TimeSpan left) =>
        left < TimeSpan.Zero ? (AdaptiveContainerStyle.Attention, "Task overdue")
        : left <= Soon ? (AdaptiveContainerStyle.Warning, "Task due soon")
        : (AdaptiveContainerStyle.Accent, "Task to do");
}
