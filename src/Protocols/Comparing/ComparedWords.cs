using SupportBot.Cases;

namespace SupportBot.Protocols;

/// <summary>The small words of a comparison: roles, spans, conditions and lists inside a sentence.</summary>
internal sealed class ComparedWords(Func<string, string> roleTitle)
{
    public string Role(string id) => $"the {roleTitle(id)}";

    public string Roles(IEnumerable<string> ids) => List(ids.Select(Role), "nobody");

    public static string Quoted(string text) => $"\u201C{text.ReplaceLineEndings(" ").Trim()}\u201D";

    public static string List(IEnumerable<string> items, string none = "nothing")
    {
        var all = items.ToArray();
        return all.Length switch { 0 => none, 1 => all[0], _ => $"{string.Join(", ", all[..^1])} and {all[^1]}" };
    }

    public static string Of(Span span) =>
        span.ToString().Replace('-', ' ') + (span is { Calendar: WorkCalendar.SchoolHours, Unit: SpanUnit.Minutes } ? " in school hours" : "");

    public static string Of(Span? span, string none) => span is { } known ? Of(known) : none;

    public static string Begun(string words) => char.ToUpperInvariant(words[0]) + words[1..];

    /// <summary>When a way is taken: <c>when safety is “Yes”</c>, or <c>in every other case</c>.</summary>
    public static string When(Condition? when, Protocol protocol) => when is null ? "in every other case" : $"when {Of(when, protocol)}";

    /// <summary>A condition with the answers' labels, as far as <paramref name="protocol"/> has them.</summary>
    public static string Of(Condition? when, Protocol protocol) => when switch
    {
        null => "always",
        AnswerTest test => $"{test.Answer} is {(test.Negated ? "not " : "")}{Label(test, protocol)}",
        Both both => $"{Of(both.Left, protocol)} and {Of(both.Right, protocol)}",
        Either either => $"({Of(either.Left, protocol)} or {Of(either.Right, protocol)})",
        Neither neither => $"it is not so that {Of(neither.Inner, protocol)}",
        _ => when.ToString() ?? "",
    };

    private static string Label(AnswerTest test, Protocol protocol) =>
        Quoted(protocol.Steps.SelectMany(FieldsOf).FirstOrDefault(f => f.Name == test.Answer)?.Choices.FirstOrDefault(c => c.Id == test.Choice)?.Label ?? test.Choice);

    private static IReadOnlyList<Field> FieldsOf(Step step) => step switch { QuestionStep question => question.Fields, DoStep task => [task.Field], _ => [] };
}
