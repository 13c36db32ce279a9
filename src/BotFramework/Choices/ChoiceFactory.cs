using System.Globalization;
using System.Text;
using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder.Dialogs.Choices;

/// <summary>Makes messages that show choices.</summary>
public class ChoiceFactory
{
    public static IMessageActivity ForChannel(string channelId, IList<Choice> list, string text = null, string speak = null, ChoiceFactoryOptions options = null)
        => ForChannel(channelId, list, text, speak, options, null, null);

    /// <summary>Shows the choices the way the channel shows them best. Titles too long for a button become a list.</summary>
    public static IMessageActivity ForChannel(string channelId, IList<Choice> list, string text = null, string speak = null, ChoiceFactoryOptions options = null, string conversationType = null, IList<string> toList = null)
    {
        channelId ??= string.Empty;
        list ??= [];
        var fits = LongestTitle(list) <= Channel.MaxActionTitleLength(channelId);
        if (fits && Channel.SupportsSuggestedActions(channelId, list.Count, conversationType))
            return SuggestedAction(list, text, speak, toList);
        if (fits && Channel.SupportsCardActions(channelId, list.Count))
            return HeroCard(list, text, speak);
        return fits && list.Count <= 3 ? Inline(list, text, speak, options) : List(list, text, speak, options);
    }

    public static Activity Inline(IList<Choice> choices, string text = null, string speak = null, ChoiceFactoryOptions options = null)
    {
        choices ??= [];
        var (separator, or, orMore) = (options?.InlineSeparator ?? ", ", options?.InlineOr ?? " or ", options?.InlineOrMore ?? ", or ");
        var numbers = options?.IncludeNumbers ?? true;
        var line = new StringBuilder(text).Append(' ');
        for (var i = 0; i < choices.Count; i++)
        {
            if (i > 0)
                line.Append(i < choices.Count - 1 ? separator : i == 1 ? or : orMore);
            if (numbers)
                line.Append(CultureInfo.InvariantCulture, $"({i + 1}) ");
            line.Append(Title(choices[i]));
        }

        return MessageFactory.Text(line.ToString(), speak, InputHints.ExpectingInput);
    }

    public static Activity List(IList<string> choices, string text = null, string speak = null, ChoiceFactoryOptions options = null)
        => List(ToChoices(choices), text, speak, options);

    public static Activity List(IList<Choice> choices, string text = null, string speak = null, ChoiceFactoryOptions options = null)
    {
        choices ??= [];
        var numbers = options?.IncludeNumbers ?? true;
        var lines = new StringBuilder(text).Append("\n\n   ");
        for (var i = 0; i < choices.Count; i++)
        {
            if (i > 0)
                lines.Append("\n   ");
            if (numbers)
                lines.Append(CultureInfo.InvariantCulture, $"{i + 1}. ");
            else
                lines.Append("- ");
            lines.Append(Title(choices[i]));
        }

        return MessageFactory.Text(lines.ToString(), speak, InputHints.ExpectingInput);
    }

    public static IMessageActivity SuggestedAction(IList<string> choices, string text = null, string speak = null)
        => SuggestedAction(ToChoices(choices), text, speak, null);

    public static IMessageActivity SuggestedAction(IList<string> choices, string text = null, string speak = null, IList<string> toList = null)
        => SuggestedAction(ToChoices(choices), text, speak, toList);

    public static IMessageActivity SuggestedAction(IList<Choice> choices, string text = null, string speak = null)
        => SuggestedAction(choices, text, speak, null);

    /// <param name="choices">What to offer.</param>
    /// <param name="text">The question.</param>
    /// <param name="speak">The question as speech.</param>
    /// <param name="toList">Ids of those who are to see the actions; Teams asks for them.</param>
    public static IMessageActivity SuggestedAction(IList<Choice> choices, string text = null, string speak = null, IList<string> toList = null)
    {
        var message = MessageFactory.Text(text, speak, InputHints.ExpectingInput);
        message.SuggestedActions = new SuggestedActions { To = toList, Actions = Actions(choices) };
        return message;
    }

    public static IMessageActivity HeroCard(IList<Choice> choices, string text = null, string speak = null)
    {
        var message = MessageFactory.Text(null, speak, InputHints.ExpectingInput);
        message.Attachments = [new HeroCard(text: text, buttons: Actions(choices)).ToAttachment()];
        return message;
    }

    public static IList<Choice> ToChoices(IList<string> choices)
    {
        var list = new List<Choice>(choices?.Count ?? 0);
        foreach (var value in choices ?? [])
            list.Add(new Choice(value));
        return list;
    }

    private static string Title(Choice choice) => choice.Action?.Title ?? choice.Value;

    private static int LongestTitle(IList<Choice> list)
    {
        var longest = 0;
        foreach (var choice in list)
            longest = Math.Max(longest, Title(choice)?.Length ?? 0);
        return longest;
    }

    private static List<CardAction> Actions(IList<Choice> choices)
    {
        var actions = new List<CardAction>(choices?.Count ?? 0);
        foreach (var choice in choices ?? [])
            actions.Add(choice.Action ?? new CardAction { Type = ActionTypes.ImBack, Title = choice.Value, Value = choice.Value });
        return actions;
    }
}
