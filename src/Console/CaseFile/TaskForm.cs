using SupportBot.Cases;

namespace SupportBot.Console;

/// <summary>Reads a task's form: choices and dates apart from words, and what is wrong with each field.</summary>
public sealed record TaskForm(IReadOnlyDictionary<string, string> Chosen, IReadOnlyList<(string Field, string Label, PersonText Text)> Written)
{
    /// <summary>Answers to questions that are not asked (another choice was made) are left out, whatever the browser sent.</summary>
    public static TaskForm Read(TaskPlan plan, TypedForm typed)
    {
        var chosen = new Dictionary<string, string>();
        var written = new List<(string, string, PersonText)>();
        foreach (var field in plan.Form.Where(f => f.When is null || f.When.Holds(chosen)))
        {
            if (field.Type == "text") written.Add((field.Name, field.Label, typed.Words(field.Name)));
            else if (typed.Text(field.Name) is { Length: > 0 } given) chosen[field.Name] = given;
        }

        return new TaskForm(chosen, written);
    }

    /// <summary>A sentence for a field that the engine refused.</summary>
    public static string ErrorOf(FormField field, TypedForm typed) => field.Type switch
    {
        "text" when typed.Words(field.Name) is { IsBlank: false } text => $"This is {text.Length} characters long. Please keep it to {field.Max}.",
        "text" => "Please write something here.",
        "date" when typed.Text(field.Name).Length > 0 => "Please give the day as year-month-day, such as 2026-11-23.",
        "date" => "Please give the day.",
        "time" when typed.Text(field.Name).Length > 0 => "Please give the time as hours and minutes, such as 14:30.",
        "time" => "Please give the time of the day.",
        "choices" => "Please pick at least one.",
        _ => "Please pick one.",
    };
}
