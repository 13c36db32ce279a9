using Microsoft.Bot.Builder.Dialogs.Choices;
using Microsoft.Bot.Builder.Dialogs.Prompts;
using Microsoft.Bot.Builder.Dialogs.Recognizers;
using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>Asks for yes or no: in the words of the language, by the titles of its two choices, or by their number.</summary>
public class ConfirmPrompt : Prompt<bool>
{
    private static readonly Dictionary<string, (Choice, Choice, ChoiceFactoryOptions)> BuiltIn = MakeBuiltIn();

    private readonly Dictionary<string, (Choice, Choice, ChoiceFactoryOptions)> _defaults;

    public ConfirmPrompt(string dialogId, PromptValidator<bool> validator = null, string defaultLocale = null)
        : this(dialogId, BuiltIn, validator, defaultLocale)
    {
    }

    /// <param name="dialogId">Id of the dialog.</param>
    /// <param name="choiceDefaults">Yes, no, and how they are written, by culture ("en-us").</param>
    /// <param name="validator">Has the last word on an answer.</param>
    /// <param name="defaultLocale">The language when an activity names none.</param>
    public ConfirmPrompt(string dialogId, Dictionary<string, ValueTuple<Choice, Choice, ChoiceFactoryOptions>> choiceDefaults, PromptValidator<bool> validator = null, string defaultLocale = null)
        : base(dialogId, validator)
    {
        ArgumentNullException.ThrowIfNull(choiceDefaults);
        Style = ListStyle.Auto;
        DefaultLocale = defaultLocale;
        _defaults = choiceDefaults;
    }

    public ListStyle Style { get; set; }

    public string DefaultLocale { get; set; }

    /// <summary>How the choices are written whatever the language; without numbers, "1" is no answer.</summary>
    public ChoiceFactoryOptions ChoiceOptions { get; set; }

    /// <summary>Yes and no, whatever the language.</summary>
    public Tuple<Choice, Choice> ConfirmChoices { get; set; }

    protected override async Task OnPromptAsync(ITurnContext turnContext, IDictionary<string, object> state, PromptOptions options, bool isRetry, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        ArgumentNullException.ThrowIfNull(options);
        var activity = turnContext.Activity;
        var (choices, written) = Choices(activity);
        var question = isRetry ? options.RetryPrompt ?? options.Prompt : options.Prompt;
        var message = AppendChoices(question, activity.ChannelId, choices, options.Style ?? Style, written, activity.Conversation?.ConversationType, PromptChoices.To(turnContext), cancellationToken);
        await turnContext.SendActivityAsync(message, cancellationToken);
    }

    protected override Task<PromptRecognizerResult<bool>> OnRecognizeAsync(ITurnContext turnContext, IDictionary<string, object> state, PromptOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        var activity = turnContext.Activity;
        var result = new PromptRecognizerResult<bool>();
        if (activity.Type != ActivityTypes.Message || string.IsNullOrEmpty(activity.Text))
            return Task.FromResult(result);
        var locale = options?.RecognizeLanguage ?? PromptCultures.NameOf(activity, DefaultLocale);
        if ((YesNo.Find(activity.Text, locale) ?? ByChoice(activity, locale)) is { } answer)
            (result.Succeeded, result.Value) = (true, answer);
        return Task.FromResult(result);
    }

    private bool? ByChoice(Activity activity, string locale)
    {
        var (choices, written) = Choices(activity);
        if (written?.IncludeNumbers == false)
            return null;
        var found = ChoiceRecognizers.RecognizeChoices(activity.Text, choices, new FindChoicesOptions { Locale = locale });
        // "Yes and no" finds both, and is no answer.
        return found.Count == 1 ? found[0].Resolution.Index == 0 : null;
    }

    private (IList<Choice> Choices, ChoiceFactoryOptions Written) Choices(Activity activity)
    {
        var name = PromptCultureModels.MapToNearestLanguage(PromptCultures.NameOf(activity, DefaultLocale));
        if (!_defaults.TryGetValue(name, out var found) && !_defaults.TryGetValue(PromptCultureModels.English.Locale, out found))
            found = BuiltIn[PromptCultureModels.English.Locale];
        IList<Choice> choices = ConfirmChoices is { } own ? [own.Item1, own.Item2] : [found.Item1, found.Item2];
        return (choices, ChoiceOptions ?? found.Item3);
    }

    private static Dictionary<string, (Choice, Choice, ChoiceFactoryOptions)> MakeBuiltIn()
    {
        var all = new Dictionary<string, (Choice, Choice, ChoiceFactoryOptions)>(StringComparer.OrdinalIgnoreCase);
        foreach (var model in PromptCultureModels.Supported)
            all[model.Locale] = (new Choice(model.YesInLanguage), new Choice(model.NoInLanguage), PromptCultures.ChoiceOptions[model.Locale]);
        return all;
    }
}
