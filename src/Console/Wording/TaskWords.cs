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

    /// <summary>A choice, several of them with commas between, yes or no, a date or a time, in words.</summary>
    /// <param name="given">As <see cref="CaseTask.Answers"/> holds it.</param>
    public static string Answer(FormField field, string given, ICardWords words) => string.Join(", ", given.Split(',').Select(id => field.Type switch
    {
        "yes-no" => words[id == "yes" ? "staff.yes" : "staff.no"],
        "time" => TimeOnly.TryParseExact(id, "HH:mm", out var time) ? time.ToString("t", words.Culture) : id,
        "date" => DateOnly.TryParseExact(id, "yyyy-MM-dd", out var day) ? TimeWords.Day(day, words) : id,
        _ => field.Choices.FirstOrDefault(c => c.Id == id)?.Label ?? id,
    }));

    /// <summary>What an open task that was filled in still lacks, in words; empty where nobody has filled it in, or it waits for a second person.</summary>
    /// <param name="case">That the task is of, and <paramref name="whole"/> its plan: what other tasks were answered may ask for more here.</param>
    public static IReadOnlyList<string> Lacking(CaseTask task, TaskPlan plan, Case @case, CasePlan whole, ICardWords words) =>
        task.IsFinished || task.WaitsForSecond || task.Answers.Count == 0 ? [] : [.. plan.Lacks(task.Answers, @case).Select(f => Lacking(f, task.Answers.GetValueOrDefault(f.Name, ""), @case, whole, words))];

    /// <summary>What a field must be answered with in a case, and because of which other answer, in words; null where any answer will do.</summary>
    public static string? MustBe(FormField field, Case @case, CasePlan plan, ICardWords words)
    {
        if (field.MustBe(@case) is not { } must) return null;
        var answers = must.Select(id => Quoted(field, id, words));
        var wanted = field.Type != "choices" ? string.Join($" {words["staff.or"]} ", answers)
            : must.Count == field.Choices.Count ? words["staff.all-of-them"] : string.Join($" {words["staff.both"]} ", answers);
        return Because(field, wanted, @case, plan, words);
    }

    private static string Lacking(FormField field, string given, Case @case, CasePlan plan, ICardWords words)
    {
        if (field.Type == "choices")
            return words.Say("staff.lacks", ("name", field.Label), ("status", Because(field, string.Join(", ", field.Must!.Except(given.Split(',')).Select(id => Quoted(field, id, words))), @case, plan, words)));
        var wanted = MustBe(field, @case, plan, words)!;
        return given.Length == 0
            ? words.Say("staff.must-be", ("name", field.Label), ("status", wanted))
            : words.Say("staff.must-be-and-is", ("name", field.Label), ("status", wanted), ("other", Quoted(field, given, words)));
    }

    private static string Because(FormField field, string wanted, Case @case, CasePlan plan, ICardWords words) =>
        field.MustWhen is { } when && plan.Task(when.Task) is { } other && other.Form.FirstOrDefault(f => f.Name == when.Field) is { } asked
            ? words.Say("staff.because", ("status", wanted), ("name", other.Title), ("other", string.Join(", ", when.Met(@case).Select(id => Quoted(asked, id, words)))))
            : wanted;

    private static string Quoted(FormField field, string id, ICardWords words) => $"\u201C{Answer(field, id, words)}\u201D";
}
