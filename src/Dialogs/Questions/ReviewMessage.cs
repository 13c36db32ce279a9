using System.Text;
using Microsoft.Bot.Schema;
using SupportBot.Protocols;

namespace SupportBot.Dialogs;

/// <summary>The summary before sending, and the list of answers that may be changed.</summary>
internal sealed class ReviewMessage(DialogContent content)
{
    private readonly AnswerInWords _inWords = new(content);

    /// <summary>Every question of the protocol that was put, with what was answered.</summary>
    public Activity For(Question question)
    {
        var text = new StringBuilder("**").Append(content.Phrases["review.title"]).Append("**");
        foreach (var (_, field, answer) in question.SoFar)
        {
            var words = _inWords.Of(field, answer) is { } given ? PlainMarkdown.Quote(given) : content.Phrases["review.none"];
            text.Append("\n\n").Append(field.Label).Append("\n> ").Append(words);
        }

        var asked = question.Fields[0];
        text.Append("\n\n**").Append(asked.Label).Append("**");
        var buttons = asked.Choices.Select(c => new ButtonPress(question.Token, asked.Name, c.Id, null).As(c.Label))
            .Append(new ButtonPress(question.Token, null, null, ButtonPress.Change).As(content.Phrases["question.change"]));
        return Says.Message(text.ToString(), buttons);
    }

    /// <summary>"Which one would you like to change?" with a button for every answer.</summary>
    public Activity Which(Question question) => Which(question, question.SoFar.Select(a => a.Field));

    /// <inheritdoc cref="Which(Question)"/>
    public Activity Which(Question question, IEnumerable<Field> answered) =>
        Says.Message(
            content.Phrases["question.which"],
            answered.Select(f => new ButtonPress(question.Token, f.Name, null, ButtonPress.Change).As(f.Label)));
}
