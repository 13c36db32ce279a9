namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>Runs a dialog as a bot's root.</summary>
public static class DialogExtensions
{
    /// <summary>
    /// Continues the conversation's dialogs, or begins <paramref name="dialog"/> when there are none. An exception is
    /// first offered to the dialogs as an error event and thrown on when none of them handles it. State is not saved here.
    /// </summary>
    public static async Task RunAsync(this Dialog dialog, ITurnContext turnContext, IStatePropertyAccessor<DialogState> accessor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(dialog);
        ArgumentNullException.ThrowIfNull(turnContext);
        ArgumentNullException.ThrowIfNull(accessor);
        var dc = await SetFor(dialog, accessor).CreateContextAsync(turnContext, cancellationToken);
        try
        {
            var result = await dc.ContinueDialogAsync(cancellationToken);
            if (result.Status == DialogTurnStatus.Empty)
                await dc.BeginDialogAsync(dialog.Id, null, cancellationToken);
        }
        catch (Exception error)
        {
            if (!await dc.EmitEventAsync(DialogEvents.Error, error, bubble: true, fromLeaf: true, cancellationToken))
                throw;
        }

        await DialogTrace.StackAsync(turnContext, dc, cancellationToken);
    }

    // The set is the same every turn, so it is made once. Two first turns at once make two equal ones, and one is kept.
    private static DialogSet SetFor(Dialog dialog, IStatePropertyAccessor<DialogState> accessor)
    {
        if (dialog.RootSet is { } made && ReferenceEquals(made.Accessor, accessor) && made.DialogId == dialog.Id)
            return made.Dialogs;
        var set = new DialogSet(accessor).Add(dialog);
        dialog.RootSet = new RootSet(accessor, dialog.Id, set);
        return set;
    }
}

/// <summary>A dialog set made for a root dialog and the accessor it was made with.</summary>
internal sealed record RootSet(IStatePropertyAccessor<DialogState> Accessor, string DialogId, DialogSet Dialogs);
