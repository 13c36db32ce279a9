using Microsoft.Bot.Builder.Dialogs.Choices;
using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>Puts choices to a question.</summary>
internal static class PromptChoices
{
    public static IMessageActivity Append(IMessageActivity prompt, string channelId, IList<Choice> choices, ListStyle style, ChoiceFactoryOptions options, string conversationType, IList<string> toList)
    {
        var text = prompt?.Text ?? string.Empty;
        var shown = style switch
        {
            ListStyle.Inline => ChoiceFactory.Inline(choices, text, null, options),
            ListStyle.List => ChoiceFactory.List(choices, text, null, options),
            ListStyle.SuggestedAction => ChoiceFactory.SuggestedAction(choices, text, null, toList),
            ListStyle.HeroCard => ChoiceFactory.HeroCard(choices, text),
            ListStyle.None => MessageFactory.Text(text),
            _ => ChoiceFactory.ForChannel(channelId, choices, text, null, options, conversationType, toList),
        };
        if (prompt == null)
        {
            shown.InputHint = InputHints.ExpectingInput;
            return shown;
        }

        var question = ((Activity)prompt).Copy();
        question.Text = shown.Text;
        if (shown.SuggestedActions?.Actions is { Count: > 0 })
            question.SuggestedActions = shown.SuggestedActions;
        if (shown.Attachments is { Count: > 0 } cards)
            question.Attachments = question.Attachments == null ? cards : [.. question.Attachments, .. cards];
        return question;
    }

    /// <summary>The sender, whom Teams wants named with suggested actions.</summary>
    public static IList<string> To(ITurnContext turnContext)
        => turnContext.Activity.From?.Id is { } sender ? [sender] : null;
}
