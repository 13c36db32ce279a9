using SupportBot.Bot.Calendars;
using SupportBot.Graph;

namespace SupportBot.Bot;

/// <summary>
/// Keeps a subscription alive by which Graph tells of changes in the calendar: made once the doors are open, because Graph asks at them, renewed at half of its time, and made anew where Graph has lost it.
/// Without one nothing is lost but the haste: the calendar is looked at every minute in any case.
/// </summary>
public sealed class SubscriptionWorker(
    GraphSubscriptions subscriptions, NotificationSecret secret, HandChanges byHand, IHostApplicationLifetime process, TimeProvider time, ILogger<SubscriptionWorker> log) : WorkLoop(time, log)
{
    /// <summary>Between two requests, whatever somebody tells of the subscription.</summary>
    private static readonly TimeSpan Least = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);

    private KnownSubscription? _known;
    private DateTimeOffset _renewAt, _notBefore;
    private int _attempts, _isDoubted;

    protected override TimeSpan Pause => TimeSpan.FromSeconds(20);

    /// <summary>Graph says of the subscription itself that it wants something. It is renewed before its time, and where it is gone, another one is made.</summary>
    public void Doubt()
    {
        Interlocked.Exchange(ref _isDoubted, 1);
        Wake();
    }

    public override Task StartAsync(CancellationToken cancellationToken)
    {
        process.ApplicationStarted.Register(Wake);
        return base.StartAsync(cancellationToken);
    }

    /// <summary>Ends the subscription: notifications to a process that is gone help nobody.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        if (_known is not { } known || cancellationToken.IsCancellationRequested) return;
        _known = null;
        await subscriptions.EndAsync(known.Id, cancellationToken);
    }

    protected override async Task<bool> WorkAsync(CancellationToken cancel)
    {
        var now = Time.GetUtcNow();
        if (!subscriptions.IsOn || !process.ApplicationStarted.IsCancellationRequested || now < _notBefore) return false;
        var isDoubted = Interlocked.Exchange(ref _isDoubted, 0) == 1;
        if (_known is { } known && known.Until > now)
        {
            if (!isDoubted && now < _renewAt) return false;
            var renewed = await subscriptions.RenewAsync(known.Id, now + GraphSubscriptions.Lifetime, cancel);
            if (renewed.Value is { } kept) Keep(kept, now);
            else if (renewed.Failure!.Kind != GraphFailureKind.NotFound) PutOff(renewed.Failure, now, isDoubted);
            else CalendarLog.SubscriptionLost(log, known.Id);
            if (renewed.Failure?.Kind != GraphFailureKind.NotFound) return false;
        }

        _known = null;
        var made = await subscriptions.MakeAsync(CalendarNoticesEndpoint.Path, secret.Value, now + GraphSubscriptions.Lifetime, cancel);
        if (made.Value is not { } other)
        {
            PutOff(made.Failure!, now, isDoubted: false);
            return false;
        }

        Keep(other, now);
        // What has changed while there was none.
        byHand.LookSoon();
        return false;
    }

    private void Keep(KnownSubscription kept, DateTimeOffset now)
    {
        (_known, _attempts, _notBefore, _renewAt) = (kept, 0, now + Least, now + ((kept.Until - now) / 2));
        CalendarLog.Subscribed(log, kept.Id, kept.Until);
    }

    private void PutOff(GraphFailure failure, DateTimeOffset now, bool isDoubted)
    {
        var wait = TimeSpan.FromMinutes(Math.Min(LongestWait.TotalMinutes, 1 << Math.Min(_attempts, 6)));
        _notBefore = now + (failure.RetryAfter > wait ? failure.RetryAfter : wait);
        CalendarLog.NotSubscribed(log, failure.Code, ++_attempts);
        if (isDoubted) Interlocked.Exchange(ref _isDoubted, 1);
    }
}
