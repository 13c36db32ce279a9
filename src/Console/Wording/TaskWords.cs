using System.Globalization;
using SupportBot.Cases;

namespace SupportBot.Console;

/// <summary>Tasks and what was chosen in them, in the words of their plan.</summary>
public static class TaskWords
{
    /// <summary>The title of a task; of one that repeats with which time it is: <c>Look at the plan again (2nd time)</c>.</summary>
    public static string Title(CaseTask task, TaskPlan plan) => task.Round == 1 ? plan.Title : $"{plan.Title} ({Nth(task.Round)} time)";

    /// <summary>The same for an id as it stands in the audit; the id itself where the plan has no such task.</summary>
    public static string Title(string taskId, CasePlan plan) =>
        plan.Task(taskId) is { } known ? Title(new CaseTask(taskId, "", default, null), known) : taskId;

    /// <summary>A choice, several of them with commas between, yes or no, or a date, in words.</summary>
    /// <param name="given">As <see cref="CaseTask.Answers"/> holds it.</param>
    public static string Answer(FormField field, string given) => string.Join(", ", given.Split(',').Select(id => field.Type switch
    {
        "yes-no" => id == "yes" ? "Yes" : "No",
        "date" => DateOnly.TryParseExact(id, "yyyy-MM-dd", out var day) ? SchoolTime.Day(day) : id,
        _ => field.Choices.FirstOrDefault(c => c.Id == id)?.Label ?? id,
    }));

    /// <summary>What an open task that was filled in still lacks, in words; empty where nobody has filled it in, or it waits for a second person.</summary>
    public static IReadOnlyList<string> Lacking(CaseTask task, TaskPlan plan) =>
        task.IsFinished || task.WaitsForSecond || task.Answers.Count == 0 ? [] : [.. plan.Lacks(task.Answers).Select(f => Lacking(f, task.Answers.GetValueOrDefault(f.Name, "")))];

    /// <summary>What a field must be answered with, in words; null where any answer will do.</summary>
    public static string? MustBe(FormField field) => field switch
    {
        { Must: null } => null,
        { Type: "choices" } when field.Must.Count == field.Choices.Count => "all of them",
        { Type: "choices" } => string.Join(" and ", field.Must.Select(id => $"\u201C{Answer(field, id)}\u201D")),
        _ => string.Join(" or ", field.Must.Select(id => $"\u201C{Answer(field, id)}\u201D")),
    };

    private static string Lacking(FormField field, string given) => field.Type == "choices"
        ? $"\u201C{field.Label}\u201D still lacks {string.Join(", ", field.Must!.Except(given.Split(',')).Select(id => $"\u201C{Answer(field, id)}\u201D"))}"
        : $"\u201C{field.Label}\u201D must be {MustBe(field)}{(given.Length == 0 ? "" : $", and it is \u201C{Answer(field, given)}\u201D")}";

    private static string Nth(int number) => string.Create(CultureInfo.InvariantCulture, $"{number}{(number % 100 is 11 or 12 or 13 ? "th" : (number % 10) switch { 1 => "st", 2 => "nd", 3 => "rd", _ => "th" })}");
}
