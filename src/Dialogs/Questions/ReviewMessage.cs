using System.Globalization;
using System.Text;
using Microsoft.Bot.Schema;
using SupportBot.Protocols;

namespace SupportBot.Dialogs;

/// <summary>The summary before sending, and the list of answers that may be changed.</summary>
internal sealed class ReviewMessage(DialogContent content)
{
    private readonly AnswerInWords _inWords = new(content);

    /// <summary>The review's own question, then every answer, then how many questions were skipped.</summary>
    public Activity For(Question question)
    {
        var asked = question.Fields[0];
        var text = new StringBuilder("**").Append(asked.Label).Append("**");
        var skipped = 0;
        foreach (var (_, field, answer) in question.SoFar)
        {
            if (_inWords.Of(field, answer) is { } given) text.Append("\n\n").Append(field.Label).Append("\n> ").Append(PlainMarkdown.Quote(given));
            else skipped++;
        }

        if (skipped > 0) text.Append("\n\n").Append(content.Phrases.Say("review.skipped", ("count", skipped.ToString(CultureInfo.InvariantCulture))));
        var buttons = asked.Choices.Select(c => new ButtonPress(question.Token, asked.Name, c.Id, null).As(c.Label));
        if (!asked.Choices.Any(LeadsToChange)) buttons = buttons.Append(new ButtonPress(question.Token, null, null, ButtonPress.Change).As(content.Phrases["question.change"]));
        return Says.Message(text.ToString(), buttons);
    }

    /// <summary>True for the content's own "Change something": it opens the list of answers, where there is one.</summary>
    public bool LeadsToChange(Choice choice) =>
        choice.Label == content.Phrases["question.change"] || choice.Id.StartsWith("change", StringComparison.Ordinal);

    /// <summary>"Which one would you like to change?" with a button for every answer.</summary>
    public Activity Which(Question question) => Which(question, question.SoFar.Select(a => a.Field));

    /// <inheritdoc cref="Which(Question)"/>
    public Activity Which(Question question, IEnumerable<Field> answered) =>
        Says.Message(
            content.Phrases["question.which"],
            answered.Select(f => new ButtonPress(question.Token, f.Name, null, ButtonPress.Change).As(f.Label))
                .Append(new ButtonPress(question.Token, null, null, ButtonPress.Refresh).As(content.Phrases["question.change-nothing"])));
}
