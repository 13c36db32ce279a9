namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>Decides whether an answer will do. It is asked even when nothing was recognized, and its verdict alone counts.</summary>
public delegate Task<bool> PromptValidator<T>(PromptValidatorContext<T> promptContext, CancellationToken cancellationToken);

/// <summary>What a validator knows.</summary>
public class PromptValidatorContext<T>
{
    internal PromptValidatorContext(ITurnContext turnContext, PromptRecognizerResult<T> recognized, IDictionary<string, object> state, PromptOptions options)
        => (Context, Recognized, State, Options) = (turnContext, recognized, state, options);

    public ITurnContext Context { get; }

    public PromptRecognizerResult<T> Recognized { get; }

    public PromptOptions Options { get; }

    /// <summary>Kept from one attempt to the next.</summary>
    public IDictionary<string, object> State { get; }

    /// <summary>How many answers there were, this one included: 1 the first time.</summary>
    public int AttemptCount => PersistedValues.GetInt(State, PromptState.AttemptCount);
}

/// <summary>Keys of what a prompt keeps.</summary>
internal static class PromptState
{
    public const string Options = "options";
    public const string State = "state";
    public const string AttemptCount = "AttemptCount";
    public const string Recognized = "SupportBot.recognized";
}
