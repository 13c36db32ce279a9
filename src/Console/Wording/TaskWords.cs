using SupportBot.Cards;
using SupportBot.Cases;

namespace SupportBot.Console;

/// <summary>Tasks and what was chosen in them, in the words of their plan.</summary>
public static class TaskWords
{
    /// <summary>The title of a task; of one that repeats with which time it is: <c>Look at the plan again (2nd time)</c>.</summary>
    public static string Title(CaseTask task, TaskPlan plan, ICardWords words) =>
        task.Round == 1 ? plan.Title : words.Say("time.again", ("name", plan.Title), ("nth", TimeWords.Nth(task.Round, words)));

    /// <summary>The same for an id as it stands in the audit; the id itself where the plan has no such task.</summary>
    public static string Title(string taskId, CasePlan plan, ICardWords words) =>
        plan.Task(taskId) is { } known ? Title(new CaseTask(taskId, "", default, null), known, words) : taskId;

    /// <summary>A choice, several of them with commas between, yes or no, or a date, in words.</summary>
    /// <param name="given">As <see cref="CaseTask.Answers"/> holds it.</param>
    public static string Answer(FormField field, string given, ICardWords words) => string.Join(", ", given.Split(',').Select(id => field.Type switch
    {
        "yes-no" => words[id == "yes" ? "staff.yes" : "staff.no"],
        "date" => DateOnly.TryParseExact(id, "yyyy-MM-dd", out var day) ? TimeWords.Day(day, words) : id,
        _ => field.Choices.FirstOrDefault(c => c.Id == id)?.Label ?? id,
    }));
}
