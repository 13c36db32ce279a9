using SupportBot.Cases;

namespace SupportBot.Console;

/// <summary>One field of a task's form, with what was typed into it.</summary>
public sealed record TaskField(TaskView Task, FormField Field)
{
    public string Id => $"{Task.Form}-{Field.Name}";

    /// <summary>What was typed and refused; else what was chosen before, where it fell short.</summary>
    public string Typed => Task.Page.Typed?.Name == Task.Form ? Task.Page.TypedIn(Task.Form, Field.Name) : Task.Task.Answers.GetValueOrDefault(Field.Name, "");

    public string? Error => Task.Page.ErrorIn(Task.Form, Field.Name);

    public string? Condition => Task.ConditionWords(Field);

    public string Need => Field.Required ? "" : " (you can leave this empty)";

    /// <summary>What it must be for the task to be finished; null where any answer will do.</summary>
    public string? Must => TaskWords.MustBe(Field, Task.Page.Case, Task.Page.Plan, Task.Page.Refusals.English) is { } answer ? $"The task is finished only with {answer}." : null;

    public string? DescribedBy
    {
        get
        {
            var ids = new[] { Condition is null ? null : $"{Id}-when", Must is null ? null : $"{Id}-must", Error is null ? null : $"{Id}-error" }.OfType<string>().ToArray();
            return ids.Length == 0 ? null : string.Join(' ', ids);
        }
    }

    public IReadOnlyList<PlanChoice> Choices => Field.Type == "yes-no" ? [new("yes", "Yes"), new("no", "No")] : Field.Choices;

    public bool IsPicked(string id) => Typed.Split(',').Contains(id);
}
