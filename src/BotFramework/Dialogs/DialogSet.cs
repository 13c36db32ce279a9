using System.Security.Cryptography;
using System.Text;

namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>Dialogs that may start one another, by id.</summary>
public class DialogSet
{
    private readonly Dictionary<string, Dialog> _dialogs = new(StringComparer.Ordinal);
    private readonly IStatePropertyAccessor<DialogState> _dialogState;
    private string _version;

    /// <exception cref="ArgumentNullException">No accessor was given.</exception>
    public DialogSet(IStatePropertyAccessor<DialogState> dialogState)
    {
        ArgumentNullException.ThrowIfNull(dialogState);
        _dialogState = dialogState;
    }

    /// <summary>A set without a stack of its own; it cannot create a context.</summary>
    public DialogSet()
    {
    }

    /// <summary>A hash over the versions of all dialogs in the set; computed once, until a dialog is added.</summary>
    public virtual string GetVersion()
    {
        if (_version != null)
            return _version;
        var text = new StringBuilder();
        foreach (var (id, dialog) in _dialogs)
            text.Append('|').Append(id).Append(':').Append(dialog.GetVersion());
        return _version = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    /// <summary>
    /// Adds a dialog and those it depends on. When its id is taken by another dialog, 2, 3, ... is appended to the
    /// new dialog's id; adding the same dialog again changes nothing.
    /// </summary>
    public DialogSet Add(Dialog dialog)
    {
        ArgumentNullException.ThrowIfNull(dialog);
        if (_dialogs.TryGetValue(dialog.Id, out var taken))
        {
            if (ReferenceEquals(taken, dialog))
                return this;
            dialog.Id = FreeId(dialog.Id);
        }

        _version = null;
        _dialogs[dialog.Id] = dialog;
        if (dialog is IDialogDependencies depends)
        {
            foreach (var needed in depends.GetDependencies())
                Add(needed);
        }

        return this;
    }

    /// <summary>Loads the stack of this turn's conversation.</summary>
    /// <exception cref="InvalidOperationException">The set was made without a state accessor.</exception>
    public async Task<DialogContext> CreateContextAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        if (_dialogState == null)
            throw new InvalidOperationException("This DialogSet has no state accessor, so it cannot create a context. Pass one to its constructor.");
        var state = await _dialogState.GetAsync(turnContext, static () => new DialogState(), cancellationToken);
        return new DialogContext(this, turnContext, state);
    }

    /// <summary>The dialog of that id, or null.</summary>
    public Dialog Find(string dialogId)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(dialogId);
        return _dialogs.GetValueOrDefault(dialogId);
    }

    public IEnumerable<Dialog> GetDialogs() => _dialogs.Values;

    private string FreeId(string id)
    {
        for (var suffix = 2; ; suffix++)
        {
            var candidate = id + suffix.ToString(System.Globalization.CultureInfo.InvariantCulture);
            if (!_dialogs.ContainsKey(candidate))
                return candidate;
        }
    }
}
