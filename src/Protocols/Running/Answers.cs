namespace SupportBot.Protocols;

/// <summary>Whether a value answers a field.</summary>
internal static class Answers
{
    private const int LongestText = 4_000;
    private const int MostPictures = 5;

    /// <summary>Blank words are no answer.</summary>
    public static AnswerValue Tidied(Field field, AnswerValue value) => value switch
    {
        TextAnswer { Words.IsBlank: true } or PeopleAnswer { Words.IsBlank: true } or PicturesAnswer { Ids.Count: 0 } or ChoicesAnswer { Ids.Count: 0 } => new Skipped(),
        ChoiceAnswer one when field.Type == FieldType.Choices => new ChoicesAnswer([one.Id]),
        _ => value,
    };

    /// <summary>What is wrong with the value; null when it can be taken.</summary>
    public static AnswerFault? Wrong(Field field, AnswerValue value, DateOnly today) => (field.Type, value) switch
    {
        (_, Skipped) => field.Required ? AnswerFault.Required : null,
        (FieldType.Text, TextAnswer text) => text.Words.Length > (field.Max ?? LongestText) ? AnswerFault.TooLong : null,
        (FieldType.People, PeopleAnswer people) => people.Words.Length > (field.Max ?? LongestText) ? AnswerFault.TooLong : null,
        (FieldType.Choice, ChoiceAnswer choice) => field.Choices.Any(c => c.Id == choice.Id) ? null : AnswerFault.NotAChoice,
        (FieldType.Choices, ChoicesAnswer choices) => Wrong(field, choices),
        (FieldType.Date, DateAnswer date) => field.NotAfterToday && date.Day > today ? AnswerFault.InTheFuture : null,
        (FieldType.School, SchoolAnswer school) => string.IsNullOrWhiteSpace(school.Id) ? AnswerFault.Required : null,
        (FieldType.Pictures, PicturesAnswer pictures) => pictures.Ids.Count > (field.AtMost ?? MostPictures) ? AnswerFault.TooMany : null,
        (FieldType.Number, NumberAnswer number) => number.Number < field.Min ? AnswerFault.TooSmall : number.Number > field.Max ? AnswerFault.TooLarge : null,
        _ => AnswerFault.WrongKind,
    };

    private static AnswerFault? Wrong(Field field, ChoicesAnswer choices)
    {
        if (choices.Ids.Distinct().Count() > (field.AtMost ?? field.Choices.Count))
            return AnswerFault.TooMany;
        return choices.Ids.All(id => field.Choices.Any(c => c.Id == id)) ? null : AnswerFault.NotAChoice;
    }
}
