using SupportBot.Storage;

namespace SupportBot.Bot;

/// <summary>Empties the outbox: urgent notices first, several at a time. A notice that fails is tried again, later and later, and never dropped.</summary>
public sealed class OutboxWorker : WorkLoop
{
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);

    private readonly Outbox outbox;
    private readonly AlertDispatcher dispatcher;
    private readonly ILogger<OutboxWorker> log;

    public OutboxWorker(Store store, Outbox outbox, AlertDispatcher dispatcher, TimeProvider time, ILogger<OutboxWorker> log)
        : base(time, log)
    {
        (this.outbox, this.dispatcher, this.log) = (outbox, dispatcher, log);
        store.NoticesWritten += Wake;
    }

    protected override TimeSpan Pause => TimeSpan.FromMilliseconds(500);

    protected override async Task<bool> WorkAsync(CancellationToken cancel)
    {
        var items = await outbox.ClaimAsync(Time.GetUtcNow(), 50, Lease, cancel);
        foreach (var item in items)
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

        return items.Count > 0;
    }
}
