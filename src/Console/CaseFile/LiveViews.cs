using SupportBot.Cards;
using SupportBot.Cases;
using SupportBot.Directory;

namespace SupportBot.Console;

/// <summary>Makes the live view of a case, for its page, for the fragment that an open page asks for, and for cards.</summary>
public sealed class LiveViews(District district, RefusalWords names, SchoolTime time, TimeProvider clock)
{
    private const int MostInShort = 3;

    public LiveView Of(SeenCase seen)
    {
        var (@case, plan, now) = (seen.Case, seen.Plan, clock.GetUtcNow());
        var dayOnly = SinceWords.IsDayOnly(@case);
        var tasks = @case.OpenTasks.OrderBy(t => t.Due ?? DateTimeOffset.MaxValue).Select(t => TaskOf(seen, t, now)).OfType<LiveTask>().ToList();
        var clocks = @case.Clocks.Where(c => c.StoppedAt is null).OrderBy(c => c.Due).Select(c => ClockOf(seen, c, now)).ToList();
        var shown = plan.HasLiveView ? int.MaxValue : MostInShort;
        return new LiveView(
            seen, now, plan.HasLiveView,
            SinceWords.Of(@case.OpenedAt, @case.ClosedAt ?? now, dayOnly), @case.ClosedAt is null ? @case.OpenedAt : null, @case.Anonymous && !dayOnly, dayOnly,
            @case.Owner is { } owner ? names.NameOf(owner) : "",
            [.. plan.Watch.Select(w => WatchOf(seen, w))], [.. tasks.Take(shown)], Math.Max(0, tasks.Count - shown), GateOf(seen), [.. clocks.Take(shown)])
        {
            Steps = [.. @case.Steps.Where(s => s.Wait && @case.ClosedAt is null).Select(s => StepsOf(seen, s, now))],
        };
    }

    private LiveWatch WatchOf(SeenCase seen, WatchPlan watch)
    {
        // What ended with the case was answered by nobody.
        var done = seen.Case.Tasks.LastOrDefault(t => t.PlanId == watch.Task && t is { IsFinished: true, FinishedBy: not null } && t.Answers.ContainsKey(watch.Field));
        if (done is null || seen.Plan.Task(watch.Task)?.Form.FirstOrDefault(f => f.Name == watch.Field) is not { } field)
            return new LiveWatch(watch.Label, null, "", null, "");
        var by = done.ProposedBy is { } first ? $"{names.NameOf(first)} and {names.NameOf(done.FinishedBy)}" : names.NameOf(done.FinishedBy);
        return new LiveWatch(watch.Label, TaskWords.Answer(field, done.Answers[watch.Field]), by, done.FinishedAt, time.Moment(done.FinishedAt!.Value, seen.Case.SchoolId));
    }

    private LiveTask? TaskOf(SeenCase seen, CaseTask task, DateTimeOffset now)
    {
        if (seen.Plan.Task(task.Id) is not { } plan) return null;
        var who = task.Owner is { } owner ? names.NameOf(owner) : district.Role(plan.Owner)?.Title ?? plan.Owner;
        var (when, left) = task.Due is { } due ? (time.Moment(due, seen.Case.SchoolId), TimeWords.Due(due, now)) : ("", "");
        return new LiveTask(task.Id, TaskWords.Title(task, plan), who, task.Due, when, left, task.IsOverdue(now), task.WaitsForSecond);
    }

    private static LiveGate? GateOf(SeenCase seen)
    {
        var (@case, plan) = (seen.Case, seen.Plan);
        if (plan.Gate is null || plan.State(plan.Gate) is not { } state || CaseEngine.IsOver(@case, plan)) return null;
        IEnumerable<string> missing = CaseEngine.Missing(@case, state, plan);
        if (state.IsEnd && @case.OpenAlert is not null) missing = missing.Append("acknowledge");
        return new LiveGate(state.Title, @case.State == state.Id, [.. missing.Select(id => RefusalWords.GateWords(id, @case, plan))]);
    }

    private LiveSteps StepsOf(SeenCase seen, CaseSteps steps, DateTimeOffset now)
    {
        var role = district.Role(steps.Role)?.Title ?? steps.Role;
        var who = steps.To is not { } to ? role : steps.AskTheRole ? $"{names.NameOf(to)} or {role}" : names.NameOf(to);
        return new LiveSteps(who, names.NameOf(steps.From), steps.Why == StepsReason.SecondPerson, steps.Since, time.Moment(steps.Since, seen.Case.SchoolId), steps.Due < now);
    }

    private LiveClock ClockOf(SeenCase seen, RunningClock running, DateTimeOffset now) => new(
        seen.Plan.Clocks.FirstOrDefault(c => c.Id == running.Id)?.Title ?? running.Id, running.Due, time.Moment(running.Due, seen.Case.SchoolId), TimeWords.Due(running.Due, now), running.Due < now);
}
