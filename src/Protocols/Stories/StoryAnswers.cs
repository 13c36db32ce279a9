using SupportBot.Cases;
using SupportBot.Yaml;

namespace SupportBot.Protocols;

/// <summary>The answers of a story while it is told: by name, in any order; a list answers one time after the other.</summary>
internal sealed class StoryAnswers(Story story)
{
    public const string Silence = "silence";
    private const string SkippedWord = "skipped";

    private readonly Dictionary<string, int> _taken = new(StringComparer.Ordinal);

    /// <summary>What the story says to a step: <c>silence</c>, <c>joins</c>, <c>done</c> …; null when it says nothing, or nothing more.</summary>
    public string? ForStep(string stepId) => story.Answers[stepId] switch
    {
        YamlScalar scalar => Taken(stepId, scalar.Value),
        YamlList list => Count(stepId) < list.Count ? Taken(stepId, (list[Count(stepId)] as YamlScalar)?.Value) : null,
        _ => null,
    };

    /// <summary>What the story answers to a field; null for silence.</summary>
    /// <exception cref="StoryBroken">the story has no such answer, or not of that type</exception>
    public AnswerValue? ForField(string stepId, Field field)
    {
        var node = story.Answers[field.Name];
        if (node is YamlList list && (field.Type is not (FieldType.Choices or FieldType.Pictures) || list.All(i => i is YamlList) || Says(list[0], Silence)))
        {
            if (Count(field.Name) >= list.Count)
                throw new StoryBroken(Place.Of(list).Fault($"{stepId} asks {field.Name} once more than the story answers", "add an answer to the list"));
            node = list[Count(field.Name)];
        }
        Taken(field.Name, null);
        if (node is null)
            return field.Required
                ? throw new StoryBroken(story.Place.Fault($"the story \"{story.Name}\" does not answer {field.Name}, which {stepId} asks", $"add {field.Name} to its answers"))
                : new Skipped();
        return Says(node, Silence) ? null : Value(node, field);
    }

    /// <summary>Answers that nobody asked for.</summary>
    public IEnumerable<Fault> Left() => story.Answers.Entries
        .Where(e => !_taken.ContainsKey(e.Key.Value))
        .Select(e => e.Key.FaultHere($"the story \"{story.Name}\" answers {e.Key.Value}, which is never asked in it", "remove the answer, or correct its name"));

    private static AnswerValue Value(YamlNode node, Field field)
    {
        if (Says(node, SkippedWord))
            return new Skipped();
        var text = (node as YamlScalar)?.Value ?? "";
        return field.Type switch
        {
            FieldType.Text => new TextAnswer(new PersonText(text)),
            FieldType.People => new PeopleAnswer(new PersonText(text)),
            FieldType.Choice => new ChoiceAnswer(text),
            FieldType.Choices => new ChoicesAnswer(Several(node)),
            FieldType.Pictures => new PicturesAnswer(Several(node)),
            FieldType.School => new SchoolAnswer(text),
            FieldType.Number when int.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var number) => new NumberAnswer(number),
            FieldType.Date when Date(text) is { } date => date,
            _ => throw new StoryBroken(Place.Of(node).Fault($"\"{text}\" does not answer {field.Name}", "write a number, or a day such as \"2026-10-05\" or \"2026-10-05 lunch\"")),
        };
    }

    private static DateAnswer? Date(string text)
    {
        var parts = text.Split(' ', 2);
        if (!DateOnly.TryParseExact(parts[0], "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out var day))
            return null;
        if (parts.Length == 1)
            return new(day);
        return Enum.TryParse<PartOfDay>(parts[1].Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out var part) ? new(day, part) : null;
    }

    private static IReadOnlyList<string> Several(YamlNode node) => node is YamlList list ? [.. list.OfType<YamlScalar>().Select(s => s.Value)] : [((YamlScalar)node).Value];

    private static bool Says(YamlNode node, string word) => node is YamlScalar scalar && scalar.Value == word;

    private int Count(string name) => _taken.GetValueOrDefault(name);

    private string? Taken(string name, string? value)
    {
        _taken[name] = Count(name) + 1;
        return value;
    }
}
