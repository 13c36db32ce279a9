using Microsoft.AspNetCore.Mvc;
using SupportBot.Cases;
using SupportBot.Directory;

namespace SupportBot.Console;

public sealed partial class CasePage
{
    public async Task<IActionResult> OnPostTaskAsync(CancellationToken cancel)
    {
        var form = await Request.ReadFormAsync(cancel);
        var taskId = form["task"].ToString();
        var typed = TypedForm.Of($"task-{taskId}", form);
        var worked = await work.DoAsync(Me, Number, "task", adds: false, (seen, moment) => Finish(seen, taskId, typed, moment), cancel);
        if (worked is { Seen: { } now, Refused: Refusal.FormIncomplete missing } && now.Plan.Task(taskId) is { } plan)
            foreach (var field in plan.Form.Where(f => missing.Fields.Contains(f.Name)))
                typed = typed.With(field.Name, TaskForm.ErrorOf(field, typed));
        return await AnswerAsync(worked, "task", typed, cancel);
    }

    public async Task<IActionResult> OnPostHandoverAsync([FromForm] string? task, [FromForm] string? person, CancellationToken cancel)
    {
        if (await work.FindAsync(Me, Number, cancel) is not { } seen) return new UnseenResult();
        var open = seen.Case.OpenTasks.FirstOrDefault(t => t.Id == task);
        if (!seen.MayDirect && open?.Owner != Me.Id) return await RefuseAsync(seen, RefusalWords.NotYours, null, 403, cancel);
        if (open is not null && !CandidatesFor(seen, open).Any(p => p.Id == person)) return await RefuseAsync(seen, RefusalWords.Nobody, null, 422, cancel);
        var worked = await work.DoAsync(Me, Number, "hand-over", adds: false, (now, moment) => CaseEngine.HandOver(now.Case, task ?? "", person ?? "", moment), cancel);
        return await AnswerAsync(worked, "handed-over", null, cancel);
    }

    /// <summary>Whom an open task may be handed to.</summary>
    public IReadOnlyList<Person> CandidatesFor(SeenCase seen, CaseTask task) =>
        seen.Plan.Task(task.Id) is { } plan ? sight.WhoMayTake(seen.Case, seen.Plan, plan) : [];

    /// <summary>The question of a task's field that was refused; empty for the fields of every other form.</summary>
    public string LabelOf(string field) => Plan.Tasks.FirstOrDefault(t => Typed?.Name == $"task-{t.Id}")?.Form.FirstOrDefault(f => f.Name == field)?.Label ?? "";

    private CaseResult Finish(SeenCase seen, string taskId, TypedForm typed, CaseMoment moment)
    {
        if (seen.Plan.Task(taskId) is not { } plan) return new Refusal.TaskNotOpen(taskId);
        var form = TaskForm.Read(plan, typed);
        var written = form.Written.Select(w => Said(seen, WordsKind.TaskAnswer, w.Text, $"{taskId}/{w.Field}", w.Label)).ToList();
        return CaseEngine.FinishTask(seen.Case, taskId, form.Chosen, written, moment);
    }
}
