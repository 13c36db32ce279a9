using SupportBot.Bot.Channels.Teams;
using SupportBot.Cards;
using SupportBot.Cases;
using SupportBot.Console;
using SupportBot.Directory;
using SupportBot.Graph;
using SupportBot.Storage;

namespace SupportBot.Bot.Channels.Graph;

/// <summary>What a mail or a feed may say of a case, as the case is now.</summary>
public sealed class CaseNotices(CaseSight sight, District district, Deadlines deadlines, StaffChats chats, TeamsOptions options, TimeProvider time)
{
    /// <returns>Null where nothing is left to say: it was taken, done or closed meanwhile, or the person may not see it.</returns>
    public async Task<NoticeContent?> OfAsync(Person to, Notice notice, Case @case, CancellationToken cancel)
    {
        var words = await chats.WordsOfAsync(to.Id, cancel);
        if (@case.ClosedAt is not null || sight.See(to, @case, words.Language) is not { } seen) return null;
        return notice.Kind switch
        {
            NoticeKind.Alert when @case.Alerts.FirstOrDefault(a => a.Id == notice.Subject) is { Acknowledged: null } alert => await AlertAsync(seen, alert, words, cancel),
            NoticeKind.TaskOverdue when seen.Plan.Task(notice.Subject) is { } plan && @case.OpenTasks.FirstOrDefault(t => t.Id == notice.Subject) is { Due: { } due } =>
                Of(seen, NoticeSort.TaskDue, @case.Severity, plan.Title, TimeWords.Due(due, time.GetUtcNow(), words), words),
            NoticeKind.TaskOpened => Opened(to, seen, notice, words),
            NoticeKind.StepsWait when @case.StepsOf(notice.Subject) is { Wait: true } steps =>
                Of(seen, NoticeSort.StepsWait, @case.Severity, seen.Plan.Title, steps.Due is { } until ? TimeWords.Due(until, time.GetUtcNow(), words) : TimeWords.Ago(steps.Since, time.GetUtcNow(), words), words),
            _ => null,
        };
    }

    private NoticeContent? Opened(Person to, SeenCase seen, Notice notice, ICardWords words)
    {
        var tasks = seen.OpenedFor(to, notice.Subject);
        if (tasks.Count == 0) return null;
        string When(CaseTask task) => TimeWords.DueOrNone(task.Due, time.GetUtcNow(), words);
        return Of(seen, NoticeSort.TaskOpened, seen.Case.Severity, seen.Plan.Title, When(tasks[0].Task), words) with
        {
            Tasks = [.. tasks.Select(t => (TaskWords.Title(t.Task, t.Plan, words), When(t.Task)))],
        };
    }

    private async Task<NoticeContent> AlertAsync(SeenCase seen, Alert alert, ICardWords words, CancellationToken cancel)
    {
        var sort = alert.At + alert.Repeats > 0 ? NoticeSort.Ladder
            : (await deadlines.WaitingForAsync(seen.Case.Id, cancel)).Count > 0 ? NoticeSort.PersonWaiting : NoticeSort.Alert;
        return Of(seen, sort, alert.Severity, seen.Plan.Title, TimeWords.Ago(alert.RaisedAt, time.GetUtcNow(), words), words);
    }

    private NoticeContent Of(SeenCase seen, NoticeSort sort, Severity severity, string title, string when, ICardWords words) => new(
        sort,
        severity switch { Severity.Critical => NoticeUrgency.Critical, Severity.Urgent => NoticeUrgency.Urgent, _ => NoticeUrgency.Standard },
        seen.Case.Number, title, district.School(seen.Case.SchoolId)?.Name ?? "", when,
        options.PageAt($"/console/cases/{seen.Case.Number}"))
    {
        Say = words.Say,
        Unchecked = words.Unchecked,
    };
}
