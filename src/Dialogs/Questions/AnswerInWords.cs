using System.Globalization;
using SupportBot.Protocols;
using SupportBot.Understanding;

namespace SupportBot.Dialogs;

/// <summary>An answer as a person reads it: in the summary before sending, and in the case.</summary>
internal sealed class AnswerInWords(DialogContent content)
{
    /// <returns>Plain text, not Markdown; null for what was not answered.</returns>
    public string? Of(Field field, AnswerValue? answer) => answer switch
    {
        ChoiceAnswer choice => Label(field, choice.Id),
        ChoicesAnswer choices => string.Join(", ", choices.Ids.Select(id => Label(field, id))),
        TextAnswer text => text.Words.Reveal(),
        PeopleAnswer people => people.Words.Reveal(),
        DateAnswer date => Day(date),
        SchoolAnswer school => content.District.School(school.Id)?.Name ?? school.Id,
        PicturesAnswer pictures => content.Phrases.Say("review.pictures", ("count", pictures.Ids.Count.ToString(CultureInfo.InvariantCulture))),
        NumberAnswer number => number.Number.ToString(CultureInfo.InvariantCulture),
        _ => null,
    };

    private string Day(DateAnswer date) =>
        WhenSpoken.Say(date.Day, date.Part is { } part ? Enum.Parse<Understanding.PartOfDay>(part.ToString()) : null, content.Phrases.Language, withYear: true);

    private static string Label(Field field, string id) => field.Choices.FirstOrDefault(c => c.Id == id)?.Label ?? id;
}
