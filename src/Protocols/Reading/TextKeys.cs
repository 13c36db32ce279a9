using SupportBot.Cases;

namespace SupportBot.Protocols;

/// <summary>Names every text of a protocol that a person in the chat may read: <c>ask-safety.choices.unsafe</c>.</summary>
public static class TextKeys
{
    public const string Title = "title";

    /// <summary>Keys and base-language texts, in the order of the file.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> Of(Protocol protocol) =>
        [new(Title, protocol.Title), .. protocol.Steps.SelectMany(OfStep)];

    public const string CaseTitle = "case.title";

    /// <summary>
    /// Names of the texts of a protocol's case that a card may show: kind, states, tasks, clocks, what the live view keeps in sight, and what a task that falls short must be answered with. Only staff read them, so they are
    /// asked of the languages that staff read and of no other.
    /// </summary>
    public static IReadOnlyList<KeyValuePair<string, string>> OfCase(Protocol protocol) => protocol.Case is not { } plan ? [] :
    [
        new(CaseTitle, plan.Title),
        .. plan.States.Select(s => new KeyValuePair<string, string>(Of(s), s.Title)),
        .. plan.Tasks.Select(t => new KeyValuePair<string, string>(Of(t), t.Title)),
        .. plan.Clocks.Select(c => new KeyValuePair<string, string>(Of(c), c.Title)),
        .. plan.Watch.SelectMany(w => Watched(plan, w)),
        .. plan.Tasks.SelectMany(t => t.Form.Where(f => f.Must is not null).SelectMany(f => Asked(plan, t, f))),
    ];

    /// <summary>Names of the texts that the year brings to staff; asked of the same languages as <see cref="OfCase"/>.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> OfYear(Protocol protocol) => [.. protocol.Yearly.Select(y => new KeyValuePair<string, string>(Of(y), y.Text))];

    internal static string Of(YearlyStart start) => $"yearly.{start.Id}";

    internal static string Of(StatePlan state) => $"case.states.{state.Id}";

    internal static string Of(TaskPlan task) => $"case.tasks.{task.Id}";

    internal static string Of(ClockPlan clock) => $"case.clocks.{clock.Id}";

    internal static string Of(WatchPlan watch) => $"case.watch.{watch.Task}.{watch.Field}";

    internal static string Of(WatchPlan watch, PlanChoice choice) => $"{Of(watch)}.choices.{choice.Id}";

    internal static string Of(TaskPlan task, FormField field) => $"{Of(task)}.{field.Name}";

    internal static string Of(TaskPlan task, FormField field, PlanChoice choice) => $"{Of(task, field)}.choices.{choice.Id}";

    internal static string Main(Step step) => step switch
    {
        SayStep => $"{step.Id}.say",
        AskStep => $"{step.Id}.ask",
        DoStep => $"{step.Id}.do",
        _ => $"{step.Id}.text",
    };

    private static IEnumerable<KeyValuePair<string, string>> Watched(CasePlan plan, WatchPlan watch)
    {
        var field = plan.Tasks.FirstOrDefault(t => t.Id == watch.Task)?.Form.FirstOrDefault(f => f.Name == watch.Field);
        return [new(Of(watch), watch.Label), .. (field?.Choices ?? []).Select(c => new KeyValuePair<string, string>(Of(watch, c), c.Label))];
    }

    // What is watched too has its choices named there.
    private static IEnumerable<KeyValuePair<string, string>> Asked(CasePlan plan, TaskPlan task, FormField field) =>
    [
        new(Of(task, field), field.Label),
        .. plan.Watch.Any(w => w.Task == task.Id && w.Field == field.Name) ? [] : field.Choices.Where(c => field.Must!.Contains(c.Id)).Select(c => new KeyValuePair<string, string>(Of(task, field, c), c.Label)),
    ];

    internal static IEnumerable<KeyValuePair<string, string>> OfStep(Step step) => step switch
    {
        SayStep say => [new(Main(step), say.Text)],
        DoStep task => [new(Main(step), task.Text)],
        HandoffStep handoff => [new(Main(step), handoff.Text)],
        AskStep ask => [new(Main(step), ask.Text), .. Help($"{step.Id}.help", ask.Help), .. Choices(step.Id, ask.Choices)],
        FormStep form => [.. Help(Main(step), form.Text), .. form.Asked.SelectMany(f => Of(step, f))],
        _ => [],
    };

    private static IEnumerable<KeyValuePair<string, string>> Of(Step step, Field field)
    {
        var stem = $"{step.Id}.fields.{field.Name}";
        return [new($"{stem}.label", field.Label), .. Help($"{stem}.help", field.Help), .. Choices(stem, field.Choices)];
    }

    private static IEnumerable<KeyValuePair<string, string>> Help(string key, string? text) =>
        string.IsNullOrEmpty(text) ? [] : [new(key, text)];

    private static IEnumerable<KeyValuePair<string, string>> Choices(string stem, IReadOnlyList<Choice> choices) =>
        choices.Select(c => new KeyValuePair<string, string>($"{stem}.choices.{c.Id}", c.Label));
}
