using Microsoft.Bot.Builder.Dialogs.Choices;
using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>
/// Asks one question until the answer is understood and, where there is a validator, found good. Derived prompts say how
/// the question looks and how an answer is read; an answer is read once a turn.
/// </summary>
public abstract class Prompt<T> : Dialog
{
    private readonly PromptValidator<T> _validator;

    public Prompt(string dialogId, PromptValidator<T> validator = null)
        : base(dialogId)
    {
        if (string.IsNullOrWhiteSpace(dialogId))
            throw new ArgumentNullException(nameof(dialogId));
        _validator = validator;
        PersistedTypes.Trust(validator);
    }

    /// <exception cref="ArgumentOutOfRangeException">The options are not <see cref="PromptOptions"/>.</exception>
    public override async Task<DialogTurnResult> BeginDialogAsync(DialogContext dc, object options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(dc);
        NotAToken(options, nameof(options));
        if (options is not PromptOptions prompt)
            throw new ArgumentOutOfRangeException(nameof(options), "A prompt is begun with PromptOptions.");
        ExpectInput(prompt.Prompt);
        ExpectInput(prompt.RetryPrompt);
        var memory = new Dictionary<string, object> { [PromptState.AttemptCount] = 0 };
        dc.ActiveDialog.State[PromptState.Options] = prompt;
        dc.ActiveDialog.State[PromptState.State] = memory;
        await OnPromptAsync(dc.Context, memory, prompt, false, cancellationToken);
        return EndOfTurn;
    }

    public override async Task<DialogTurnResult> ContinueDialogAsync(DialogContext dc, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(dc);
        if (dc.Context.Activity.Type != ActivityTypes.Message)
            return EndOfTurn;
        var (memory, options) = Memory(dc.ActiveDialog);
        var recognized = TakeRecognized(dc) ?? await OnRecognizeAsync(dc.Context, memory, options, cancellationToken);
        memory[PromptState.AttemptCount] = PersistedValues.GetInt(memory, PromptState.AttemptCount) + 1;
        var good = _validator == null
            ? recognized.Succeeded
            : await _validator(new PromptValidatorContext<T>(dc.Context, recognized, memory, options), cancellationToken);
        if (good)
            return await dc.EndDialogAsync(recognized.Value, cancellationToken);
        if (!dc.Context.Responded)
            await OnPromptAsync(dc.Context, memory, options, true, cancellationToken);
        return EndOfTurn;
    }

    /// <summary>Something was begun over the prompt and has ended: the question is asked again.</summary>
    public override async Task<DialogTurnResult> ResumeDialogAsync(DialogContext dc, DialogReason reason, object result = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(dc);
        await RepromptDialogAsync(dc.Context, dc.ActiveDialog, cancellationToken);
        return EndOfTurn;
    }

    public override Task RepromptDialogAsync(ITurnContext turnContext, DialogInstance instance, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(instance);
        var (memory, options) = Memory(instance);
        return OnPromptAsync(turnContext, memory, options, false, cancellationToken);
    }

    /// <summary>A message this prompt understands is its own: the dialogs around it are not asked whether it interrupts.</summary>
    protected override async Task<bool> OnPreBubbleEventAsync(DialogContext dc, DialogEvent e, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(dc);
        ArgumentNullException.ThrowIfNull(e);
        if (e.Name != DialogEvents.ActivityReceived || dc.Context.Activity.Type != ActivityTypes.Message)
            return false;
        var (memory, options) = Memory(dc.ActiveDialog);
        var result = await OnRecognizeAsync(dc.Context, memory, options, cancellationToken);
        dc.Context.TurnState.Set(PromptState.Recognized, new Reading(dc.ActiveDialog, dc.Context.Activity.Text, dc.Context.Activity.Value, result));
        return result.Succeeded;
    }

    protected abstract Task OnPromptAsync(ITurnContext turnContext, IDictionary<string, object> state, PromptOptions options, bool isRetry, CancellationToken cancellationToken = default);

    protected abstract Task<PromptRecognizerResult<T>> OnRecognizeAsync(ITurnContext turnContext, IDictionary<string, object> state, PromptOptions options, CancellationToken cancellationToken = default);

    protected virtual IMessageActivity AppendChoices(IMessageActivity prompt, string channelId, IList<Choice> choices, ListStyle style, ChoiceFactoryOptions options = null, CancellationToken cancellationToken = default)
        => AppendChoices(prompt, channelId, choices, style, options, null, null, cancellationToken);

    /// <summary>A copy of the question with the choices written into it, or shown under it.</summary>
    protected virtual IMessageActivity AppendChoices(IMessageActivity prompt, string channelId, IList<Choice> choices, ListStyle style, ChoiceFactoryOptions options = null, string conversationType = null, IList<string> toList = null, CancellationToken cancellationToken = default)
        => PromptChoices.Append(prompt, channelId, choices, style, options, conversationType, toList);

    /// <summary>Sends the retry question or the question, as a copy: sending writes addresses into an activity, and the options are stored.</summary>
    private protected static async Task AskAsync(ITurnContext turnContext, PromptOptions options, bool isRetry, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        ArgumentNullException.ThrowIfNull(options);
        var question = isRetry ? options.RetryPrompt ?? options.Prompt : options.Prompt;
        if (question != null)
            await turnContext.SendActivityAsync(question.Copy(), cancellationToken);
    }

    private static void ExpectInput(Activity question)
    {
        if (question != null && string.IsNullOrEmpty(question.InputHint))
            question.InputHint = InputHints.ExpectingInput;
    }

    private static (IDictionary<string, object> Memory, PromptOptions Options) Memory(DialogInstance instance)
        => (PersistedValues.Get<IDictionary<string, object>>(instance.State, PromptState.State), PersistedValues.Get<PromptOptions>(instance.State, PromptState.Options));

    // What OnPreBubbleEventAsync read this turn, unless the activity was changed since (a middleware dialog may translate it).
    private static PromptRecognizerResult<T> TakeRecognized(DialogContext dc)
    {
        var turn = dc.Context.TurnState;
        if (!turn.TryGetValue(PromptState.Recognized, out var kept))
            return null;
        turn.Remove(PromptState.Recognized);
        return kept is Reading reading && ReferenceEquals(reading.Instance, dc.ActiveDialog)
            && ReferenceEquals(reading.Text, dc.Context.Activity.Text) && ReferenceEquals(reading.Value, dc.Context.Activity.Value) ? reading.Result : null;
    }

    private sealed record Reading(DialogInstance Instance, string Text, object Value, PromptRecognizerResult<T> Result);
}
