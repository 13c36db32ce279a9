using SupportBot.Cards;
using SupportBot.Cases;
using SupportBot.Directory;

namespace SupportBot.Console;

/// <summary>Makes the live view of a case, for its page, for the fragment that an open page asks for, and for cards.</summary>
public sealed class LiveViews(District district, RefusalWords names, SchoolTime time, ICardWords english, TimeProvider clock)
{
    private const int MostInShort = 3;

    /// <summary>In the console's own words.</summary>
    public LiveView Of(SeenCase seen) => Of(seen, english);

    /// <param name="words">Of whoever reads it; the titles are those of the plan that is handed in.</param>
    public LiveView Of(SeenCase seen, ICardWords words)
    {
        var (@case, plan, now) = (seen.Case, seen.Plan, clock.GetUtcNow());
        var dayOnly = SinceWords.IsDayOnly(@case);
        var tasks = @case.OpenTasks.OrderBy(t => t.Due ?? DateTimeOffset.MaxValue).Select(t => TaskOf(seen, t, now, words)).OfType<LiveTask>().ToList();
        var clocks = @case.Clocks.Where(c => c.StoppedAt is null).OrderBy(c => c.Due).Select(c => ClockOf(seen, c, now, words)).ToList();
        var shown = plan.HasLiveView ? int.MaxValue : MostInShort;
        return new LiveView(
            seen, now, plan.HasLiveView,
            SinceWords.Of(@case.OpenedAt, @case.ClosedAt ?? now, dayOnly), @case.ClosedAt is null ? @case.OpenedAt : null, @case.Anonymous && !dayOnly, dayOnly,
            @case.Owner is { } owner ? names.NameOf(owner, words) : "",
            [.. plan.Watch.Select(w => WatchOf(seen, w, words))], [.. tasks.Take(shown)], Math.Max(0, tasks.Count - shown), GateOf(seen, now, words), [.. clocks.Take(shown)])
        {
            Steps = [.. @case.Steps.Where(s => s.Wait && @case.ClosedAt is null).Select(s => StepsOf(seen, s, now))],
        };
    }

    private LiveWatch WatchOf(SeenCase seen, WatchPlan watch, ICardWords words)
    {
        // What ended with the case was answered by nobody.
        var done = seen.Case.Tasks.LastOrDefault(t => t.PlanId == watch.Task && t is { IsFinished: true, FinishedBy: not null } && t.Answers.ContainsKey(watch.Field));
        if (done is null || seen.Plan.Task(watch.Task)?.Form.FirstOrDefault(f => f.Name == watch.Field) is not { } field)
            return new LiveWatch(watch.Label, null, "", null, "");
        var by = done.ProposedBy is { } first ? words.Say("staff.and", ("name", names.NameOf(first, words)), ("other", names.NameOf(done.FinishedBy, words))) : names.NameOf(done.FinishedBy, words);
        return new LiveWatch(watch.Label, TaskWords.Answer(field, done.Answers[watch.Field], words), by, done.FinishedAt, time.Moment(done.FinishedAt!.Value, seen.Case.SchoolId));
    }

    private LiveTask? TaskOf(SeenCase seen, CaseTask task, DateTimeOffset now, ICardWords words)
    {
        if (seen.Plan.Task(task.Id) is not { } plan) return null;
        var who = task.Owner is { } owner ? names.NameOf(owner) : district.Role(plan.Owner)?.Title ?? plan.Owner;
        var (when, left) = task.Due is { } due ? (time.Moment(due, seen.Case.SchoolId), TimeWords.Due(due, now, words)) : ("", "");
        return new LiveTask(task.Id, TaskWords.Title(task, plan, words), who, task.Due, when, left, task.IsOverdue(now), task.WaitsForSecond);
    }

    private static LiveGate? GateOf(SeenCase seen, DateTimeOffset now, ICardWords words)
    {
        var (@case, plan) = (seen.Case, seen.Plan);
        if (plan.Gate is null || plan.State(plan.Gate) is not { } state || CaseEngine.IsOver(@case, plan)) return null;
        IEnumerable<string> missing = CaseEngine.Missing(@case, state, plan, now);
        if (state.IsEnd && @case.OpenAlert is not null) missing = missing.Append("acknowledge");
        return new LiveGate(state.Title, @case.State == state.Id, [.. missing.Select(id => RefusalWords.GateWords(id, @case, plan, words))]);
    }

    private LiveSteps StepsOf(SeenCase seen, CaseSteps steps, DateTimeOffset now)
    {
        var role = district.Role(steps.Role)?.Title ?? steps.Role;
        var who = steps.To is not { } to ? role : steps.AskTheRole ? $"{names.NameOf(to)} or {role}" : names.NameOf(to);
        return new LiveSteps(who, names.NameOf(steps.From), steps.Why == StepsReason.SecondPerson, steps.Since, time.Moment(steps.Since, seen.Case.SchoolId), steps.Due < now);
    }

    private LiveClock ClockOf(SeenCase seen, RunningClock running, DateTimeOffset now, ICardWords words) => new(
        seen.Plan.Clocks.FirstOrDefault(c => c.Id == running.Id)?.Title ?? running.Id, running.Due, time.Moment(running.Due, seen.Case.SchoolId), TimeWords.Due(running.Due, now, words), running.Due < now);
}
