using SupportBot.Cases;

namespace SupportBot.Protocols;

/// <summary>A task that enters a row of the public log has its columns, and the case says who asks for the log.</summary>
internal static class LogChecks
{
    public static IEnumerable<(string At, string What, string Cure)> Check(Protocol protocol, CasePlan plan)
    {
        var logs = plan.Tasks.Where(t => t.IsLog).ToList();
        foreach (var task in logs)
            foreach (var (what, cure) in Form(task))
                yield return ($"task {task.Id}", $"the task {task.Id} enters the public log and {what}", cure);

        if (logs.Count > 0 != plan.PublicLog.Count > 0)
            yield return logs.Count > 0
                ? ($"task {logs[0].Id}", $"the task {logs[0].Id} enters the public log and the case does not say who asks for it", "add public-log: - { in: …, asks: …, source: …, status: … } to the case")
                : ("case", "the case says who asks for a public log and no task enters one", "write log: public at the task that does");
        if (plan.PublicLog.Count == 0)
            yield break;
        foreach (var place in protocol.Jurisdictions.Except(plan.PublicLog.Select(d => d.In)))
            yield return ("case", $"public-log says nothing of {place}, which the header names", $"add - {{ in: {place}, asks: nobody, … }} where nobody asks for one");
        foreach (var place in plan.PublicLog.Select(d => d.In).Except(protocol.Jurisdictions))
            yield return ("case", $"public-log names {place}, which the header does not", "add it to jurisdictions, or remove the line");
    }

    private static IEnumerable<(string What, string Cure)> Form(TaskPlan task)
    {
        foreach (var name in LogPlan.Choices)
        {
            var field = task.Form.FirstOrDefault(f => f.Name == name);
            if (field is not { Type: "choice", Required: true })
                yield return ($"has no required choice {name}", $"add {name}: {{ type: choice, label: …, required: true, choices: … }}");
            else if (name == LogPlan.Row)
                foreach (var choice in new[] { LogPlan.Entered, LogPlan.HeldBack }.Except(field.Choices.Select(c => c.Id)))
                    yield return ($"its {name} cannot be {choice}", "add the choice");
        }
        if (task.Form.FirstOrDefault(f => f.Name == LogPlan.Reported) is not { Type: "date" })
            yield return ($"has no date {LogPlan.Reported}", $"add {LogPlan.Reported}: {{ type: date, label: … }}");
        // A row is told from its choices alone; what is written would have nowhere to go.
        foreach (var text in task.Form.Where(f => f.Type == "text"))
            yield return ($"asks for words in {text.Name}", "ask for a choice, or in another task");
    }
}
