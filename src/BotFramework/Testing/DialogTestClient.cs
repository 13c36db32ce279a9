using Microsoft.Bot.Builder.Adapters;
using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder.Testing;

/// <summary>Talks to one dialog in a test: send a message, look at the reply and at where the dialog stands.</summary>
public class DialogTestClient
{
    private readonly TestAdapter _adapter;
    private readonly BotCallbackHandler _turn;

    public DialogTestClient(string channelId, Dialog targetDialog, object initialDialogOptions = null, IEnumerable<IMiddleware> middlewares = null, ConversationState conversationState = null)
        : this(new TestAdapter(channelId), targetDialog, initialDialogOptions, middlewares, conversationState)
    {
    }

    public DialogTestClient(TestAdapter testAdapter, Dialog targetDialog, object initialDialogOptions = null, IEnumerable<IMiddleware> middlewares = null, ConversationState conversationState = null)
    {
        ArgumentNullException.ThrowIfNull(testAdapter);
        ArgumentNullException.ThrowIfNull(targetDialog);
        ConversationState = conversationState ?? new ConversationState(new MemoryStorage());
        _adapter = testAdapter.Use(new AutoSaveStateMiddleware(ConversationState));
        foreach (var middleware in middlewares ?? [])
            _adapter.Use(middleware);
        var dialogs = new DialogSet(ConversationState.CreateProperty<DialogState>("DialogState")).Add(targetDialog);
        _turn = (turn, cancellationToken) => RunAsync(dialogs, targetDialog.Id, initialDialogOptions, turn, cancellationToken);
    }

    /// <summary>The context of the latest turn.</summary>
    public DialogContext DialogContext { get; private set; }

    /// <summary>What the latest turn came to.</summary>
    public DialogTurnResult DialogTurnResult { get; private set; }

    public ConversationState ConversationState { get; }

    /// <summary>Sends an activity and returns the first reply, or null when there is none.</summary>
    public virtual async Task<T> SendActivityAsync<T>(Activity activity, CancellationToken cancellationToken = default)
        where T : IActivity
    {
        await _adapter.ProcessActivityAsync(activity, _turn, cancellationToken);
        return GetNextReply<T>();
    }

    /// <summary>Sends a message and returns the first reply, or null when there is none.</summary>
    public virtual async Task<T> SendActivityAsync<T>(string text, CancellationToken cancellationToken = default)
        where T : IActivity
    {
        await _adapter.SendTextToBotAsync(text, _turn, cancellationToken);
        return GetNextReply<T>();
    }

    /// <summary>The next reply of the turn, or null when there is none left.</summary>
    public virtual T GetNextReply<T>()
        where T : IActivity
        => (T)_adapter.GetNextReply();

    private async Task RunAsync(DialogSet dialogs, string id, object options, ITurnContext turn, CancellationToken cancellationToken)
    {
        DialogContext = await dialogs.CreateContextAsync(turn, cancellationToken);
        DialogTurnResult = await DialogContext.ContinueDialogAsync(cancellationToken);
        if (DialogTurnResult.Status == DialogTurnStatus.Empty)
            DialogTurnResult = await DialogContext.BeginDialogAsync(id, options, cancellationToken);
    }
}
