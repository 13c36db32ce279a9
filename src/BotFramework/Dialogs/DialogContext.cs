using System.Globalization;

namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>One turn's view of a dialog stack, and the verbs that move it.</summary>
public class DialogContext
{
    private const string ReceivedKey = "SupportBot.activityReceived";

    public DialogContext(DialogSet dialogs, ITurnContext turnContext, DialogState state)
    {
        ArgumentNullException.ThrowIfNull(dialogs);
        ArgumentNullException.ThrowIfNull(turnContext);
        Dialogs = dialogs;
        Context = turnContext;
        Stack = state?.DialogStack ?? throw new ArgumentNullException(nameof(state));
    }

    /// <summary>A context for an inner stack: what its own set lacks is looked up in the parent's.</summary>
    public DialogContext(DialogSet dialogs, DialogContext parentDialogContext, DialogState state)
        : this(dialogs, (parentDialogContext ?? throw new ArgumentNullException(nameof(parentDialogContext))).Context, state)
        => Parent = parentDialogContext;

    public DialogSet Dialogs { get; }

    public ITurnContext Context { get; }

    /// <summary>The stack; index 0 is the active dialog.</summary>
    public List<DialogInstance> Stack { get; }

    public DialogContext Parent { get; set; }

    /// <summary>The context of the stack inside the active dialog, or null when that is not a container.</summary>
    public DialogContext Child
        => ActiveDialog is { } instance && FindDialog(instance.Id) is DialogContainer container ? container.CreateChildContext(this) : null;

    public DialogInstance ActiveDialog => Stack.Count > 0 ? Stack[0] : null;

    /// <exception cref="ArgumentException">No dialog of that id is reachable, or a cancellation token was passed as options.</exception>
    public async Task<DialogTurnResult> BeginDialogAsync(string dialogId, object options = null, CancellationToken cancellationToken = default)
    {
        try
        {
            ArgumentException.ThrowIfNullOrEmpty(dialogId);
            Dialog.NotAToken(options, nameof(options));
            var dialog = FindDialog(dialogId)
                ?? throw new ArgumentException($"There is no dialog '{dialogId}' in this DialogSet or its parents. Add it with Add or AddDialog first.", nameof(dialogId));
            Stack.Insert(0, new DialogInstance { Id = dialogId, State = new Dictionary<string, object>() });
            return await dialog.BeginDialogAsync(this, options, cancellationToken);
        }
        catch (Exception error)
        {
            DialogContextErrors.Describe(error, this);
            throw;
        }
    }

    public async Task<DialogTurnResult> PromptAsync(string dialogId, PromptOptions options, CancellationToken cancellationToken = default)
    {
        try
        {
            ArgumentException.ThrowIfNullOrEmpty(dialogId);
            ArgumentNullException.ThrowIfNull(options);
            return await BeginDialogAsync(dialogId, options, cancellationToken);
        }
        catch (Exception error)
        {
            DialogContextErrors.Describe(error, this);
            throw;
        }
    }

    /// <summary>Gives the turn's activity to the active dialog; Empty when there is none.</summary>
    /// <exception cref="InvalidOperationException">The active dialog is not registered (any more).</exception>
    public async Task<DialogTurnResult> ContinueDialogAsync(CancellationToken cancellationToken = default)
    {
        try
        {
            await AnnounceActivityAsync(cancellationToken);
            if (ActiveDialog is not { } instance)
                return new DialogTurnResult(DialogTurnStatus.Empty);
            return await Registered(instance).ContinueDialogAsync(this, cancellationToken);
        }
        catch (Exception error)
        {
            DialogContextErrors.Describe(error, this);
            throw;
        }
    }

    /// <summary>Ends the active dialog and gives its result to the one below, or completes the stack.</summary>
    public async Task<DialogTurnResult> EndDialogAsync(object result = null, CancellationToken cancellationToken = default)
    {
        try
        {
            Dialog.NotAToken(result, nameof(result));
            await PopAsync(DialogReason.EndCalled, cancellationToken);
            return ActiveDialog is { } below
                ? await Registered(below).ResumeDialogAsync(this, DialogReason.EndCalled, result, cancellationToken)
                : new DialogTurnResult(DialogTurnStatus.Complete, result);
        }
        catch (Exception error)
        {
            DialogContextErrors.Describe(error, this);
            throw;
        }
    }

    public Task<DialogTurnResult> CancelAllDialogsAsync(CancellationToken cancellationToken = default)
        => CancelAllDialogsAsync(false, cancellationToken: cancellationToken);

    /// <summary>
    /// Cancels every dialog of this stack and, when asked, of the stacks around it. Each after the first is told by an
    /// event (cancelDialog unless named) and stops the cancelling by handling it.
    /// </summary>
    public async Task<DialogTurnResult> CancelAllDialogsAsync(bool cancelParents, string eventName = null, object eventValue = null, CancellationToken cancellationToken = default)
    {
        try
        {
            Dialog.NotAToken(eventValue, nameof(eventValue));
            if (Stack.Count == 0 && Parent == null)
                return new DialogTurnResult(DialogTurnStatus.Empty);
            var tell = false;
            for (var dc = this; dc != null;)
            {
                if (dc.Stack.Count == 0)
                {
                    dc = cancelParents ? dc.Parent : null;
                }
                else
                {
                    if (tell && await dc.EmitEventAsync(eventName ?? DialogEvents.CancelDialog, eventValue, bubble: false, fromLeaf: false, cancellationToken))
                        break;
                    await dc.PopAsync(DialogReason.CancelCalled, cancellationToken);
                }

                tell = true;
            }

            return new DialogTurnResult(DialogTurnStatus.Cancelled);
        }
        catch (Exception error)
        {
            DialogContextErrors.Describe(error, this);
            throw;
        }
    }

    /// <summary>Ends the active dialog and begins another in its place; the dialog below learns nothing of it.</summary>
    public async Task<DialogTurnResult> ReplaceDialogAsync(string dialogId, object options = null, CancellationToken cancellationToken = default)
    {
        try
        {
            Dialog.NotAToken(options, nameof(options));
            await PopAsync(DialogReason.ReplaceCalled, cancellationToken);
            return await BeginDialogAsync(dialogId, options, cancellationToken);
        }
        catch (Exception error)
        {
            DialogContextErrors.Describe(error, this);
            throw;
        }
    }

    /// <summary>Asks the active dialog's question again.</summary>
    public async Task RepromptDialogAsync(CancellationToken cancellationToken = default)
    {
        try
        {
            if (await EmitEventAsync(DialogEvents.RepromptDialog, bubble: false, fromLeaf: false, cancellationToken: cancellationToken))
                return;
            if (ActiveDialog is { } instance)
                await Registered(instance).RepromptDialogAsync(Context, instance, cancellationToken);
        }
        catch (Exception error)
        {
            DialogContextErrors.Describe(error, this);
            throw;
        }
    }

    /// <summary>The dialog of that id in this set, in the sets of the parents, or inside the parent's active container; null when nowhere.</summary>
    public Dialog FindDialog(string dialogId)
    {
        if (Dialogs.Find(dialogId) is { } own)
            return own;
        if (Parent == null)
            return null;
        return Parent.FindDialog(dialogId)
            ?? (Parent.ActiveDialog is { } around && Parent.FindDialog(around.Id) is DialogContainer container ? container.FindDialog(dialogId, Parent) : null);
    }

    /// <summary>Offers an event to the active dialog (of the innermost stack when <paramref name="fromLeaf"/>). True when it was handled.</summary>
    public async Task<bool> EmitEventAsync(string name, object value = null, bool bubble = true, bool fromLeaf = false, CancellationToken cancellationToken = default)
    {
        try
        {
            ArgumentException.ThrowIfNullOrEmpty(name);
            var dc = this;
            while (fromLeaf && dc.Child is { } child)
                dc = child;
            if (dc.ActiveDialog is not { } instance || dc.FindDialog(instance.Id) is not { } dialog)
                return false;
            return await dialog.OnDialogEventAsync(dc, new DialogEvent { Name = name, Value = value, Bubble = bubble }, cancellationToken);
        }
        catch (Exception error)
        {
            DialogContextErrors.Describe(error, this);
            throw;
        }
    }

    /// <summary>The turn's language: the turn context's, then the activity's, then the thread's.</summary>
    public string GetLocale()
        => (Context as TurnContext)?.Locale ?? Context.Activity?.Locale ?? CultureInfo.CurrentCulture.Name;

    private async Task AnnounceActivityAsync(CancellationToken cancellationToken)
    {
        if (Context.TurnState.ContainsKey(ReceivedKey))
            return;
        Context.TurnState.Set(ReceivedKey, string.Empty);
        if (ActiveDialog != null)
            await EmitEventAsync(DialogEvents.ActivityReceived, Context.Activity, bubble: true, fromLeaf: true, cancellationToken);
    }

    private async Task PopAsync(DialogReason reason, CancellationToken cancellationToken)
    {
        if (ActiveDialog is not { } instance)
            return;
        if (FindDialog(instance.Id) is { } dialog)
            await dialog.EndDialogAsync(Context, instance, reason, cancellationToken);
        Stack.Remove(instance);
    }

    private Dialog Registered(DialogInstance instance)
        => FindDialog(instance.Id)
            ?? throw new InvalidOperationException($"The conversation is in a dialog '{instance.Id}' that is not registered in this DialogSet or its parents.");
}
