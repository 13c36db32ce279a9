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
        var open = worked.Seen?.Case.OpenTasks.FirstOrDefault(t => t.Id == taskId);
        return await AnswerAsync(worked, open is null ? "task" : open.WaitsForSecond ? "proposed" : "short", typed, cancel);
    }

    /// <summary>The second person of a task that takes two says yes, or says no and why. The reason is a note for staff.</summary>
    public async Task<IActionResult> OnPostAgreeAsync(CancellationToken cancel)
    {
        var form = await Request.ReadFormAsync(cancel);
        var (taskId, agrees) = (form["task"].ToString(), form["agrees"].ToString() == "yes");
        var typed = TypedForm.Of($"agree-{taskId}", form);
        var reason = typed.Words("reason");
        var worked = await work.DoAsync(Me, Number, "agree", adds: false, (seen, moment) =>
        {
            var result = CaseEngine.Agree(seen.Case, taskId, agrees, moment);
            if (agrees || result.Step is not { } again) return result;
            if (reason.IsBlank || reason.Length > LongestText) return new Refusal.ReasonMissing();
            return again.Then(CaseEngine.AddNote(again.Case, Said(seen, WordsKind.Note, reason, taskId, $"Did not agree: {TaskWords.Title(taskId, seen.Plan, refusals.English)}"), moment).Step!);
        }, cancel);
        if (worked.Refused is Refusal.ReasonMissing) typed = typed.With("reason", reason.IsBlank ? "Please say why you do not agree." : $"This is {reason.Length} characters long. Please keep it to {LongestText}.");
        return await AnswerAsync(worked, agrees ? "agreed" : "not-agreed", typed, cancel);
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
    public string LabelOf(string field) => Case.Tasks.Where(t => Typed?.Name == $"task-{t.Id}").Select(t => Plan.Task(t.Id)).FirstOrDefault()?.Form.FirstOrDefault(f => f.Name == field)?.Label ?? "";

    private CaseResult Finish(SeenCase seen, string taskId, TypedForm typed, CaseMoment moment)
    {
        if (seen.Plan.Task(taskId) is not { } plan) return new Refusal.TaskNotOpen(taskId);
        var form = TaskForm.Read(plan, typed);
        var written = form.Written.Select(w => Said(seen, WordsKind.TaskAnswer, w.Text, $"{taskId}/{w.Field}", w.Label)).ToList();
        return CaseEngine.FinishTask(seen.Case, taskId, form.Chosen, written, moment);
    }
}
