using SupportBot.Cases;
using SupportBot.Storage;

namespace SupportBot.Bot;

/// <summary>Empties the outbox: urgent notices first, several at a time. A notice that fails is tried again, later and later, and never dropped.</summary>
public sealed class OutboxWorker : WorkLoop
{
    private const int Most = 50;
    private const int MostUpdates = 200;
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(1);

    private readonly Outbox outbox;
    private readonly AlertDispatcher dispatcher;
    private readonly ILogger<OutboxWorker> log;
    private readonly List<Task> _updates = [];

    public OutboxWorker(Store store, Outbox outbox, AlertDispatcher dispatcher, TimeProvider time, ILogger<OutboxWorker> log)
        : base(time, log)
    {
        (this.outbox, this.dispatcher, this.log) = (outbox, dispatcher, log);
        store.NoticesWritten += Wake;
    }

    protected override TimeSpan Pause => TimeSpan.FromMilliseconds(500);

    protected override async Task<bool> WorkAsync(CancellationToken cancel)
    {
        _updates.RemoveAll(update => update.IsCompleted);
        var items = await outbox.ClaimAsync(Time.GetUtcNow(), Most, Lease, cancel);
        if (items.Count == 0) return false;
        List<Task> round = [];
        foreach (var item in items)
        {
            // Bringing cards up to date calls the connector. If it hangs, it goes on beside the next round: an alert does not wait for it.
            if (item.Notice.Kind == NoticeKind.CardsChanged && _updates.Count >= MostUpdates) await outbox.RetryAsync(item, Time.GetUtcNow() + Round, []);
            else if (item.Notice.Kind == NoticeKind.CardsChanged) round.Add(DispatchAsync(item, cancel));
            else await DispatchAsync(item, cancel);
        }

        _updates.AddRange(round);
        var all = Task.WhenAll(round);
        using var rest = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        await Task.WhenAny(all, Task.Delay(Round, Time, rest.Token));
        await rest.CancelAsync();
        if (all.IsCompleted) await all;
        return true;
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await Task.WhenAll(_updates).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private async Task DispatchAsync(OutboxItem item, CancellationToken cancel)
    {
        try
        {
            await dispatcher.DispatchAsync(item, cancel);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            var wait = TimeSpan.FromSeconds(Math.Min(60, 1 << Math.Min(item.Attempts, 6)));
            Log.NoticeFailed(log, item.Id, item.Attempts, e.GetType().Name);
            await outbox.RetryAsync(item, Time.GetUtcNow() + wait, []);
        }
    }
}
