using System.Globalization;
using SupportBot.Cases;
using SupportBot.Directory;
using SupportBot.Protocols;

namespace SupportBot.Console;

/// <summary>Reads what was put into the form of a dry run, and says it again in words.</summary>
internal sealed class TriedAnswer(District district)
{
    /// <summary>Characters: enough to see how a question takes words, and no place to write a report.</summary>
    public const int LongestText = 500;

    public static readonly IReadOnlyList<(PartOfDay Part, string Words)> Parts =
    [
        (PartOfDay.BeforeSchool, "before school"), (PartOfDay.Morning, "in the morning"), (PartOfDay.Lunch, "at lunch"), (PartOfDay.Afternoon, "in the afternoon"),
        (PartOfDay.AfterSchool, "after school"), (PartOfDay.Evening, "in the evening"), (PartOfDay.Night, "at night"),
    ];

    public static string NameOf(Field field) => $"f-{field.Name}";

    public static string PartNameOf(Field field) => $"part-{field.Name}";

    /// <summary>Characters that a text field of the dry run takes.</summary>
    public static int Longest(Field field) => Math.Min(field.Max ?? LongestText, LongestText);

    /// <summary>The answers to every open field, and what is wrong with those that cannot be read.</summary>
    public static (Dictionary<string, AnswerValue> Values, TypedForm Form) Read(Question question, TypedForm form)
    {
        var values = new Dictionary<string, AnswerValue>();
        foreach (var field in question.Fields)
            if (Read(field, form) is { } value) values[field.Name] = value;
            else form = form.With(field.Name, field.Type == FieldType.Number ? "Please write a whole number." : field.Type == FieldType.Date ? "Please write a day, or choose one." : $"Please keep it to {Longest(field)} characters here.");
        return (values, form);
    }

    /// <summary>What is wrong with a value, as a sentence.</summary>
    public static string Wrong(AnswerFault fault) => fault switch
    {
        AnswerFault.Required or AnswerFault.NotAsked => "This one must be answered.",
        AnswerFault.TooLong => "This is too long.",
        AnswerFault.InTheFuture => "This day has not come yet.",
        AnswerFault.TooMany => "These are too many.",
        AnswerFault.TooSmall => "This number is too small.",
        AnswerFault.TooLarge => "This number is too large.",
        _ => "This cannot be taken here.",
    };

    /// <summary>The answer as the person reads it.</summary>
    public string InWords(Field field, AnswerValue value) => value switch
    {
        ChoiceAnswer choice => Label(field, choice.Id),
        ChoicesAnswer choices => string.Join(", ", choices.Ids.Select(id => Label(field, id))),
        TextAnswer text => ShownText.Of(text.Words),
        PeopleAnswer people => ShownText.Of(people.Words),
        DateAnswer date => SchoolTime.Day(date.Day) + string.Concat(Parts.Where(p => p.Part == date.Part).Select(p => $", {p.Words}")),
        SchoolAnswer school => district.School(school.Id)?.Name ?? school.Id,
        PicturesAnswer pictures => pictures.Ids.Count == 1 ? "one picture (pretended)" : $"{pictures.Ids.Count} pictures (pretended)",
        NumberAnswer number => number.Number.ToString(CultureInfo.InvariantCulture),
        _ => "(skipped)",
    };

    private static AnswerValue? Read(Field field, TypedForm form)
    {
        var text = form.Text(NameOf(field));
        if (string.IsNullOrWhiteSpace(text)) return new Skipped();
        switch (field.Type)
        {
            case FieldType.Choice:
                return new ChoiceAnswer(text);
            case FieldType.Choices:
                return new ChoicesAnswer([.. text.Split(',', StringSplitOptions.RemoveEmptyEntries).Distinct()]);
            case FieldType.School:
                return new SchoolAnswer(text);
            case FieldType.Pictures:
                return new PicturesAnswer(["picture-1"]);
            case FieldType.Number:
                return int.TryParse(text.Trim(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? new NumberAnswer(number) : null;
            case FieldType.Date:
                return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
                    ? new DateAnswer(day, Enum.TryParse<PartOfDay>(form.Text(PartNameOf(field)), out var part) && Enum.IsDefined(part) ? part : null) : null;
            default:
                if (text.Length > Longest(field)) return null;
                return field.Type == FieldType.People ? new PeopleAnswer(new PersonText(text)) : new TextAnswer(new PersonText(text));
        }
    }

    private static string Label(Field field, string id) => field.Choices.FirstOrDefault(c => c.Id == id)?.Label ?? id;
}
