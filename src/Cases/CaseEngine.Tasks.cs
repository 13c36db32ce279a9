namespace SupportBot.Cases;

public static partial class CaseEngine
{
    /// <summary>Finishes a task with its form.</summary>
    /// <param name="chosen">Choices and dates by field.</param>
    /// <param name="written">Text fields, About = <c>task/field</c>.</param>
    public static CaseResult FinishTask(Case @case, string taskId, IReadOnlyDictionary<string, string> chosen, IReadOnlyList<Words> written, CaseMoment moment)
    {
        if (IsOver(@case, moment.Plan)) return new Refusal.CaseIsClosed();
        var task = @case.OpenTasks.FirstOrDefault(t => t.Id == taskId);
        var plan = moment.Plan.Task(taskId);
        if (task is null || plan is null) return new Refusal.TaskNotOpen(taskId);
        var unfilled = plan.Form.Where(f => !IsFilled(f, taskId, chosen, written)).Select(f => f.Name).ToArray();
        if (unfilled.Length > 0) return new Refusal.FormIncomplete(unfilled);

        var done = task with { FinishedAt = moment.Now, FinishedBy = moment.Actor.PersonId, Answers = chosen, Token = moment.NewToken() };
        var after = Replace(@case, done);
        return new CaseStep(after) { Audit = [moment.Audit(after, AuditAction.TaskDone, taskId)], Words = [.. written.Where(w => !w.Text.IsBlank)] };
    }

    /// <summary>Hands a task to another person; its deadline stays.</summary>
    public static CaseResult HandOver(Case @case, string taskId, string personId, CaseMoment moment)
    {
        if (@case.Excluded.Contains(personId)) return new Refusal.PersonExcluded(personId);
        if (@case.OpenTasks.FirstOrDefault(t => t.Id == taskId) is not { } task) return new Refusal.TaskNotOpen(taskId);
        var after = Replace(@case, task with { Owner = personId });
        return new CaseStep(after) { Audit = [moment.Audit(after, AuditAction.TaskHandedOver, $"{taskId}:{personId}")] };
    }

    /// <summary>A task's due time, or its next escalation, has come.</summary>
    /// <returns>Null when the deadline is stale.</returns>
    public static CaseStep? TaskFellDue(Case @case, string taskId, string token, CaseMoment moment)
    {
        var task = @case.OpenTasks.FirstOrDefault(t => t.Id == taskId);
        var plan = moment.Plan.Task(taskId);
        if (task is null || plan is null || task.Token != token || task.Due is not { } due) return null;

        var next = task with { Escalated = task.Escalated + 1, Token = moment.NewToken() };
        var after = Replace(@case, next);
        // The first time the owner is told; each time after that, the next role of the plan.
        var told = task.Escalated == 0 ? plan.Owner : plan.Escalate[task.Escalated - 1].To;
        var more = task.Escalated < plan.Escalate.Count ? plan.Escalate[task.Escalated] : null;
        return new CaseStep(after)
        {
            Audit = [moment.Program(after, AuditAction.TaskOverdue, $"{taskId}:{told}")],
            Deadlines = more is null ? [] : [new Deadline(after.Id, DeadlineKind.Task, taskId, next.Token, moment.Calendar.Add(due, more.After))],
            Notices = [new Notice(after.Id, NoticeKind.TaskOverdue, taskId, told, task.Escalated, false, moment.Now)],
        };
    }

    private static bool IsFilled(FormField field, string taskId, IReadOnlyDictionary<string, string> chosen, IReadOnlyList<Words> written)
    {
        if (field.When is { } when && !when.Holds(chosen)) return true;
        if (field.Type == "text")
        {
            var text = written.FirstOrDefault(w => w.About == $"{taskId}/{field.Name}")?.Text;
            return text is null or { IsBlank: true } ? !field.Required : text.Length <= field.Max;
        }

        if (!chosen.TryGetValue(field.Name, out var given) || given.Length == 0) return !field.Required;
        return field.Type switch
        {
            "choice" => field.Choices.Any(c => c.Id == given),
            "choices" => given.Split(',').All(g => field.Choices.Any(c => c.Id == g)),
            "yes-no" => given is "yes" or "no",
            "date" => DateOnly.TryParseExact(given, "yyyy-MM-dd", out _),
            _ => false,
        };
    }

    private static Case Replace(Case @case, CaseTask task) => @case with { Tasks = [.. @case.Tasks.Select(t => t.Id == task.Id ? task : t)] };
}
