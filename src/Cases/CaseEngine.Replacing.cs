namespace SupportBot.Cases;

/// <summary>What a family strikes or declines does not stay readable: a task may be written anew in the place of another.</summary>
public static partial class CaseEngine
{
    /// <summary>True where these are words of a task that was replaced: nobody is shown them, whether or not they were erased yet.</summary>
    public static bool IsReplaced(Case @case, Words words) =>
        words.Kind is WordsKind.TaskAnswer or WordsKind.Note && @case.Tasks.Any(t => t.ReplacedBy is not null && IsAbout(words.About, t.Id));

    /// <summary>True where words of <see cref="WordsKind.TaskAnswer"/> or <see cref="WordsKind.Note"/> belong to a task: an answer of its form, or why somebody did not agree to it.</summary>
    public static bool IsAbout(string about, string taskId) => about == taskId || about.StartsWith($"{taskId}/", StringComparison.Ordinal);

    // What came before it goes: the rounds of what it replaces, of what that replaced in its turn, and its own earlier rounds, which the family has read again since.
    private static (CaseStep Step, Case After) WithReplaced(CaseStep step, CaseTask by, CaseMoment moment)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal) { by.PlanId };
        for (var next = moment.Plan.Task(by.Id)?.Replaces; next is not null && ids.Add(next); next = moment.Plan.Task(next)?.Replaces) { }
        var replaced = step.Case.Tasks.Where(t => t.Id != by.Id && t.IsFinished && t.ReplacedBy is null && ids.Contains(t.PlanId)).Select(t => t.Id).ToList();
        if (replaced.Count == 0) return (step, step.Case);
        var after = step.Case with { Tasks = [.. step.Case.Tasks.Select(t => replaced.Contains(t.Id) ? t with { ReplacedBy = by.Id } : t)] };
        var hidden = step.Then(new CaseStep(after) { Audit = [.. replaced.Select(id => moment.Audit(after, AuditAction.WordsReplaced, id))] });
        // What a court may ask for is kept, and shown to nobody, until the hold is lifted.
        if (after.Hold is null) hidden = hidden.Then(Erase(after, replaced, moment));
        return (hidden, hidden.Case);
    }

    private static CaseStep Erase(Case @case, List<string> taskIds, CaseMoment moment)
    {
        if (taskIds.Count == 0) return new CaseStep(@case);
        // What was chosen from lists tells of the family as well: who was to read what.
        var after = @case with { Tasks = [.. @case.Tasks.Select(t => taskIds.Contains(t.Id) ? t with { Answers = new Dictionary<string, string>() } : t)] };
        return new CaseStep(after) { Audit = [.. taskIds.Select(id => moment.Program(after, AuditAction.WordsErased, id))], Erased = taskIds };
    }
}
