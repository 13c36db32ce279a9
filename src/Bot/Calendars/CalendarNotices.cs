using System.Text.Json.Serialization;

namespace SupportBot.Bot.Calendars;

/// <summary>
/// What Graph tells of the calendar. That something may have changed is all that is taken from it: what has changed is read from the calendar, as it is every minute anyway. So a notification that is
/// lost costs a minute, and one that is repeated, or made up by somebody who knows the secret, a question that would have been asked a little later.
/// </summary>
public sealed class CalendarNotices(NotificationSecret secret, HandChanges byHand, CalendarWorker worker, SubscriptionWorker subscription, TimeProvider time, ILogger<CalendarNotices> log)
{
    private static readonly TimeSpan Silence = TimeSpan.FromMinutes(1);
    private long _silentUntil;

    /// <summary>Looks for changes soon where one of them shows our secret; the others are ignored.</summary>
    /// <returns>False for what is no body of notifications.</returns>
    internal bool Take(NotificationBody? body)
    {
        if (body?.Value is not { } told || told.Any(n => n is null)) return false;
        var ours = told.Where(n => secret.Is(n!.ClientState)).ToList();
        if (ours.Count < told.Count) Ignored(told.Count - ours.Count);
        if (ours.Count == 0) return true;
        // "missed" says that changes were; the others, that the subscription may be gone.
        var isOfItself = ours.Any(n => n!.LifecycleEvent is not (null or "missed"));
        CalendarLog.Told(log, ours.Count, isOfItself);
        if (isOfItself) subscription.Doubt();
        byHand.LookSoon();
        worker.Wake();
        return true;
    }

    private void Ignored(int count)
    {
        var now = time.GetUtcNow().UtcTicks;
        if (now < Interlocked.Read(ref _silentUntil)) return;
        Interlocked.Exchange(ref _silentUntil, now + Silence.Ticks);
        CalendarLog.NotOurs(log, count);
    }
}

/// <summary>Of what Graph sends, only what is looked at.</summary>
internal sealed record NotificationBody([property: JsonPropertyName("value")] IReadOnlyList<ToldChange?>? Value);

/// <param name="ClientState">What the subscription was made with.</param>
/// <param name="LifecycleEvent">Of the subscription itself: <c>reauthorizationRequired</c>, <c>subscriptionRemoved</c> or <c>missed</c>; null for a change.</param>
internal sealed record ToldChange([property: JsonPropertyName("clientState")] string? ClientState, [property: JsonPropertyName("lifecycleEvent")] string? LifecycleEvent);

[JsonSerializable(typeof(NotificationBody))]
internal sealed partial class NotificationJson : JsonSerializerContext;
