using SupportBot.Bot.Channels.Teams;
using SupportBot.Connector;
using SupportBot.Storage;
using SupportBot.Wire;

namespace SupportBot.Bot;

/// <summary>Sends what a turn said and its channel could not take then, and what the program says by itself in Teams.</summary>
public sealed class ReplyWorker(Outgoing outgoing, TeamsConnector connector, TimeProvider time, ILogger<ReplyWorker> log) : WorkLoop(time, log)
{
    private const int AtOnce = 8;

    /// <summary>Past this nobody waits for that answer any more; what mattered of it stands in the case.</summary>
    private const int MostAttempts = 14;

    // Within its lease, so that nobody else sends the same.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(60);

    protected override TimeSpan Pause => TimeSpan.FromSeconds(1);

    protected override async Task<bool> WorkAsync(CancellationToken cancel)
    {
        var items = await outgoing.ClaimAsync(Time.GetUtcNow(), AtOnce, Lease, cancel);
        await Parallel.ForEachAsync(items, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancel }, async (item, stop) => await SendAsync(item, stop));
        return items.Count > 0;
    }

    private async Task SendAsync(OutgoingItem item, CancellationToken cancel)
    {
        var sent = item.Sent;
        using var patience = new CancellationTokenSource(Patience, Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel, patience.Token);
        try
        {
            foreach (var json in item.Activities.Skip(item.Sent))
            {
                var activity = ActivityJson.Read(json.Span);
                var address = new TeamsAddress(activity.ServiceUrl, activity.Conversation.Id, activity.Conversation.TenantId ?? "", activity.Recipient?.Id ?? "", activity.From?.Id ?? "");
                await connector.SendAsync(address, activity, either.Token);
                sent++;
            }

            await outgoing.CompleteAsync(item);
        }
        catch (Exception e) when (!cancel.IsCancellationRequested && ConnectorFailure.Of(e, Time) is { } failure)
        {
            var isHope = failure.Kind is ConnectorFailureKind.Throttled or ConnectorFailureKind.Ambiguous or ConnectorFailureKind.OurCredentials;
            Log.ReplyNotSent(log, item.Attempts, failure.Kind.ToString());
            if (!isHope || item.Attempts >= MostAttempts) await outgoing.CompleteAsync(item);
            else await outgoing.RetryAsync(item, sent, Time.GetUtcNow() + (failure.RetryAfter ?? TimeSpan.FromSeconds(Math.Min(3600, 1 << Math.Min(item.Attempts, 12)))));
        }
    }
}
