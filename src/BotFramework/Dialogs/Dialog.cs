namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>
/// Something a person goes through with the bot. One object serves every conversation at once, so a dialog
/// keeps nothing of a conversation in its fields: that belongs in <see cref="DialogInstance.State"/>.
/// </summary>
public abstract class Dialog
{
    /// <summary>The result that says "the person is next".</summary>
    public static readonly DialogTurnResult EndOfTurn = new(DialogTurnStatus.Waiting);

    private string _id;

    public Dialog(string dialogId = null)
    {
        _id = dialogId;
        PersistedTypes.Trust(GetType().Assembly);
    }

    /// <summary>Name of the dialog in its set; made by <see cref="OnComputeId"/> when none was given.</summary>
    public string Id
    {
        get => _id ??= OnComputeId();
        set => _id = value;
    }

    /// <summary>The set that <see cref="DialogExtensions.RunAsync"/> made for this dialog, kept from turn to turn.</summary>
    internal RootSet RootSet { get; set; }

    public abstract Task<DialogTurnResult> BeginDialogAsync(DialogContext dc, object options = null, CancellationToken cancellationToken = default);

    /// <summary>Called with each new activity while the dialog is active. Ends the dialog unless overridden.</summary>
    public virtual Task<DialogTurnResult> ContinueDialogAsync(DialogContext dc, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(dc);
        return dc.EndDialogAsync(cancellationToken: cancellationToken);
    }

    /// <summary>Called when a child that this dialog began has ended with <paramref name="result"/>. Ends the dialog with it unless overridden.</summary>
    public virtual Task<DialogTurnResult> ResumeDialogAsync(DialogContext dc, DialogReason reason, object result = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(dc);
        NotAToken(result, nameof(result));
        return dc.EndDialogAsync(result, cancellationToken);
    }

    public virtual Task RepromptDialogAsync(ITurnContext turnContext, DialogInstance instance, CancellationToken cancellationToken = default)
        => Task.CompletedTask;

    /// <summary>Called once as the dialog leaves the stack, for whatever <paramref name="reason"/>.</summary>
    public virtual Task EndDialogAsync(ITurnContext turnContext, DialogInstance instance, DialogReason reason, CancellationToken cancellationToken = default)
        => Task.CompletedTask;

    /// <summary>Changes when the dialog's shape changes, so that a container notices that a conversation began with an older one.</summary>
    public virtual string GetVersion() => Id;

    /// <summary>Offers an event to this dialog, then (when it bubbles) to its parent, then to this dialog again. True when somebody took it.</summary>
    public virtual async Task<bool> OnDialogEventAsync(DialogContext dc, DialogEvent e, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(dc);
        ArgumentNullException.ThrowIfNull(e);
        if (await OnPreBubbleEventAsync(dc, e, cancellationToken))
            return true;
        if (e.Bubble && dc.Parent != null && await dc.Parent.EmitEventAsync(e.Name, e.Value, bubble: true, fromLeaf: false, cancellationToken))
            return true;
        return await OnPostBubbleEventAsync(dc, e, cancellationToken);
    }

    protected virtual Task<bool> OnPreBubbleEventAsync(DialogContext dc, DialogEvent e, CancellationToken cancellationToken)
        => Task.FromResult(false);

    protected virtual Task<bool> OnPostBubbleEventAsync(DialogContext dc, DialogEvent e, CancellationToken cancellationToken)
        => Task.FromResult(false);

    protected virtual string OnComputeId() => GetType().Name;

    /// <summary>Guards against <c>BeginDialogAsync(id, cancellationToken)</c>, which compiles and passes the token as the options.</summary>
    /// <exception cref="ArgumentException"><paramref name="value"/> is a cancellation token.</exception>
    internal static void NotAToken(object value, string parameter)
    {
        if (value is CancellationToken)
            throw new ArgumentException($"A cancellation token was passed as '{parameter}'. Name the argument: cancellationToken.", parameter);
    }
}
