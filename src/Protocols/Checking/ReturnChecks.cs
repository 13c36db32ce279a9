using SupportBot.Cases;

namespace SupportBot.Protocols;

/// <summary>
/// What was done before something happened again does not pass for done after it unasked. Whether an answer still holds no program can tell; but where a task opens each time, its
/// author has said that coming there is another event, and what stands straight behind it must say whether it is asked anew.
/// </summary>
internal static class ReturnChecks
{
    public static IEnumerable<(string At, string What, string Cure)> Check(CasePlan plan)
    {
        var events = plan.Tasks.Where(t => t.EachTime).Select(t => t.Opens).Distinct().Select(plan.State).OfType<StatePlan>().ToList();
        var told = new HashSet<string>(StringComparer.Ordinal);
        foreach (var happened in events)
            foreach (var next in happened.Next.Where(n => n != happened.Id && IsWorkedIn(plan, n) && CaseChecks.Reached(plan, n, id => IsWorkedIn(plan, id)).Contains(happened.Id)))
                foreach (var task in plan.Tasks.Where(t => t.Opens == next && !t.EachTime && !t.SaysOnce && told.Add(t.Id)))
                    yield return ($"task {task.Id}", $"the case may come to {happened.Id} again, where something opens each time, and from there back to {next}: {task.Id}, done before, would count as done after it", "write each-time: true if it must be done anew, or each-time: false if what was done still holds");
    }

    // Opened again after its end a case asks everything anew by itself.
    private static bool IsWorkedIn(CasePlan plan, string id) => plan.State(id) is { IsEnd: false };
}
