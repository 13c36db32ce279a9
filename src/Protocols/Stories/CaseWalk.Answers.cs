using System.Globalization;
using SupportBot.Cases;

namespace SupportBot.Protocols;

internal sealed partial class CaseWalk
{
    /// <param name="inEarnest">True: with answers that finish it. False: with any that the form takes.</param>
    private void Finish(CaseTask task, bool inEarnest)
    {
        var form = plan.Task(task.Id)!;
        // Whoever fills in what is for the receiving school had no part in it before, and is there.
        if (form.ByReceivingSchool && _case.Arrived is null)
            HandToAnotherSchool();
        var by = form.ByReceivingSchool ? Actor.Staff(string.Create(CultureInfo.InvariantCulture, $"new{++_people}")) : Somebody();
        var (chosen, written) = Fill(form, task.Id, by, inEarnest);
        var result = CaseEngine.FinishTask(_case, task.Id, chosen, written, Moment(by));
        if (result.Refused is Refusal.TooEarly { From: var from })
        {
            PassTo(from);
            // What fell due meanwhile told people; the task has another token now, and the same id.
            result = CaseEngine.FinishTask(_case, task.Id, chosen, written, Moment(by));
        }

        Take(Done(result, $"task {form.Id}", $"{task.Id} cannot be filled in with [{string.Join(", ", chosen.Select(c => $"{c.Key}: {c.Value}"))}]"));
        if (inEarnest && _case.Tasks.First(t => t.Id == task.Id) is { IsFinished: false, WaitsForSecond: false })
            throw Broken($"task {form.Id}", $"{task.Id} stays open although each answer is what it must be");
    }

    private void Agree(CaseTask task, bool agrees)
    {
        var second = Actor.Staff(task.ProposedBy == "p0" ? "p1" : "p0");
        var step = Done(CaseEngine.Agree(_case, task.Id, agrees, Moment(second)), $"task {task.PlanId}", $"nobody can agree to {task.Id}");
        Take(step);
    }

    private (Dictionary<string, string> Chosen, List<Words> Written) Fill(TaskPlan form, string taskId, Actor by, bool inEarnest)
    {
        var chosen = new Dictionary<string, string>();
        var written = new List<Words>();
        foreach (var field in form.Form)
        {
            if (field.When?.Holds(chosen) == false || (!field.Required && chance.Next(3) == 0))
                continue;
            if (field.Type == "text")
                written.Add(new Words(Guid.Empty, _case.Id, WordsKind.TaskAnswer, $"{taskId}/{field.Name}", "", by, _now, new PersonText("words")));
            else
                chosen[field.Name] = Answer(field, inEarnest);
        }
        return (chosen, written);
    }

    private string Answer(FormField field, bool inEarnest)
    {
        var must = inEarnest ? field.MustBe(_case) : null;
        return field.Type switch
        {
            "choices" when must is not null => string.Join(',', must),
            "choices" => string.Join(',', field.Choices.Where(_ => chance.Next(2) == 0).DefaultIfEmpty(Any(field.Choices)).Select(c => c.Id)),
            "date" => DateOnly.FromDateTime(_now.UtcDateTime).AddDays(chance.Next(-30, 30)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            "time" => new TimeOnly(chance.Next(24), chance.Next(60)).ToString("HH:mm", CultureInfo.InvariantCulture),
            "yes-no" => Any(must ?? ["yes", "no"]),
            _ => Any(must ?? [.. field.Choices.Select(c => c.Id)]),
        };
    }

    // What must hold of any case after any step.
    private void LookAt(CaseStep step, string? before)
    {
        if (step.Audit.Count == 0)
            throw Broken("case", "changes and the audit does not say so");
        foreach (var task in _case.OpenTasks)
            if (task.Due is not null && task.Escalated <= plan.Task(task.Id)!.Escalate.Count && !_deadlines.Exists(d => d.Token == task.Token))
                throw Broken($"task {task.PlanId}", $"{task.Id} is open and due, and nothing will tell anybody");
        if (_case.Tasks.DistinctBy(t => t.Id).Count() != _case.Tasks.Count)
            throw Broken("case", "has two tasks of one id");
        if (_case.State == before)
            return;
        if (before is not null && !step.Notices.Any(n => n.Kind == NoticeKind.CardsChanged))
            throw Broken($"state {_case.State}", $"enters {_case.State} and no card says so");
        if (!CaseEngine.IsOver(_case, plan))
            return;
        if (_case.OpenTasks.Any() || _case.Clocks.Any(c => c.StoppedAt is null) || _case.Outcome is null || _case.ClosedAt is null || step.Audit.All(a => a.Action != AuditAction.Closed))
            throw Broken($"state {_case.State}", $"ends in {_case.State} and something of it goes on");
    }
}
