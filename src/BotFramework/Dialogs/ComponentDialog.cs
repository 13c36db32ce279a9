namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>
/// A dialog built of dialogs. Its inner stack is kept in its own state, so that outside it is one dialog; inside,
/// dialogs may begin those registered outside, not the other way round.
/// </summary>
public class ComponentDialog : DialogContainer
{
    public const string PersistedDialogState = "dialogs";

    private readonly Lock _gate = new();
    private Task _initialization;

    public ComponentDialog(string dialogId = null)
        : base(dialogId)
    {
    }

    /// <summary>The dialog begun inside; the first one added unless set.</summary>
    public string InitialDialogId { get; set; }

    public override async Task<DialogTurnResult> BeginDialogAsync(DialogContext outerDc, object options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(outerDc);
        NotAToken(options, nameof(options));
        await EnsureInitializedAsync(outerDc);
        await CheckForVersionChangeAsync(outerDc, cancellationToken);
        var inner = CreateChildContext(outerDc);
        return await AfterAsync(outerDc, await OnBeginDialogAsync(inner, options, cancellationToken), cancellationToken);
    }

    public override async Task<DialogTurnResult> ContinueDialogAsync(DialogContext outerDc, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(outerDc);
        await EnsureInitializedAsync(outerDc);
        await CheckForVersionChangeAsync(outerDc, cancellationToken);
        var inner = CreateChildContext(outerDc);
        return await AfterAsync(outerDc, await OnContinueDialogAsync(inner, cancellationToken), cancellationToken);
    }

    /// <summary>A dialog begun on the OUTER stack over this one has ended: the inner question is asked again, its result goes nowhere.</summary>
    public override async Task<DialogTurnResult> ResumeDialogAsync(DialogContext outerDc, DialogReason reason, object result = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(outerDc);
        NotAToken(result, nameof(result));
        await EnsureInitializedAsync(outerDc);
        await RepromptDialogAsync(outerDc.Context, outerDc.ActiveDialog, cancellationToken);
        return EndOfTurn;
    }

    public override async Task RepromptDialogAsync(ITurnContext turnContext, DialogInstance instance, CancellationToken cancellationToken = default)
    {
        await InnerContext(turnContext, instance).RepromptDialogAsync(cancellationToken);
        await OnRepromptDialogAsync(turnContext, instance, cancellationToken);
    }

    public override async Task EndDialogAsync(ITurnContext turnContext, DialogInstance instance, DialogReason reason, CancellationToken cancellationToken = default)
    {
        if (reason == DialogReason.CancelCalled)
            await InnerContext(turnContext, instance).CancelAllDialogsAsync(cancellationToken);
        await OnEndDialogAsync(turnContext, instance, reason, cancellationToken);
    }

    public ComponentDialog AddDialog(Dialog dialog)
    {
        Dialogs.Add(dialog);
        if (string.IsNullOrEmpty(InitialDialogId))
            InitialDialogId = dialog.Id;
        return this;
    }

    public override DialogContext CreateChildContext(DialogContext dc)
    {
        ArgumentNullException.ThrowIfNull(dc);
        return new DialogContext(Dialogs, dc, InnerState(dc.ActiveDialog));
    }

    protected Task EnsureInitializedAsync(DialogContext outerDc)
    {
        if (_initialization is { IsCompletedSuccessfully: true } done)
            return done;
        // Turns that come at the same time wait for the first; one that failed is tried again.
        lock (_gate)
            return _initialization = _initialization is { IsFaulted: false, IsCanceled: false } running ? running : OnInitializeAsync(outerDc);
    }

    /// <summary>Called once in the life of this object, before it first runs.</summary>
    protected virtual Task OnInitializeAsync(DialogContext dc)
    {
        if (InitialDialogId == null)
        {
            foreach (var first in Dialogs.GetDialogs())
            {
                InitialDialogId = first.Id;
                break;
            }
        }

        return Task.CompletedTask;
    }

    protected virtual Task<DialogTurnResult> OnBeginDialogAsync(DialogContext innerDc, object options, CancellationToken cancellationToken = default)
        => innerDc.BeginDialogAsync(InitialDialogId, options, cancellationToken);

    /// <summary>
    /// The place for interruptions: return <see cref="Dialog.EndOfTurn"/> after answering a "help", or the result of
    /// <see cref="DialogContext.CancelAllDialogsAsync(CancellationToken)"/> to leave.
    /// </summary>
    protected virtual Task<DialogTurnResult> OnContinueDialogAsync(DialogContext innerDc, CancellationToken cancellationToken = default)
        => innerDc.ContinueDialogAsync(cancellationToken);

    protected virtual Task OnEndDialogAsync(ITurnContext context, DialogInstance instance, DialogReason reason, CancellationToken cancellationToken = default)
        => Task.CompletedTask;

    protected virtual Task OnRepromptDialogAsync(ITurnContext turnContext, DialogInstance instance, CancellationToken cancellationToken = default)
        => Task.CompletedTask;

    /// <summary>The inner stack is done: ends the component with the inner result.</summary>
    protected virtual Task<DialogTurnResult> EndComponentAsync(DialogContext outerDc, object result, CancellationToken cancellationToken)
        => outerDc.EndDialogAsync(result, cancellationToken);

    private Task<DialogTurnResult> AfterAsync(DialogContext outer, DialogTurnResult inner, CancellationToken cancellationToken)
        => inner.Status == DialogTurnStatus.Waiting ? Waiting : EndComponentAsync(outer, inner.Result, cancellationToken);

    private static readonly Task<DialogTurnResult> Waiting = Task.FromResult(EndOfTurn);

    private DialogContext InnerContext(ITurnContext turn, DialogInstance instance) => new(Dialogs, turn, InnerState(instance));

    private static DialogState InnerState(DialogInstance instance)
    {
        ArgumentNullException.ThrowIfNull(instance);
        if (PersistedValues.Get<DialogState>(instance.State, PersistedDialogState) is { } state)
            return state;
        state = new DialogState();
        instance.State[PersistedDialogState] = state;
        return state;
    }
}
