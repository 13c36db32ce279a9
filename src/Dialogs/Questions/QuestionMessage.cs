using System.Text;
using Microsoft.Bot.Schema;
using SupportBot.Protocols;
using SupportBot.Understanding;

namespace SupportBot.Dialogs;

/// <summary>
/// Shows a question as plain text with buttons, one field at a time: what a screen reader reads best in the web chat.
/// Buttons carry the question's token, so that one pressed later is refused kindly.
/// </summary>
internal sealed class QuestionMessage(DialogContent content)
{
    // A long list of schools is better typed than scrolled; choices of the content are always all shown.
    private const int MostSchools = 12;

    private Phrases Phrases => content.Phrases;

    /// <param name="picked">For questions that take several: what was picked so far.</param>
    /// <param name="first">What was written before the question came up, offered as its answer.</param>
    public Activity For(Question question, IReadOnlyList<string> picked, string? first)
    {
        var field = question.Fields[0];
        var text = new StringBuilder();
        // A form's own text introduces it once, before its first field.
        if (question.Verb == "form" && !question.IsContinued && question.Text.Length > 0) text.Append(question.Text).Append("\n\n");
        text.Append("**").Append(field.Label).Append("**");
        if (field.Help is { Length: > 0 } help) text.Append("\n\n").Append(help);
        if (field.Type == FieldType.Pictures) text.Append("\n\n").Append(Phrases["question.pictures"]);
        if (first is null) return Says.Message(text.ToString(), Buttons(question, field, picked));
        text.Append("\n\n").Append(Phrases["question.first-words"]).Append("\n> ").Append(PlainMarkdown.Quote(first));
        return Says.Message(text.ToString(), Buttons(question, field, picked).Prepend(Keep(question, field)));
    }

    /// <summary>The button that takes what was written before as the answer.</summary>
    public CardAction Keep(Question question, Field field) => Press(question, field, null, ButtonPress.Keep, Phrases["question.keep"]);

    public IEnumerable<CardAction> Buttons(Question question, Field field, IReadOnlyList<string> picked)
    {
        var offered = Offered(field).Where(c => !picked.Contains(c.Id));
        foreach (var choice in field.Type == FieldType.School ? offered.Take(MostSchools) : offered)
            yield return Press(question, field, choice.Id, null, choice.Label);
        if (picked.Count > 0) yield return Press(question, field, null, ButtonPress.Done, Phrases["question.done"]);
        else if (!field.Required) yield return Press(question, field, null, ButtonPress.Skip, Phrases["question.skip"]);
        if (question.CanGoBack) yield return Press(question, field, null, ButtonPress.Back, Phrases["question.back"]);
        yield return Press(question, field, null, ButtonPress.Stop, Phrases["question.stop"]);
    }

    /// <summary>Buttons for days that may be meant.</summary>
    public IEnumerable<CardAction> Days(Question question, Field field, IEnumerable<WhenUnderstood> days)
    {
        foreach (var (day, part, words) in days)
            yield return Press(question, field, DayChoice.Write(day, part), null, words);
        foreach (var button in Buttons(question, field, [])) yield return button;
    }

    /// <summary>Buttons for schools that may be meant.</summary>
    public IEnumerable<CardAction> Schools(Question question, Field field, IEnumerable<Directory.School> schools)
    {
        foreach (var school in schools) yield return Press(question, field, school.Id, null, school.Name);
        if (!field.Required) yield return Press(question, field, null, ButtonPress.Skip, Phrases["question.skip"]);
        if (question.CanGoBack) yield return Press(question, field, null, ButtonPress.Back, Phrases["question.back"]);
        yield return Press(question, field, null, ButtonPress.Stop, Phrases["question.stop"]);
    }

    /// <summary>What may be picked: the field's own choices, or the district's schools.</summary>
    public IReadOnlyList<Choice> Offered(Field field) => field.Type switch
    {
        FieldType.Choice or FieldType.Choices => field.Choices,
        FieldType.School => [.. content.District.Schools.Select(s => new Choice(s.Id, s.Name))],
        _ => [],
    };

    private static CardAction Press(Question question, Field field, string? choice, string? @do, string title) =>
        new ButtonPress(question.Token, field.Name, choice, @do).As(title);
}
