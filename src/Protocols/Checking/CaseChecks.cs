using SupportBot.Cases;
using SupportBot.Yaml;

namespace SupportBot.Protocols;

/// <summary>A case can always be worked to its end, and what its gates ask for can be done.</summary>
internal static class CaseChecks
{
    public static IEnumerable<Fault> Check(Protocol protocol, CasePlan plan, References references)
    {
        List<(string At, string What, string Cure)> gates = [.. Gates(protocol, plan)];
        // Of gates that are wrong one by one nothing more is said.
        if (gates.Count == 0) gates.AddRange(Deadlocks(plan));
        return States(plan).Concat(gates).Concat(Tasks(protocol, plan)).Concat(CaseLinkChecks.Check(plan)).Concat(LogChecks.Check(protocol, plan)).Concat(Roles(plan, references))
            .Select(f => protocol.PlaceOf(f.At).Fault(f.What, f.Cure))
            .Concat(plan.Linked.Concat(plan.Opens.Select(c => c.Protocol)).Select(id => ReferenceChecks.Missing(protocol.PlaceOf("case"), "protocol", id, references.Protocols)).OfType<Fault>())
            .Concat(plan.Tasks.Where(t => t.Slot is not null).Select(t => ReferenceChecks.Missing(protocol.PlaceOf($"task {t.Id}"), "slot", t.Slot!, references.Slots)).OfType<Fault>())
            .Concat(plan.Tasks.Where(t => t.TrainedIn is not null).Select(t => ReferenceChecks.Missing(protocol.PlaceOf($"task {t.Id}"), "training", t.TrainedIn!, references.Trainings)).OfType<Fault>());
    }

    private static IEnumerable<(string At, string What, string Cure)> States(CasePlan plan)
    {
        var ids = plan.States.Select(s => s.Id).ToArray();
        foreach (var state in plan.States)
            foreach (var next in state.Next.Where(n => !ids.Contains(n)))
                yield return ($"state {state.Id}", $"{state.Id} leads to {next}, which is no state", Near(next, ids));
        if (!plan.States.Any(s => s.IsEnd))
            yield return ("case", "no state ends the case", "write end: true at the state it closes in");
        if (plan.Outcomes.Count == 0)
            yield return ("case", "the case has no outcomes, so it cannot be closed", "add outcomes with an id and a label");
        var reached = Reached(plan, plan.First.Id, _ => true);
        foreach (var state in plan.States.Where(s => !reached.Contains(s.Id)))
            yield return ($"state {state.Id}", $"no state leads to {state.Id}", "add it to the next of another state");
        foreach (var state in plan.States.Where(s => !Reached(plan, s.Id, _ => true).Any(id => plan.State(id)!.IsEnd)))
            yield return ($"state {state.Id}", $"from {state.Id} the case can never be closed", "lead on to a state that ends it");
        if (plan.Keep is { } keep && !ids.Contains(keep.After))
            yield return ("case", $"keep counts from {keep.After}, which is no state", Near(keep.After, ids));
    }

    private static IEnumerable<(string At, string What, string Cure)> Gates(Protocol protocol, CasePlan plan)
    {
        foreach (var state in plan.States)
            foreach (var id in state.Requires)
            {
                if (plan.Task(id) is not { } task)
                    yield return ($"state {state.Id}", $"{state.Id} requires {id}, which is no task", Near(id, plan.Tasks.Select(t => t.Id)));
                else if (state == plan.First)
                    yield return ($"state {state.Id}", $"{state.Id} is where the case begins and cannot require {id}", "require it later");
                else if (plan.State(task.Opens) is not null && !Reached(plan, plan.First.Id, s => s != state.Id).Contains(task.Opens))
                    yield return ($"state {state.Id}", $"{state.Id} requires {id}, which opens only in {task.Opens}, after it", "open the task in an earlier state");
                else if (task.In is { } only && protocol.Jurisdictions.Any(j => j != only))
                    yield return ($"state {state.Id}", $"{state.Id} requires {id}, which opens in {only} only, so elsewhere nobody could get past", "make the task one for everywhere, or do not require it");
            }
    }

    // Gates that wait for each other: each could open alone, and none of them ever does.
    private static IEnumerable<(string At, string What, string Cure)> Deadlocks(CasePlan plan)
    {
        HashSet<string> open = [plan.First.Id];
        bool IsOpen(string id) => plan.Task(id) is not { } task || plan.State(task.Opens) is null || open.Contains(task.Opens);
        while (plan.States.FirstOrDefault(s => !open.Contains(s.Id) && s.Requires.All(IsOpen) && plan.States.Any(before => open.Contains(before.Id) && before.Next.Contains(s.Id))) is { } next) open.Add(next.Id);
        var everywhere = Reached(plan, plan.First.Id, _ => true);
        foreach (var state in plan.States.Where(s => everywhere.Contains(s.Id) && !open.Contains(s.Id)))
            if (state.Requires.FirstOrDefault(id => !IsOpen(id)) is { } shut)
                yield return ($"state {state.Id}", $"nobody ever gets to {state.Id}: it requires {shut}, which opens in {plan.Task(shut)!.Opens}, and that is shut by a gate that waits for what comes after it", "open one of the tasks in an earlier state");
    }

    private static IEnumerable<(string At, string What, string Cure)> Tasks(Protocol protocol, CasePlan plan)
    {
        var ids = plan.States.Select(s => s.Id).ToArray();
        foreach (var twice in plan.Tasks.GroupBy(t => t.Id).Where(g => g.Count() > 1))
            yield return ($"task {twice.Key}", $"there are two tasks {twice.Key}", "give one of them another id");
        foreach (var task in plan.Tasks.Where(t => !ids.Contains(t.Opens)))
            yield return ($"task {task.Id}", $"the task {task.Id} opens in {task.Opens}, which is no state", Near(task.Opens, ids));
        foreach (var task in plan.Tasks.Where(t => t.Escalate.Count > 0 && t.Due is null))
            yield return ($"task {task.Id}", $"the task {task.Id} escalates but is never due", "add due: { within: … }");
        foreach (var clock in plan.Clocks)
            foreach (var state in new[] { clock.Starts, clock.Ends }.OfType<string>().Where(s => !ids.Contains(s)))
                yield return ($"clock {clock.Id}", $"the clock {clock.Id} names {state}, which is no state", Near(state, ids));
        foreach (var (at, place) in plan.Tasks.Select(t => ($"task {t.Id}", t.In)).Concat(plan.Clocks.Select(c => ($"clock {c.Id}", c.In))))
            if (place is not null && !protocol.Jurisdictions.Contains(place))
                yield return (at, $"{at} is in {place}, which the header does not name", protocol.Jurisdictions.Count == 0 ? "add jurisdictions to the header" : $"use one of {string.Join(", ", protocol.Jurisdictions)}");
    }

    private static IEnumerable<(string At, string What, string Cure)> Roles(CasePlan plan, References references)
    {
        var named = plan.Sees.Select(r => (At: "case", Role: r))
            .Concat(plan.Tasks.Select(t => (At: $"task {t.Id}", Role: t.Owner)))
            .Concat(plan.Tasks.SelectMany(t => t.AgreedBy.Select(role => (At: $"task {t.Id}", Role: role))))
            .Concat(plan.Tasks.SelectMany(t => t.Escalate.Select(e => (At: $"task {t.Id}", Role: e.To))));
        foreach (var (at, role) in named.Where(n => !references.Roles.Contains(n.Role)).Distinct())
            yield return (at, $"there is no role {role}", Near(role, references.Roles));
    }

    /// <summary>True where the case may come to a state without the task being done: no gate on some way there asks for it.</summary>
    internal static bool MayMiss(CasePlan plan, string taskId, string stateId) => Reached(plan, plan.First.Id, s => plan.State(s)?.Requires.Contains(taskId) != true).Contains(stateId);

    internal static HashSet<string> Reached(CasePlan plan, string from, Func<string, bool> through)
    {
        var reached = new HashSet<string>(StringComparer.Ordinal) { from };
        var open = new Queue<string>(reached);
        while (open.TryDequeue(out var id))
            foreach (var next in plan.State(id)?.Next ?? [])
                if (plan.State(next) is not null && through(next) && reached.Add(next))
                    open.Enqueue(next);
        return reached;
    }

    internal static string Near(string word, IEnumerable<string> candidates)
    {
        var all = candidates.ToArray();
        return Nearest.To(word, all) is { } near ? $"did you mean {near}?" : $"use one of {string.Join(", ", all)}";
    }
}
