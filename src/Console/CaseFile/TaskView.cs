using SupportBot.Cases;

namespace SupportBot.Console;

/// <summary>One task as the page shows it.</summary>
public sealed record TaskView(CasePage Page, CaseTask Task, TaskPlan Plan)
{
    public string Form => $"task-{Task.Id}";

    public bool IsTyped => Page.Typed?.Name == Form;

    public bool IsOverdue => Task.IsOverdue(Page.Now);

    /// <summary>Who does it: a person it was handed to, or else the role.</summary>
    public string Who => Task.Owner is { } owner ? Page.Refusals.NameOf(owner) : Page.District.Role(Plan.Owner)?.Title ?? Plan.Owner;

    /// <summary>What was chosen in a finished task, in words.</summary>
    public IEnumerable<(string Label, string Answer)> Answers => Plan.Form
        .Where(asked => Task.Answers.ContainsKey(asked.Name))
        .Select(asked => (asked.Label, string.Join(", ", Task.Answers[asked.Name].Split(',').Select(id => AnswerWords(asked, id)))));

    /// <summary>Words of a finished task; empty unless this answer opens them.</summary>
    public IEnumerable<Words> Written => (Page.Opened ?? []).Where(w => w.Kind == WordsKind.TaskAnswer && w.About.StartsWith($"{Task.Id}/", StringComparison.Ordinal));

    /// <summary>Where a field is asked only after a certain choice: that choice, in words.</summary>
    public string? ConditionWords(FormField field)
    {
        if (field.When is not { } when || Plan.Form.FirstOrDefault(f => f.Name == when.Field) is not { } asked) return null;
        return $"Only {(when.Negated ? "unless" : "if")} \u201C{asked.Label}\u201D is \u201C{AnswerWords(asked, when.Choice)}\u201D";
    }

    private static string AnswerWords(FormField field, string id) => field.Type switch
    {
        "yes-no" => id == "yes" ? "Yes" : "No",
        _ => field.Choices.FirstOrDefault(c => c.Id == id)?.Label ?? id,
    };
}
