using System.Globalization;
using SupportBot.Cases;
using SupportBot.Directory;
using SupportBot.Protocols;

namespace SupportBot.Dialogs;

/// <summary>What a form was understood as.</summary>
/// <param name="Values">By field name, all of them good.</param>
/// <param name="Fault">Said about the first entry that cannot be taken; null where there is none.</param>
internal sealed record FormReading(IReadOnlyDictionary<string, AnswerValue> Values, string? Fault)
{
    /// <summary>What is wrong with each entry that cannot be taken, by field name.</summary>
    public IReadOnlyDictionary<string, string> Faults { get; init; } = new Dictionary<string, string>();
}

/// <summary>Reads the entries of a form card. What is good is taken, whatever stands beside it: nobody fills a form in twice.</summary>
internal sealed class FormReader(DialogContent content)
{
    private const int LongestText = 4_000;

    private Phrases Phrases => content.Phrases;

    /// <param name="first">What was written before the question came up; it may have had no room on the card.</param>
    /// <param name="today">In the school's zone.</param>
    public FormReading Read(Question question, CardAnswer sent, string? first, DateOnly today)
    {
        var values = new Dictionary<string, AnswerValue>();
        var faults = new Dictionary<string, string>();
        string? fault = null;
        foreach (var field in question.Fields)
        {
            var text = question.Verb == "ask" ? sent.Single ?? sent.Inputs.GetValueOrDefault(field.Name) : sent.Inputs.GetValueOrDefault(field.Name);
            var (value, wrong) = string.IsNullOrWhiteSpace(text) ? Empty(question, field, sent, first) : Entry(field, text, today);
            if (value is not null) values[field.Name] = value;
            else (faults[field.Name], fault) = (wrong ?? "", fault ?? $"{field.Label} {wrong}");
        }

        return new(values, fault) { Faults = faults };
    }

    private (AnswerValue? Value, string? Wrong) Empty(Question question, Field field, CardAnswer sent, string? first)
    {
        if (IsKept(question, field, sent) && question.Earlier.TryGetValue(field.Name, out var earlier)) return (earlier, null);
        if (IsKept(question, field, sent) && field is { Type: FieldType.Text, Required: true } && first is not null)
            return first.Length <= (field.Max ?? LongestText) ? (new TextAnswer(new PersonText(first)), null) : (null, Phrases.Say("question.too-long", ("count", Number(field.Max ?? LongestText))));
        return field.Required ? (null, Phrases["question.required"]) : (new Skipped(), null);
    }

    // The only field of a card goes by another name there.
    private static bool IsKept(Question question, Field field, CardAnswer sent) => sent.Kept.Contains(field.Name) || (question.Verb == "ask" && sent.Kept.Contains("answer"));

    private (AnswerValue?, string?) Entry(Field field, string text, DateOnly today)
    {
        switch (field.Type)
        {
            case FieldType.Choice:
                return field.Choices.Any(c => c.Id == text) ? (new ChoiceAnswer(text), null) : (null, Phrases["question.not-a-choice"]);
            case FieldType.Choices:
                IReadOnlyList<string> ids = [.. text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct()];
                if (ids.Count == 0 || ids.Any(id => field.Choices.All(c => c.Id != id))) return (null, Phrases["question.not-a-choice"]);
                return ids.Count <= (field.AtMost ?? field.Choices.Count) ? (new ChoicesAnswer(ids), null) : (null, Phrases.Say("card.too-many", ("count", Number(field.AtMost ?? field.Choices.Count))));
            case FieldType.Date:
                if (!DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return (null, Phrases["question.when-again"]);
                return field.NotAfterToday && day > today ? (null, Phrases["question.future"]) : (new DateAnswer(day, null), null);
            case FieldType.School:
                var school = content.District.School(text) ?? (SchoolSearch.Find(text, content.District.Schools) as SchoolMatch.Exact)?.School;
                return school is null ? (null, Phrases["question.school-again"]) : (new SchoolAnswer(school.Id), null);
            case FieldType.Number:
                return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number == Math.Floor(number) && number >= (field.Min ?? int.MinValue) && number <= (field.Max ?? int.MaxValue)
                    ? (new NumberAnswer((int)number), null) : (null, Phrases["question.number"]);
            case FieldType.Pictures:
                return (new Skipped(), null);
            default:
                if (text.Length > (field.Max ?? LongestText)) return (null, Phrases.Say("question.too-long", ("count", Number(field.Max ?? LongestText))));
                return (field.Type == FieldType.People ? new PeopleAnswer(new PersonText(text)) : new TextAnswer(new PersonText(text)), null);
        }
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
