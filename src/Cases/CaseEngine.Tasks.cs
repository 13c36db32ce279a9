namespace SupportBot.Cases;

public static partial class CaseEngine
{
    /// <summary>
    /// Finishes a task with its form; one that takes two people then waits for the second, see <see cref="Agree"/>. Where an answer falls short of what it
    /// must be (<see cref="TaskPlan.Lacks"/>), what was answered is kept and the task stays open with its deadline.
    /// </summary>
    /// <param name="chosen">Choices and dates by field.</param>
    /// <param name="written">Text fields, About = <c>task/field</c>.</param>
    public static CaseResult FinishTask(Case @case, string taskId, IReadOnlyDictionary<string, string> chosen, IReadOnlyList<Words> written, CaseMoment moment)
    {
        if (IsOver(@case, moment.Plan)) return new Refusal.CaseIsClosed();
        if (KeptOut(@case, moment.Actor) is { } keptOut) return keptOut;
        var task = @case.OpenTasks.FirstOrDefault(t => t.Id == taskId);
        var plan = moment.Plan.Task(taskId);
        // What waits for a second person is not filled in again over it: that person says no first.
        if (task is null || plan is null || task.WaitsForSecond) return new Refusal.TaskNotOpen(taskId);
        var unfilled = plan.Form.Where(f => !IsFilled(f, taskId, chosen, written)).Select(f => f.Name).ToArray();
        if (unfilled.Length > 0) return new Refusal.FormIncomplete(unfilled);

        if (plan.ByReceivingSchool && !Receives(@case, plan, moment)) return new Refusal.NotReceiving(@case.Arrived is not null);
        if (plan.TrainedIn is { } training && !moment.Trainings.Contains(training)) return new Refusal.NotTrained(training);
        var kept = written.Where(w => !w.Text.IsBlank).ToList();
        if (plan.Lacks(chosen, @case).Count > 0) return FellShort(@case, task with { Answers = chosen }, moment) with { Words = kept };
        if (plan.NotBefore is { } earliest && !earliest.IsWaived(chosen) && EarliestOf(task, plan, moment.Calendar) is { } from && moment.Now < from) return new Refusal.TooEarly(from);

        if (plan.TwoPerson)
        {
            var proposed = Replace(@case, task with { ProposedBy = moment.Actor.PersonId, Answers = chosen });
            return new CaseStep(proposed)
            {
                Audit = [moment.Audit(proposed, AuditAction.TaskProposed, taskId)],
                Notices = ToTell(proposed, proposed.OpenTasks.Where(t => t.Id == taskId), moment, moment.Now),
                Words = kept,
            };
        }

        return Finished(@case, task with { Answers = chosen }, plan, moment) with { Words = kept };
    }

    /// <summary>The second person of a task that takes two agrees, and it is finished; or does not, and it is open again.</summary>
    public static CaseResult Agree(Case @case, string taskId, bool agrees, CaseMoment moment)
    {
        if (IsOver(@case, moment.Plan)) return new Refusal.CaseIsClosed();
        if (KeptOut(@case, moment.Actor) is { } keptOut) return keptOut;
        var task = @case.OpenTasks.FirstOrDefault(t => t.Id == taskId && t.WaitsForSecond);
        if (task is null || moment.Plan.Task(taskId) is not { } plan) return new Refusal.TaskNotOpen(taskId);
        if (task.ProposedBy == moment.Actor.PersonId) return new Refusal.SamePerson();
        // A no may come from anybody who sees the case: it only opens the task again.
        if (agrees && plan.AgreedBy.Count > 0 && !plan.AgreedBy.Any(moment.RolesHere.Contains)) return new Refusal.NotTheirsToAgree(plan.AgreedBy);
        // What it must be may hang on another task, whose answer may be newer than what was filled in here.
        if (agrees && plan.Lacks(task.Answers, @case).Count > 0) return FellShort(@case, task with { ProposedBy = null }, moment);
        if (agrees) return Finished(@case, task, plan, moment);
        var again = Replace(@case, task with { ProposedBy = null, Answers = new Dictionary<string, string>() });
        // Whoever filled it in believes that it is done. Somebody of their role who says no hears of it too: better than nobody.
        return new CaseStep(again) { Audit = [moment.Audit(again, AuditAction.TaskNotAgreed, taskId)], Notices = ToTell(again, again.OpenTasks.Where(t => t.Id == taskId), moment, moment.Now) };
    }

    private static CaseStep FellShort(Case @case, CaseTask task, CaseMoment moment)
    {
        var after = Replace(@case, task);
        return new CaseStep(after) { Audit = [moment.Audit(after, AuditAction.TaskFellShort, task.Id)], Notices = LiveChanged(after, moment) };
    }

    private static CaseStep Finished(Case @case, CaseTask task, TaskPlan plan, CaseMoment moment)
    {
        var done = task with { FinishedAt = moment.Now, FinishedBy = moment.Actor.PersonId, Token = moment.NewToken() };
        var after = Stopped(Replace(@case, done), plan, moment);
        var step = new CaseStep(after)
        {
            Audit = [moment.Audit(after, AuditAction.TaskDone, task.Id)],
            Notices = LiveChanged(after, moment),
        };
        if (plan.IsLog) step = step.WithLog(moment.Plan);
        if (plan.Replaces is not null) (step, after) = WithReplaced(step, done, moment);
        return plan.Repeats is { } repeats && (repeats.Times is not { } times || after.NowOf(plan.Id).Count < times)
            ? step.Then(OpenTask(after, plan, moment))
            : step;
    }

    /// <summary>When a task may be finished; null where it may at once.</summary>
    public static DateTimeOffset? EarliestOf(CaseTask task, TaskPlan plan, ICaseCalendar calendar) => plan.NotBefore is { } earliest ? calendar.Add(task.OpenedAt, earliest.After) : null;

    // The case without tasks whose repetition ends with the state that it has just entered.
    private static Case Lapsed(Case @case, StatePlan state, CaseMoment moment) => @case with
    {
        Tasks = [.. @case.Tasks.Select(t => !t.IsFinished && moment.Plan.Task(t.Id)?.Repeats?.Until == state.Id ? t with { FinishedAt = moment.Now, HasLapsed = true, Token = moment.NewToken() } : t)],
    };

    private static bool Receives(Case @case, TaskPlan plan, CaseMoment moment) =>
        @case.Arrived is { } arrived && moment.RolesHere.Contains(plan.Owner)
        && !@case.Tasks.Any(t => t.FinishedAt <= arrived.At && (t.FinishedBy == moment.Actor.PersonId || t.ProposedBy == moment.Actor.PersonId));

    // Where a live view stands in chats, what it watches and what it waits for may just have changed.
    private static IReadOnlyList<Notice> LiveChanged(Case @case, CaseMoment moment) =>
        moment.Plan.HasLiveView ? [CardsChanged(@case, moment)] : [];

    /// <summary>Hands a task to another person; its deadline stays.</summary>
    public static CaseResult HandOver(Case @case, string taskId, string personId, CaseMoment moment)
    {
        if (@case.Excluded.Contains(personId)) return new Refusal.PersonExcluded(personId);
        if (@case.OpenTasks.FirstOrDefault(t => t.Id == taskId) is not { } task) return new Refusal.TaskNotOpen(taskId);
        var after = Replace(@case, task with { Owner = personId });
        return new CaseStep(after)
        {
            Audit = [moment.Audit(after, AuditAction.TaskHandedOver, $"{taskId}:{personId}")],
            Notices =
            [
                CardsChanged(after, moment),
                .. personId == moment.Actor.PersonId ? [] : ToTell(after, after.OpenTasks.Where(t => t.Id == taskId), moment, moment.Now),
            ],
        };
    }

    // One notice for each role that is to do something now. What only the receiving school does is told to nobody before the case has come there.
    private static IReadOnlyList<Notice> ToTell(Case @case, IEnumerable<CaseTask> tasks, CaseMoment moment, DateTimeOffset at) =>
    [
        .. tasks.Where(t => @case.Arrived is not null || moment.Plan.Task(t.Id) is not { ByReceivingSchool: true })
            .SelectMany(t => t.Roles.Select(role => (Role: role, t.Id))).GroupBy(t => t.Role, t => t.Id)
            .Select(role => new Notice(@case.Id, NoticeKind.TaskOpened, OpenedTasks.SubjectOf(role), role.Key, 0, false, at)),
    ];

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
            Notices =
            [
                new Notice(after.Id, NoticeKind.TaskOverdue, taskId, told, task.Escalated, false, moment.Now),
                // Its gate may just have shut: nobody knows any more who stays.
                .. plan.Repeats?.Until is null ? [] : LiveChanged(after, moment),
            ],
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
            "time" => TimeOnly.TryParseExact(given, "HH:mm", out _),
            _ => false,
        };
    }

    private static Refusal.PersonExcluded? KeptOut(Case @case, Actor actor) =>
        actor.PersonId is { } person && @case.Excluded.Contains(person) ? new Refusal.PersonExcluded(person) : null;

    private static Case Replace(Case @case, CaseTask task) => @case with { Tasks = [.. @case.Tasks.Select(t => t.Id == task.Id ? task : t)] };
}
