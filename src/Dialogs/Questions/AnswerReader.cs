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
    // What the engine takes where the content sets no limit.
    private const int LongestText = 4_000;
    private const int MostPictures = 5;

    private readonly AnswerInWords _inWords = new(content);
    private readonly QuestionMessage _message = new(content);

    private Phrases Phrases => content.Phrases;

    /// <param name="text">What was typed; a pressed button stands in <paramref name="press"/>.</param>
    /// <param name="pictures">Ids of pictures that came with it.</param>
    /// <param name="picked">What was picked before of a question that takes several.</param>
    /// <param name="meant">What was suggested last: <see cref="AnswerReading.AskAgain.Meant"/>.</param>
    /// <param name="today">In the school's zone.</param>
    public AnswerReading Read(Question question, string text, ButtonPress? press, IReadOnlyList<string> pictures, IReadOnlyList<string> picked, string? meant, DateOnly today)
    {
        var field = question.Fields[0];
        if (press?.Do == ButtonPress.Skip) return field.Required ? Again(question, field, "question.required") : new AnswerReading.Understood(new Skipped());
        if (press is null && !field.Required && pictures.Count == 0 && SaysSkip(field, text)) return new AnswerReading.Understood(new Skipped());
        return field.Type switch
        {
            FieldType.Choice => One(question, field, text, press),
            FieldType.Choices => Several(question, field, text, press, picked),
            FieldType.Date => Day(question, field, text, press, today),
            FieldType.School => School(question, field, text, press, meant),
            FieldType.Pictures => Pictures(question, field, text, press, pictures, picked),
            FieldType.Number => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
                ? new AnswerReading.Understood(new NumberAnswer(number)) : Again(question, field, "question.number"),
            FieldType.People => Words(question, field, text, w => new PeopleAnswer(w)),
            _ => Words(question, field, text, w => new TextAnswer(w)),
        };
    }

    private AnswerReading Words(Question question, Field field, string text, Func<PersonText, AnswerValue> answer)
    {
        if (string.IsNullOrWhiteSpace(text)) return Again(question, field, "question.not-typed");
        var max = field.Max ?? LongestText;
        return text.Length > max
            ? new AnswerReading.AskAgain(Says.Message(Phrases.Say("question.too-long", ("count", Number(max))), _message.Buttons(question, field, [])))
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
        if (DayChoice.TryRead(press?.Choice, out var day, out var part)) return ShowBack(field, day, part);
        switch (WhenText.Read(text, today, Phrases.Language))
        {
            case WhenUnderstood understood:
                return ShowBack(field, understood.Date, understood.Part);
            case WhenUnclear { Reason: WhenReason.NotKnown } when !field.Required:
                return new AnswerReading.Understood(new Skipped(), Phrases["question.when-unknown"]);
            case WhenUnclear unclear:
                var key = unclear.Reason == WhenReason.InTheFuture ? "question.future" : "question.when-again";
                return new AnswerReading.AskAgain(Says.Message(Phrases[key], _message.Days(question, field, unclear.Candidates)));
            default:
                return Again(question, field, "question.when-again");
        }
    }

    private AnswerReading.Understood ShowBack(Field field, DateOnly day, Understanding.PartOfDay? part)
    {
        var answer = new DateAnswer(day, part is { } known ? Enum.Parse<Protocols.PartOfDay>(known.ToString()) : null);
        return new(answer, Phrases.Say("question.when-known", ("when", _inWords.Of(field, answer) ?? "")));
    }

    private AnswerReading School(Question question, Field field, string text, ButtonPress? press, string? meant)
    {
        var chosen = press is not null ? press.Choice : YesNo.Read(text) == true ? meant : null;
        if (content.District.School(chosen) is { } pressed) return new AnswerReading.Understood(new SchoolAnswer(pressed.Id));
        // "Yes" and "no" are near the short names of schools and mean none of them.
        switch (YesNo.Read(text) is null ? SchoolSearch.Find(text, content.District.Schools) : new SchoolMatch.Unknown())
        {
            case SchoolMatch.Exact exact:
                return new AnswerReading.Understood(new SchoolAnswer(exact.School.Id));
            case SchoolMatch.DidYouMean near:
                var ask = near.Schools.Count == 1 ? Phrases.Say("question.school-did-you-mean", ("school", near.Schools[0].Name)) : Phrases["question.school-again"];
                return new AnswerReading.AskAgain(Says.Message(ask, _message.Schools(question, field, near.Schools)), near.Schools.Count == 1 ? near.Schools[0].Id : null);
            case var _ when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at >= 1 && at <= content.District.Schools.Count:
                return new AnswerReading.Understood(new SchoolAnswer(content.District.Schools[at - 1].Id));
            default:
                return new AnswerReading.AskAgain(Says.Message(Phrases["question.school-again"], _message.Schools(question, field, content.District.Schools)));
        }
    }

    private AnswerReading Pictures(Question question, Field field, string text, ButtonPress? press, IReadOnlyList<string> pictures, IReadOnlyList<string> picked)
    {
        var isDone = press?.Do == ButtonPress.Done || (press is null && pictures.Count == 0 && SaysDone(text));
        if (isDone && picked.Count > 0) return new AnswerReading.Understood(new PicturesAnswer(picked));
        if (pictures.Count == 0) return Again(question, field, "question.pictures-not-here", picked);
        IReadOnlyList<string> all = [.. picked.Concat(pictures)];
        var most = field.AtMost ?? MostPictures;
        if (all.Count > most)
            return new AnswerReading.Understood(new PicturesAnswer([.. all.Take(most)]), Phrases.Say("question.pictures-full", ("count", Number(most))));
        if (all.Count == most) return new AnswerReading.Understood(new PicturesAnswer(all));
        var count = Number(all.Count);
        return new AnswerReading.PickedSoFar(all, Says.Message(Phrases.Say("question.pictures-taken", ("count", count)), _message.Buttons(question, field, all)));
    }

    private AnswerReading.AskAgain Again(Question question, Field field, string key, IReadOnlyList<string>? picked = null) =>
        new(Says.Message(Phrases[key] + "\n\n**" + field.Label + "**", _message.Buttons(question, field, picked ?? [])));

    private List<(string Id, string Label)> Labels(Field field) => [.. _message.Offered(field).Select(c => (c.Id, c.Label))];

    // What fits a choice is that choice: "none" may be one. "No" to pictures is a skip; to "Did anyone see it?" it is an answer.
    private bool SaysSkip(Field field, string text)
    {
        var typed = TextNormaliser.Plain(text);
        if (typed == TextNormaliser.Plain(Phrases["question.skip"])) return true;
        if (field.Type == FieldType.Pictures && YesNo.Read(text) == false) return true;
        return typed is "skip" or "skip it" or "skip this" or "none" or "no thanks" && (field.Choices.Count == 0 || ChoiceText.Match(text, Labels(field)) is null);
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private bool SaysDone(string text) => TextNormaliser.Plain(text) == TextNormaliser.Plain(Phrases["question.done"]);
}
