using SupportBot.Dialogs;

namespace SupportBot.Bot;

/// <summary>
/// The plainest route when a turn failed: a critical log line that an operator's monitor pages on, and a mark that turns the
/// readiness page and the console red. Needs no database.
/// </summary>
public sealed class LogAlarm(TimeProvider time, ILogger<LogAlarm> log) : IAlarm
{
    private long _last;

    /// <summary>UTC of the last failed turn, or null.</summary>
    public DateTimeOffset? LastFailure => Interlocked.Read(ref _last) is var ticks and > 0 ? new DateTimeOffset(ticks, TimeSpan.Zero) : null;

    public void TurnFailed(string channel, string reference)
    {
        Interlocked.Exchange(ref _last, time.GetUtcNow().UtcTicks);
        log.TurnFailedAlarm(channel, reference);
    }
}
