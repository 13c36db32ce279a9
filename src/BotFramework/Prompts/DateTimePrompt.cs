using Microsoft.Bot.Builder.Dialogs.Prompts;
using Microsoft.Bot.Builder.Dialogs.Recognizers;
using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>
/// Asks for a date, a time or both. "Monday" is two days, the last and the next: every reading is returned, and the
/// caller (or a validator) decides.
/// </summary>
public class DateTimePrompt : Prompt<IList<DateTimeResolution>>
{
    public DateTimePrompt(string dialogId, PromptValidator<IList<DateTimeResolution>> validator = null, string defaultLocale = null)
        : base(dialogId, validator)
        => DefaultLocale = defaultLocale;

    public string DefaultLocale { get; set; }

    protected override Task OnPromptAsync(ITurnContext turnContext, IDictionary<string, object> state, PromptOptions options, bool isRetry, CancellationToken cancellationToken = default)
        => AskAsync(turnContext, options, isRetry, cancellationToken);

    protected override Task<PromptRecognizerResult<IList<DateTimeResolution>>> OnRecognizeAsync(ITurnContext turnContext, IDictionary<string, object> state, PromptOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        var activity = turnContext.Activity;
        var result = new PromptRecognizerResult<IList<DateTimeResolution>>();
        if (activity.Type != ActivityTypes.Message || string.IsNullOrEmpty(activity.Text))
            return Task.FromResult(result);
        var locale = options?.RecognizeLanguage ?? PromptCultures.NameOf(activity, DefaultLocale);
        var readings = Moments.Find(activity.Text, locale, Now(activity));
        if (readings.Count > 0)
            (result.Succeeded, result.Value) = (true, readings);
        return Task.FromResult(result);
    }

    // "Tomorrow" is the writer's tomorrow, so the writer's clock counts where the channel tells it.
    private static DateTime Now(Activity activity)
        => (activity.LocalTimestamp ?? activity.Timestamp ?? TimeProvider.System.GetLocalNow()).DateTime;
}
