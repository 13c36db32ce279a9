using Microsoft.Bot.Builder.Dialogs.Choices;
using Microsoft.Bot.Builder.Dialogs.Prompts;
using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>Asks for one of some choices: by its words, a synonym, or its number.</summary>
public class ChoicePrompt : Prompt<FoundChoice>
{
    private readonly Dictionary<string, ChoiceFactoryOptions> _defaults;

    public ChoicePrompt(string dialogId, PromptValidator<FoundChoice> validator = null, string defaultLocale = null)
        : this(dialogId, PromptCultures.ChoiceOptions, validator, defaultLocale)
    {
    }

    /// <param name="dialogId">Id of the dialog.</param>
    /// <param name="choiceDefaults">How choices are written, by culture ("en-us").</param>
    /// <param name="validator">Has the last word on an answer.</param>
    /// <param name="defaultLocale">The language when an activity names none.</param>
    public ChoicePrompt(string dialogId, Dictionary<string, ChoiceFactoryOptions> choiceDefaults, PromptValidator<FoundChoice> validator = null, string defaultLocale = null)
        : base(dialogId, validator)
    {
        ArgumentNullException.ThrowIfNull(choiceDefaults);
        Style = ListStyle.Auto;
        DefaultLocale = defaultLocale;
        _defaults = choiceDefaults;
    }

    public ListStyle Style { get; set; }

    public string DefaultLocale { get; set; }

    /// <summary>How choices are written whatever the language; the language decides when null.</summary>
    public ChoiceFactoryOptions ChoiceOptions { get; set; }

    public FindChoicesOptions RecognizerOptions { get; set; }

    protected override async Task OnPromptAsync(ITurnContext turnContext, IDictionary<string, object> state, PromptOptions options, bool isRetry, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        ArgumentNullException.ThrowIfNull(options);
        var activity = turnContext.Activity;
        var written = ChoiceOptions ?? _defaults.GetValueOrDefault(Culture(activity)) ?? PromptCultures.ChoiceOptions[PromptCultureModels.English.Locale];
        var question = isRetry ? options.RetryPrompt ?? options.Prompt : options.Prompt;
        var message = AppendChoices(question, activity.ChannelId, options.Choices ?? [], options.Style ?? Style, written, activity.Conversation?.ConversationType, PromptChoices.To(turnContext), cancellationToken);
        await turnContext.SendActivityAsync(message, cancellationToken);
    }

    protected override Task<PromptRecognizerResult<FoundChoice>> OnRecognizeAsync(ITurnContext turnContext, IDictionary<string, object> state, PromptOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        ArgumentNullException.ThrowIfNull(options);
        var activity = turnContext.Activity;
        var result = new PromptRecognizerResult<FoundChoice>();
        if (activity.Type != ActivityTypes.Message || string.IsNullOrEmpty(activity.Text))
            return Task.FromResult(result);
        var found = ChoiceRecognizers.RecognizeChoices(activity.Text, options.Choices ?? [], Finding(activity, options));
        if (found.Count > 0)
            (result.Succeeded, result.Value) = (true, found[0].Resolution);
        return Task.FromResult(result);
    }

    private string Culture(Activity activity)
    {
        var name = PromptCultureModels.MapToNearestLanguage(PromptCultures.NameOf(activity, DefaultLocale));
        return _defaults.ContainsKey(name) ? name : PromptCultureModels.English.Locale;
    }

    // The language goes into a copy: the options belong to every conversation at once.
    private FindChoicesOptions Finding(Activity activity, PromptOptions options)
    {
        var mine = RecognizerOptions;
        var locale = options.RecognizeLanguage ?? (string.IsNullOrWhiteSpace(activity.Locale) ? mine?.Locale ?? DefaultLocale : activity.Locale);
        return new FindChoicesOptions
        {
            Locale = PromptCultureModels.MapToNearestLanguage(locale) ?? PromptCultureModels.English.Locale,
            AllowPartialMatches = mine?.AllowPartialMatches ?? false,
            MaxTokenDistance = mine?.MaxTokenDistance,
            Tokenizer = mine?.Tokenizer,
            NoValue = mine?.NoValue ?? false,
            NoAction = mine?.NoAction ?? false,
            RecognizeNumbers = mine?.RecognizeNumbers ?? true,
            RecognizeOrdinals = mine?.RecognizeOrdinals ?? true,
        };
    }
}
