using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>A dialog with dialogs, and a stack, of its own inside.</summary>
public abstract class DialogContainer : Dialog
{
    protected DialogContainer(string dialogId = null)
        : base(dialogId)
    {
    }

    public DialogSet Dialogs { get; set; } = new();

    /// <summary>The context of the inner stack; <paramref name="dc"/> is the outer one, with this dialog active.</summary>
    public abstract DialogContext CreateChildContext(DialogContext dc);

    public virtual Dialog FindDialog(string dialogId) => Dialogs.Find(dialogId);

    public virtual Dialog FindDialog(string dialogId, DialogContext dc = null) => Dialogs.Find(dialogId);

    /// <summary>The events the runtime emits reach the container too; one nobody handles about a changed version is traced.</summary>
    public override async Task<bool> OnDialogEventAsync(DialogContext dc, DialogEvent e, CancellationToken cancellationToken)
    {
        var handled = await base.OnDialogEventAsync(dc, e, cancellationToken);
        if (!handled && e.Name == DialogEvents.VersionChanged && DialogTrace.IsShown(dc.Context))
            await DialogTrace.SendAsync(dc.Context, "Unhandled dialog event: " + e.Name, null, dc.ActiveDialog?.Id, "Dialog", cancellationToken);
        return handled;
    }

    protected virtual string GetInternalVersion() => Dialogs.GetVersion();

    /// <summary>Emits versionChanged when the inner dialogs are not those the conversation began with.</summary>
    protected virtual async Task CheckForVersionChangeAsync(DialogContext dc, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(dc);
        var instance = dc.ActiveDialog;
        var (before, now) = (instance.Version, GetInternalVersion());
        instance.Version = now;
        if (before != null && before != now)
            await dc.EmitEventAsync(DialogEvents.VersionChanged, Id, bubble: true, fromLeaf: false, cancellationToken);
    }
}
