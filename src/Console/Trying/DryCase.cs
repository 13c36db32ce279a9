using SupportBot.Cases;

namespace SupportBot.Console;

/// <summary>A task that a case would have: who, by when, and in sentences what else it waits for and what waits for it.</summary>
public sealed record DryTask(string Title, string Rule, IReadOnlyList<string> Notes);

/// <summary>A state that a case would come to.</summary>
/// <param name="Needs">Titles of what must be done before; empty where nothing blocks it.</param>
/// <param name="Opens">What opens with it.</param>
/// <param name="Beside">Cases that open by themselves beside it, as sentences.</param>
/// <param name="Next">Titles of where it may go on to.</param>
public sealed record DryState(string Title, bool IsEnd, IReadOnlyList<string> Needs, IReadOnlyList<DryTask> Opens, IReadOnlyList<string> Beside, IReadOnlyList<string> Next);

/// <summary>The case that a conversation would have opened, as its plan says and in the plan's order. It is read from the plan alone: no case is made for it.</summary>
public sealed record DryCase(string Title, IReadOnlyList<DryState> States)
{
    /// <param name="role">A role's title by its id.</param>
    /// <param name="titleOf">A protocol's title by its id.</param>
    public static DryCase Of(CasePlan plan, Func<string, string> role, Func<string, string> titleOf)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return new(plan.Title, [.. plan.States.Select(state => new DryState(
            state.Title,
            state.IsEnd,
            [.. state.Requires.Select(id => Named(id, plan))],
            [.. plan.Tasks.Where(t => t.Opens == state.Id).Select(t => new DryTask(t.Title, RuleWords.Of(t, plan, role), [.. Notes(t, plan, role)]))],
            [.. plan.Opens.Where(c => c.At == state.Id).Select(c => $"Opens beside it: \u201C{titleOf(c.Protocol)}\u201D{(c.When is { } when ? $", only where {Answered(when, plan)}" : "")}{(c.Once ? ", once" : "")}.")],
            [.. state.Next.Select(id => RefusalWords.StateWords(id, plan))]))]);
    }

    private static IEnumerable<string> Notes(TaskPlan task, CasePlan plan, Func<string, string> role)
    {
        if (task.When is { } when) yield return $"Only where {Answered(when, plan)}.";
        if (task.NotBefore is { } earliest) yield return $"Not before {ProtocolWords.Of(earliest.After)} have passed{(earliest.Field is null ? "" : ", but for an answer that leaves nothing to wait for")}.";
        if (task.ByReceivingSchool) yield return "Only by somebody of the school that the case is handed to, who had no part in it before.";
        if (task.TrainedIn is not null) yield return "Only by somebody who has the training for it on record.";
        if (task.TwoPerson) yield return $"Two people: one does it, another agrees{(task.AgreedBy.Count == 0 ? "" : $" ({string.Join(" or ", task.AgreedBy.Select(role))})")}.";
        foreach (var field in task.Form.Where(f => f.Must is not null))
            yield return $"Stays open until \u201C{field.Label}\u201D is what it must be.";
        if (task.EachTime) yield return "Opens again each time the case comes there.";
        if (task.Replaces is { } replaced) yield return $"Replaces \u201C{Named(replaced, plan)}\u201D at the family\u2019s wish: what was written there is erased.";
        var blocked = plan.States.Where(s => s.Requires.Contains(task.Id)).Select(s => $"\u201C{s.Title}\u201D").ToList();
        yield return blocked.Count == 0 ? "Blocks nothing." : $"Blocks {string.Join(", ", blocked)}{(task.Repeats is { All: true } ? ", until each round was done" : "")}.";
    }

    private static string Named(string taskId, CasePlan plan) => plan.Task(taskId)?.Title ?? taskId;

    private static string Answered(TaskCondition when, CasePlan plan)
    {
        var field = plan.Task(when.Task)?.Form.FirstOrDefault(f => f.Name == when.Field);
        return $"\u201C{Named(when.Task, plan)}\u201D was answered with {string.Join(" or ", when.Is.Select(id => $"\u201C{field?.Choices.FirstOrDefault(c => c.Id == id)?.Label ?? id}\u201D"))}";
    }
}
