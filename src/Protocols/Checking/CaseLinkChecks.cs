using SupportBot.Cases;

namespace SupportBot.Protocols;

/// <summary>What depends on the answer of another task, opens other cases or is kept in sight names what is there, in time.</summary>
internal static class CaseLinkChecks
{
    public static IEnumerable<(string At, string What, string Cure)> Check(CasePlan plan) =>
        plan.Tasks.Where(t => t.When is not null).SelectMany(t => Condition(plan, $"task {t.Id}", t.When!, t.Opens))
            .Concat(plan.Tasks.SelectMany(t => t.Form.Where(f => f.MustWhen is not null).SelectMany(f => Condition(plan, $"task {t.Id}", f.MustWhen!, t.Opens, mayRepeat: true))))
            .Concat(plan.Opens.Where(c => c.When is not null).SelectMany(c => Condition(plan, "case", c.When!, c.At)))
            .Concat(plan.Opens.Where(c => plan.State(c.At) is null).Select(c => ("case", $"opens names {c.At}, which is no state", CaseChecks.Near(c.At, plan.States.Select(s => s.Id)))))
            .Concat(plan.Opens.Where(c => c.At == plan.First.Id).Select(c => ("case", $"{c.Protocol} would open before any person has looked at the case", "open it in a later state")))
            .Concat(plan.Clocks.Where(c => c.EndsWith is not null).SelectMany(c => EndsWith(plan, c)))
            .Concat(Watch(plan))
            .Concat(Repeating(plan))
            .Concat(plan.Tasks.SelectMany(t => NotBefore(plan, t)))
            .Concat(ReplaceChecks.Check(plan))
            .Concat(ReturnChecks.Check(plan));

    private static IEnumerable<(string At, string What, string Cure)> Condition(CasePlan plan, string at, TaskCondition when, string opens, bool mayRepeat = false)
    {
        if (Choice(plan, at, when.Task, when.Field) is { } fault)
        {
            yield return fault;
            yield break;
        }

        var task = plan.Task(when.Task)!;
        foreach (var unknown in Unknown(at, task, when.Field, when.Is)) yield return unknown;
        if (task.Repeats is not null && !mayRepeat)
            yield return (at, $"{when.Task} repeats, so its answer may change after this was decided", "ask it in a task that is done once");
        if (plan.State(opens) is not null && CaseChecks.MayMiss(plan, when.Task, opens))
            yield return (at, $"{when.Task} may not be finished yet when the case enters {opens}", $"let {opens}, or a state on every way to it, require {when.Task}");
    }

    private static IEnumerable<(string At, string What, string Cure)> EndsWith(CasePlan plan, ClockPlan clock)
    {
        var with = clock.EndsWith!;
        if (Choice(plan, $"clock {clock.Id}", with.Task, with.Field) is { } fault)
        {
            yield return fault;
            yield break;
        }

        var task = plan.Task(with.Task)!;
        foreach (var unknown in Unknown($"clock {clock.Id}", task, with.Field, with.Is)) yield return unknown;
        if (task.In is { } place && clock.In != place)
            yield return ($"clock {clock.Id}", $"the clock {clock.Id} ends with {with.Task}, which opens in {place} only", $"let the clock be in {place}, or name another task");
    }

    private static IEnumerable<(string At, string What, string Cure)> Watch(CasePlan plan)
    {
        if (plan.Gate is { } gate && plan.State(gate) is null)
            yield return ("case", $"gate names {gate}, which is no state", CaseChecks.Near(gate, plan.States.Select(s => s.Id)));
        foreach (var line in plan.Watch)
            if (Choice(plan, "case", line.Task, line.Field) is { } fault)
                yield return fault;
    }

    private static IEnumerable<(string At, string What, string Cure)> NotBefore(CasePlan plan, TaskPlan task)
    {
        if (task.NotBefore is not { } earliest) yield break;
        var (calendar, noon) = (new StoryCalendar(), new DateTimeOffset(2026, 9, 8, 12, 0, 0, TimeSpan.Zero));
        foreach (var due in new[] { task.Due, task.Repeats?.Every }.OfType<Span>())
            if (calendar.Add(noon, due) < calendar.Add(noon, earliest.After))
                yield return ($"task {task.Id}", $"the task {task.Id} is overdue before it may be finished", "let not-before be shorter than due and repeats");
        if (earliest.Field is not { } field) yield break;
        if (Choice(plan, $"task {task.Id}", task.Id, field) is { } fault) yield return fault;
        else
            foreach (var unknown in Unknown($"task {task.Id}", task, field, earliest.Unless)) yield return unknown;
    }

    private static IEnumerable<(string At, string What, string Cure)> Repeating(CasePlan plan)
    {
        foreach (var task in plan.Tasks.Where(t => t.Repeats is not null && t.Due is null))
            yield return ($"task {task.Id}", $"the task {task.Id} repeats but the first is never due", "add due: { within: … }");
        foreach (var task in plan.Tasks)
            if (task.Repeats?.Until is { } until)
                foreach (var (what, cure) in Until(plan, task, until))
                    yield return ($"task {task.Id}", what, cure);
    }

    private static IEnumerable<(string What, string Cure)> Until(CasePlan plan, TaskPlan task, string until)
    {
        if (plan.State(until) is null)
            yield return ($"the task {task.Id} repeats until {until}, which is no state", CaseChecks.Near(until, plan.States.Select(s => s.Id)));
        else if (plan.State(task.Opens) is not null && (until == task.Opens || !CaseChecks.Reached(plan, task.Opens, _ => true).Contains(until)))
            yield return ($"the task {task.Id} repeats until {until}, which does not come after {task.Opens}, where it opens", "name a state to which a case can go from there");
        // What ends undone with that state is never done: a gate behind it would wait for ever.
        else if (CaseChecks.MayMiss(plan, task.Id, until))
            foreach (var state in plan.States.Where(s => s.Id != until && s.Requires.Contains(task.Id) && CaseChecks.Reached(plan, until, _ => true).Contains(s.Id)))
                yield return ($"{state.Id} requires {task.Id}, which ends with {until} and may not be done by then", $"let {until} require it too, or repeat it until a later state");
    }

    private static (string At, string What, string Cure)? Choice(CasePlan plan, string at, string taskId, string field)
    {
        if (plan.Tasks.FirstOrDefault(t => t.Id == taskId) is not { } task)
            return (at, $"there is no task {taskId}", CaseChecks.Near(taskId, plan.Tasks.Select(t => t.Id)));
        var choices = task.Form.Where(f => f.Type is "choice" or "choices" or "yes-no").Select(f => f.Name).ToList();
        return choices.Contains(field) ? null : (at, $"{taskId} has no choice called {field}", CaseChecks.Near(field, choices));
    }

    private static IEnumerable<(string At, string What, string Cure)> Unknown(string at, TaskPlan task, string field, IEnumerable<string> wanted) =>
        wanted.Where(w => !ChoicesOf(task, field).Contains(w)).Select(w => (at, $"{field} of {task.Id} has no choice {w}", CaseChecks.Near(w, ChoicesOf(task, field))));

    private static IReadOnlyList<string> ChoicesOf(TaskPlan task, string field)
    {
        var asked = task.Form.First(f => f.Name == field);
        return asked.Type == "yes-no" ? ["yes", "no"] : [.. asked.Choices.Select(c => c.Id)];
    }
}
