using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>Asks for one file or more.</summary>
public class AttachmentPrompt : Prompt<IList<Attachment>>
{
    public AttachmentPrompt(string dialogId, PromptValidator<IList<Attachment>> validator = null)
        : base(dialogId, validator)
    {
    }

    protected override Task OnPromptAsync(ITurnContext turnContext, IDictionary<string, object> state, PromptOptions options, bool isRetry, CancellationToken cancellationToken = default)
        => AskAsync(turnContext, options, isRetry, cancellationToken);

    protected override Task<PromptRecognizerResult<IList<Attachment>>> OnRecognizeAsync(ITurnContext turnContext, IDictionary<string, object> state, PromptOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        var activity = turnContext.Activity;
        var result = new PromptRecognizerResult<IList<Attachment>>();
        if (activity.Type == ActivityTypes.Message && activity.Attachments is { Count: > 0 } files)
            (result.Succeeded, result.Value) = (true, files);
        return Task.FromResult(result);
    }
}
