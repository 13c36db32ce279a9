using SupportBot.Cases;

namespace SupportBot.Protocols;

/// <summary>What a task replaces is there, is done by then, and is nothing that somebody still has to read.</summary>
internal static class ReplaceChecks
{
    public static IEnumerable<(string At, string What, string Cure)> Check(CasePlan plan) =>
        plan.Tasks.Where(t => t.Replaces is not null).SelectMany(t => Check(plan, t, t.Replaces!).Select(f => ($"task {t.Id}", f.What, f.Cure)));

    private static IEnumerable<(string What, string Cure)> Check(CasePlan plan, TaskPlan task, string replaced)
    {
        if (replaced == task.Id)
        {
            yield return ($"the task {task.Id} replaces itself", "name the task whose words it replaces");
            yield break;
        }

        if (plan.Tasks.FirstOrDefault(t => t.Id == replaced) is not { } old)
        {
            yield return ($"the task {task.Id} replaces {replaced}, which is no task", CaseChecks.Near(replaced, plan.Tasks.Select(t => t.Id)));
            yield break;
        }

        if (ComesBack(plan, task))
        {
            yield return ($"what {task.Id} replaces is replaced in a circle, so nothing of it could be read", "let the last one written replace those before it");
            yield break;
        }

        if (plan.State(task.Opens) is not null && CaseChecks.MayMiss(plan, replaced, task.Opens))
            yield return ($"{replaced} may not be finished yet when the case enters {task.Opens}, so its words could be written after {task.Id} replaced them", $"let {task.Opens}, or a state on every way to it, require {replaced}");
        if (old.Repeats is not null)
            yield return ($"{replaced} repeats, so its words could be written again after {task.Id} replaced them", "replace a task that is done once");
        if (old.EachTime && !task.EachTime)
            yield return ($"{replaced} opens each time the case comes to {old.Opens}, and {task.Id} only once", $"write each-time: true at {task.Id} too");
        if (old.IsLog)
            yield return ($"{replaced} enters the public log, which is made of its answers", "replace another task");
        foreach (var reader in Readers(plan, replaced))
            yield return ($"{reader} asks what {replaced} was answered, which is erased once {task.Id} is finished", "ask a task that is not replaced");
    }

    private static bool ComesBack(CasePlan plan, TaskPlan task)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var next = task.Replaces; next is not null && seen.Add(next); next = plan.Tasks.FirstOrDefault(t => t.Id == next)?.Replaces)
            if (next == task.Id)
                return true;
        return false;
    }

    private static IEnumerable<string> Readers(CasePlan plan, string id) =>
        plan.Tasks.Where(t => t.When?.Task == id || t.Form.Any(f => f.MustWhen?.Task == id)).Select(t => $"the task {t.Id}")
            .Concat(plan.Opens.Where(c => c.When?.Task == id).Select(c => $"what opens {c.Protocol}"))
            .Concat(plan.Watch.Where(w => w.Task == id).Select(w => $"the line \"{w.Label}\" that is watched"));
}
