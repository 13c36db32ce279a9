using System.Globalization;
using AdaptiveCards;
using static SupportBot.Cards.CardPieces;

namespace SupportBot.Cards;

/// <param name="Title">Title of the task in the case's plan, from content.</param>
/// <param name="Due">The moment itself; null where none is set.</param>
/// <param name="IsForSecond">True where somebody has filled it in and a second person must agree.</param>
public sealed record OpenedTask(string Title, DateTimeOffset? Due, bool IsForSecond);

/// <param name="KindTitle">The case's kind, from content.</param>
/// <param name="SchoolName">From the directory; empty while the school is not known.</param>
/// <param name="Tasks">Those that are still the reader's to do; empty once there are none.</param>
public sealed record TasksOpened(CaseLink Case, string KindTitle, string SchoolName, IReadOnlyList<OpenedTask> Tasks, DateTimeOffset Now);

/// <summary>Tasks of a case that opened for the reader: what, where and until when. Not a word of the report.</summary>
public static class TasksOpenedCard
{
    /// <summary>More are counted and not listed.</summary>
    private const int MostListed = 8;

    public static AdaptiveCard Of(TasksOpened opened, ICardWords words)
    {
        var (number, tasks) = (opened.Case.CaseNumber, opened.Tasks);
        var heading = HeadingOf(tasks.Count, words);
        var card = NewCard(
            opened.Case, words, words.Say(tasks.Count == 0 ? "task.gone-said" : "task.opened-said", ("name", heading), ("code", number)),
            words.Say(tasks.Count == 0 ? "task.gone-said" : "task.opened-said", ("name", heading), ("code", Spelled(number))));
        card.Body =
        [
            Band(tasks.Count == 0 ? AdaptiveContainerStyle.Good : StyleOf(tasks, opened.Now), heading, words[tasks.Count == 0 ? "task.gone-below" : "task.opened-below"]),
            Title(opened.KindTitle),
            Line(words["staff.school"], SchoolOr(opened.SchoolName, words), first: true),
            Line(words["staff.case"], number),
        ];
        foreach (var task in tasks.Take(MostListed)) card.Body.AddRange(LinesOf(task, opened.Now, words));
        if (tasks.Count > MostListed) card.Body.Add(Below(words.Say("task.opened-more", ("count", Number(tasks.Count - MostListed)))));
        card.Body.AddRange(Mark(words));
        card.Actions = [opened.Case.Open(words)];
        return card;
    }

    /// <summary><c>A task for you</c>, <c>3 tasks for you</c>, or that nothing is left.</summary>
    public static string HeadingOf(int count, ICardWords words)
    {
        ArgumentNullException.ThrowIfNull(words);
        return count switch { 0 => words["task.gone"], 1 => words["task.opened"], _ => words.Say("task.opened-many", ("count", Number(count))) };
    }

    private static IEnumerable<AdaptiveElement> LinesOf(OpenedTask task, DateTimeOffset now, ICardWords words)
    {
        yield return new AdaptiveRichTextBlock { Spacing = AdaptiveSpacing.Medium, Inlines = { Run(task.Title, bold: true) } };
        if (task.IsForSecond) yield return Below(words["task.opened-second"]);
        if (task.Due is { } due) yield return Moment(words["staff.due"], due, TimeWords.Due(due, now, words));
    }

    private static AdaptiveContainerStyle StyleOf(IReadOnlyList<OpenedTask> tasks, DateTimeOffset now) =>
        tasks.Min(t => t.Due) is not { } first ? AdaptiveContainerStyle.Accent
        : first < now ? AdaptiveContainerStyle.Attention
        : first - now <= TimeSpan.FromHours(24) ? AdaptiveContainerStyle.Warning : AdaptiveContainerStyle.Accent;

    private static string Number(int count) => count.ToString(CultureInfo.InvariantCulture);
}
