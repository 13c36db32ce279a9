using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder;

/// <summary>One turn: what came in, and the ways to answer it.</summary>
public partial class TurnContext : ITurnContext, IDisposable
{
    private List<SendActivitiesHandler> _onSend;
    private List<UpdateActivityHandler> _onUpdate;
    private List<DeleteActivityHandler> _onDelete;
    private List<Activity> _buffered;
    private bool _disposed;

    public TurnContext(BotAdapter adapter, Activity activity)
    {
        ArgumentNullException.ThrowIfNull(adapter);
        ArgumentNullException.ThrowIfNull(activity);
        Adapter = adapter;
        Activity = activity;
        TurnState = [];
    }

    /// <summary>The same turn with another activity: state, handlers and buffered replies are shared.</summary>
    public TurnContext(ITurnContext turnContext, Activity activity)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        ArgumentNullException.ThrowIfNull(activity);
        Adapter = turnContext.Adapter;
        Activity = activity;
        TurnState = turnContext.TurnState;
        Responded = turnContext.Responded;

        if (turnContext is TurnContext other)
        {
            _onSend = other._onSend ??= [];
            _onUpdate = other._onUpdate ??= [];
            _onDelete = other._onDelete ??= [];
            _buffered = other.BufferedReplyActivities;
            Locale = other.Locale;
        }
    }

    public BotAdapter Adapter { get; }

    public TurnContextStateCollection TurnState { get; }

    /// <summary>The language of the turn, from its activity.</summary>
    public string Locale { get; set; }

    public Activity Activity { get; }

    public bool Responded { get; private set; }

    /// <summary>What was sent under delivery mode <c>expectReplies</c>; the adapter answers the request with it.</summary>
    public List<Activity> BufferedReplyActivities => _buffered ??= [];

    public ITurnContext OnSendActivities(SendActivitiesHandler handler)
    {
        ArgumentNullException.ThrowIfNull(handler);
        ThrowIfDisposed(nameof(OnSendActivities));
        (_onSend ??= []).Add(handler);
        return this;
    }

    public ITurnContext OnUpdateActivity(UpdateActivityHandler handler)
    {
        ArgumentNullException.ThrowIfNull(handler);
        ThrowIfDisposed(nameof(OnUpdateActivity));
        (_onUpdate ??= []).Add(handler);
        return this;
    }

    public ITurnContext OnDeleteActivity(DeleteActivityHandler handler)
    {
        ArgumentNullException.ThrowIfNull(handler);
        ThrowIfDisposed(nameof(OnDeleteActivity));
        (_onDelete ??= []).Add(handler);
        return this;
    }

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        if (_disposed)
            return;
        if (disposing)
            TurnState.Dispose();
        _disposed = true;
    }

    private void ThrowIfDisposed(string method)
    {
        if (!_disposed)
            return;
        throw new ObjectDisposedException(method);
    }
}
