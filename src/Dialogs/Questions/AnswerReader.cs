using System.Globalization;
using Microsoft.Bot.Schema;
using SupportBot.Cases;
using SupportBot.Directory;
using SupportBot.Protocols;
using SupportBot.Understanding;

namespace SupportBot.Dialogs;

/// <summary>Understands what a person typed or pressed as the answer to one field. Nothing is guessed in silence: what is not plain is asked again or shown back.</summary>
internal sealed class AnswerReader(DialogContent content)
{
    private readonly QuestionMessage _message = new(content);

    private Phrases Phrases => content.Phrases;

    /// <param name="text">What was typed; a pressed button stands in <paramref name="press"/>.</param>
    /// <param name="pictures">Ids of pictures that came with it.</param>
    /// <param name="picked">What was picked before of a question that takes several.</param>
    /// <param name="today">In the school's zone.</param>
    public AnswerReading Read(Question question, string text, ButtonPress? press, IReadOnlyList<string> pictures, IReadOnlyList<string> picked, DateOnly today)
    {
        var field = question.Fields[0];
        if (press?.Do == ButtonPress.Skip) return field.Required ? Again(question, field, "question.required") : new AnswerReading.Understood(new Skipped());
        if (press is null && !field.Required && SaysSkip(text) && pictures.Count == 0) return new AnswerReading.Understood(new Skipped());
        return field.Type switch
        {
            FieldType.Choice => One(question, field, text, press),
            FieldType.Choices => Several(question, field, text, press, picked),
            FieldType.Date => Day(question, field, text, press, today),
            FieldType.School => School(question, field, text, press),
            FieldType.Pictures => Pictures(question, field, press, pictures, picked),
            FieldType.Number => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
                ? new AnswerReading.Understood(new NumberAnswer(number)) : Again(question, field, "question.number"),
            FieldType.People => Words(question, field, text, w => new PeopleAnswer(w)),
            _ => Words(question, field, text, w => new TextAnswer(w)),
        };
    }

    private AnswerReading Words(Question question, Field field, string text, Func<PersonText, AnswerValue> answer)
    {
        if (string.IsNullOrWhiteSpace(text)) return Again(question, field, "question.not-typed");
        return field.Max is { } max && text.Length > max
            ? new AnswerReading.AskAgain(Says.Message(Phrases.Say("question.too-long", ("count", max.ToString(CultureInfo.InvariantCulture))), _message.Buttons(question, field, [])))
            : new AnswerReading.Understood(answer(new PersonText(text)));
    }

    private AnswerReading One(Question question, Field field, string text, ButtonPress? press)
    {
        var id = press?.Choice ?? ChoiceText.Match(text, Labels(field));
        return id is not null && field.Choices.Any(c => c.Id == id) ? new AnswerReading.Understood(new ChoiceAnswer(id)) : Again(question, field, "question.not-a-choice");
    }

    private AnswerReading Several(Question question, Field field, string text, ButtonPress? press, IReadOnlyList<string> picked)
    {
        if (press?.Do == ButtonPress.Done && picked.Count > 0) return new AnswerReading.Understood(new ChoicesAnswer(picked));
        if (press is null && picked.Count > 0 && SaysDone(text)) return new AnswerReading.Understood(new ChoicesAnswer(picked));
        IReadOnlyList<string> typed = press?.Choice is string pressed ? new[] { pressed } : ChoiceText.MatchSeveral(text, Labels(field));
        IReadOnlyList<string> ids = [.. typed.Where(id => field.Choices.Any(c => c.Id == id))];
        if (ids.Count == 0) return Again(question, field, "question.not-a-choice", picked);

        IReadOnlyList<string> all = [.. picked.Union(ids)];
        // Several typed at once are the whole answer; one button at a time goes on until Done.
        if (press is null && ids.Count > 1 || all.Count == field.Choices.Count || all.Count >= field.AtMost) return new AnswerReading.Understood(new ChoicesAnswer(all));
        var names = string.Join(", ", field.Choices.Where(c => all.Contains(c.Id)).Select(c => c.Label));
        return new AnswerReading.PickedSoFar(all, Says.Message(Phrases.Say("question.picked", ("name", names)), _message.Buttons(question, field, all)));
    }

    private AnswerReading Day(Question question, Field field, string text, ButtonPress? press, DateOnly today)
    {
        if (press?.Choice is string pressed && DateOnly.TryParseExact(pressed, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return ShowBack(day, null, day.ToString("dddd, MMMM d", CultureInfo.GetCultureInfo("en-US")));
        switch (WhenText.Read(text, today))
        {
            case WhenUnderstood understood:
                return ShowBack(understood.Date, understood.Part, understood.Words);
            case WhenUnclear { Reason: WhenReason.NotKnown } when !field.Required:
                return new AnswerReading.Understood(new Skipped(), Phrases["question.when-unknown"]);
            case WhenUnclear unclear:
                var key = unclear.Reason == WhenReason.InTheFuture ? "question.future" : "question.when-again";
                return new AnswerReading.AskAgain(Says.Message(Phrases[key], _message.Days(question, field, unclear.Candidates.Select(c => (c.Date, c.Words)))));
            default:
                return Again(question, field, "question.when-again");
        }
    }

    private AnswerReading.Understood ShowBack(DateOnly day, Understanding.PartOfDay? part, string words) =>
        new(new DateAnswer(day, part is { } known ? Enum.Parse<Protocols.PartOfDay>(known.ToString()) : null), Phrases.Say("question.when-known", ("when", words)));

    private AnswerReading School(Question question, Field field, string text, ButtonPress? press)
    {
        if (content.District.School(press?.Choice) is { } pressed) return new AnswerReading.Understood(new SchoolAnswer(pressed.Id));
        switch (SchoolSearch.Find(text, content.District.Schools))
        {
            case SchoolMatch.Exact exact:
                return new AnswerReading.Understood(new SchoolAnswer(exact.School.Id));
            case SchoolMatch.DidYouMean near:
                var ask = near.Schools.Count == 1 ? Phrases.Say("question.school-did-you-mean", ("school", near.Schools[0].Name)) : Phrases["question.school-again"];
                return new AnswerReading.AskAgain(Says.Message(ask, _message.Schools(question, field, near.Schools)));
            default:
                return new AnswerReading.AskAgain(Says.Message(Phrases["question.school-again"], _message.Schools(question, field, content.District.Schools)));
        }
    }

    private AnswerReading Pictures(Question question, Field field, ButtonPress? press, IReadOnlyList<string> pictures, IReadOnlyList<string> picked)
    {
        if (press?.Do == ButtonPress.Done && picked.Count > 0) return new AnswerReading.Understood(new PicturesAnswer(picked));
        if (pictures.Count == 0) return Again(question, field, "question.pictures-not-here", picked);
        IReadOnlyList<string> all = [.. picked.Concat(pictures)];
        if (all.Count >= (field.AtMost ?? 5)) return new AnswerReading.Understood(new PicturesAnswer([.. all.Take(field.AtMost ?? 5)]));
        var count = all.Count.ToString(CultureInfo.InvariantCulture);
        return new AnswerReading.PickedSoFar(all, Says.Message(Phrases.Say("question.pictures-taken", ("count", count)), _message.Buttons(question, field, all)));
    }

    private AnswerReading.AskAgain Again(Question question, Field field, string key, IReadOnlyList<string>? picked = null) =>
        new(Says.Message(Phrases[key] + "\n\n**" + field.Label + "**", _message.Buttons(question, field, picked ?? [])));

    private List<(string Id, string Label)> Labels(Field field) => [.. _message.Offered(field).Select(c => (c.Id, c.Label))];

    private bool SaysSkip(string text) => TextNormaliser.Plain(text) is "skip" or "none" or "no thanks" || TextNormaliser.Plain(text) == TextNormaliser.Plain(Phrases["question.skip"]);

    private bool SaysDone(string text) => TextNormaliser.Plain(text) == TextNormaliser.Plain(Phrases["question.done"]);
}
