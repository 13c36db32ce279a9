namespace SupportBot.Protocols;

/// <summary>Names every text of a protocol that a person in the chat may read: <c>ask-safety.choices.unsafe</c>.</summary>
public static class TextKeys
{
    public const string Title = "title";

    /// <summary>Keys and base-language texts, in the order of the file.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> Of(Protocol protocol) =>
        [new(Title, protocol.Title), .. protocol.Steps.SelectMany(Of)];

    internal static string Main(Step step) => step switch
    {
        SayStep => $"{step.Id}.say",
        AskStep => $"{step.Id}.ask",
        DoStep => $"{step.Id}.do",
        _ => $"{step.Id}.text",
    };

    private static IEnumerable<KeyValuePair<string, string>> Of(Step step) => step switch
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
