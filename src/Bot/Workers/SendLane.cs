using SupportBot.Cases;
using SupportBot.Console;
using SupportBot.Directory;
using SupportBot.Storage;

namespace SupportBot.Bot;

/// <summary>
/// Sends what goes by one channel, urgent before routine and within the channel's limits. Every attempt is an audit entry; a person who
/// cannot be reached is marked and skipped at once; nothing else is ever given up.
/// </summary>
internal sealed class SendLane : WorkLoop
{
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(60);

    private readonly IAlertChannel _channel;
    private readonly Sends _sends;
    private readonly ICaseBook _cases;
    private readonly NewsDesk _news;
    private readonly District _district;
    private readonly ILogger _log;
    private readonly List<Task> _running = [];

    public SendLane(IAlertChannel channel, Store store, Sends sends, ICaseBook cases, NewsDesk news, District district, TimeProvider time, ILogger log)
        : base(time, log)
    {
        (_channel, _sends, _cases, _news, _district, _log) = (channel, sends, cases, news, district, log);
        store.NoticesWritten += Wake;
    }

    protected override TimeSpan Pause => TimeSpan.FromMilliseconds(500);

    protected override async Task<bool> WorkAsync(CancellationToken cancel)
    {
        _running.RemoveAll(send => send.IsCompleted);
        // No more than may leave now: an urgent send that comes meanwhile is then claimed before the routine ones that must wait.
        var now = Time.GetUtcNow();
        var free = Math.Min(_channel.AtOnce - _running.Count, _channel.Free(now, urgent: true));
        if (free <= 0) return false;
        var items = await _sends.ClaimAsync(_channel.Name, now, free, Math.Clamp(_channel.Free(now, urgent: false), 0, free), Lease, cancel);
        if (items.Count == 0) return false;
        var round = items.Select(item => SendAsync(item, cancel)).ToList();
        _running.AddRange(round);
        // Whatever takes longer goes on beside the next round: a chat that hangs holds up nobody else's.
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
        await Task.WhenAll(_running).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private async Task SendAsync(SendItem item, CancellationToken cancel)
    {
        try
        {
            var person = _district.Person(item.PersonId);
            if (item.Notice.BelongsToNoCase)
            {
                if (person is not null && await _news.Of(item.Notice).OfAsync(item.Notice, cancel) is { } line) await SettleAsync(item, "", await _channel.SendAsync(person, item, line, cancel));
                else await _sends.DropAsync(item);
                return;
            }

            var @case = await _cases.FindAsync(item.Notice.CaseId, cancel);
            if (@case is null || person is null || @case.Excluded.Contains(item.PersonId))
            {
                await _sends.DropAsync(item);
                return;
            }

            await SettleAsync(item, @case.Number, await _channel.SendAsync(person, item, @case, cancel));
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            Log.SendFailed(_log, item.Id, item.Channel, item.Attempts, e.GetType().Name);
            await _sends.RetryAsync(item, Time.GetUtcNow() + Backoff(item));
        }
    }

    /// <param name="number">Of the case, for the log; empty where the notice belongs to none.</param>
    private async Task SettleAsync(SendItem item, string number, SendOutcome outcome)
    {
        var now = Time.GetUtcNow();
        AuditEntry Entry(string action) => new(item.Notice.CaseId, Actor.Program, action, $"{item.Notice.Subject}:{item.PersonId}:{item.Channel}{(outcome.Code.Length > 0 ? ":" + outcome.Code : "")}", now);
        switch (outcome.Kind)
        {
            case SendKind.Sent:
                await _sends.SentAsync(item, Entry(AuditAction.AlertSent), outcome.Card, now);
                break;
            case SendKind.NothingToSay:
                await _sends.DropAsync(item);
                break;
            case SendKind.Unreachable:
                Log.Unreachable(_log, number, item.PersonId, item.Channel, outcome.Code);
                if (await _sends.UnreachableAsync(item, outcome.Code, Entry(AuditAction.AlertFailed), now)) Log.RungSkipped(_log, number, item.Notice.Role);
                break;
            case SendKind.NotItsTurn:
                await _sends.NotTheirTurnAsync(item, now, now + outcome.After);
                break;
            default:
                await _sends.RetryAsync(item, now + (outcome.After > TimeSpan.Zero ? outcome.After : Backoff(item)), audit: Entry(AuditAction.AlertFailed));
                break;
        }
    }

    private static TimeSpan Backoff(SendItem item) => TimeSpan.FromSeconds(Math.Min(60, 1 << Math.Min(item.Attempts, 6)));
}
