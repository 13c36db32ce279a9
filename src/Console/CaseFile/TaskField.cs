using SupportBot.Cases;

namespace SupportBot.Console;

/// <summary>One field of a task's form, with what was typed into it.</summary>
public sealed record TaskField(TaskView Task, FormField Field)
{
    public string Id => $"{Task.Form}-{Field.Name}";

    public string Typed => Task.Page.TypedIn(Task.Form, Field.Name);

    public string? Error => Task.Page.ErrorIn(Task.Form, Field.Name);

    public string? Condition => Task.ConditionWords(Field);

    public string Need => Field.Required ? "" : " (you can leave this empty)";

    public string? DescribedBy
    {
        get
        {
            var ids = new[] { Condition is null ? null : $"{Id}-when", Error is null ? null : $"{Id}-error" }.OfType<string>().ToArray();
            return ids.Length == 0 ? null : string.Join(' ', ids);
        }
    }

    public IReadOnlyList<PlanChoice> Choices => Field.Type == "yes-no" ? [new("yes", "Yes"), new("no", "No")] : Field.Choices;

    public bool IsPicked(string id) => Typed.Split(',').Contains(id);
}
