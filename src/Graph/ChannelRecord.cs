namespace SupportBot.Graph;

/// <summary>What is remembered of one channel: since when it is down, why, and until when Graph has asked to wait.</summary>
internal sealed class ChannelRecord(GraphChannel channel)
{
    // Graph may be back long before somebody next has something to send; what nobody has tried for so long, nobody knows.
    private static readonly TimeSpan Known = TimeSpan.FromMinutes(15);

    private readonly Lock _gate = new();
    private DateTimeOffset? _since;
    private DateTimeOffset _last;
    private DateTimeOffset _quietUntil;
    private GraphFailure? _failure;

    public GraphState State(DateTimeOffset now, bool open)
    {
        lock (_gate)
        {
            var resting = open || now < _quietUntil;
            return _failure is null || (!resting && !Stays(_failure) && now - _last > Known) ? new(null, null, resting) : new(_since, _failure.Code, resting);
        }
    }

    /// <summary>How much longer Graph has asked to wait; null where it may be asked.</summary>
    public TimeSpan? Wait(DateTimeOffset now)
    {
        lock (_gate) return now < _quietUntil ? _quietUntil - now : null;
    }

    /// <returns>True where it was down.</returns>
    public bool Works()
    {
        lock (_gate)
        {
            var was = _failure is not null;
            (_since, _failure) = (null, null);
            return was;
        }
    }

    /// <returns>True where this is news.</returns>
    public bool Fails(GraphFailure failure, DateTimeOffset now)
    {
        lock (_gate)
        {
            if (failure.Kind == GraphFailureKind.Throttled && now + failure.RetryAfter > _quietUntil) _quietUntil = now + failure.RetryAfter;
            if (!IsOfTheChannel(failure))
            {
                // Whoever refuses one person, answers.
                (_since, _failure) = (null, null);
                return false;
            }

            var news = _failure?.Kind != failure.Kind;
            (_since, _last, _failure) = (_since ?? now, now, failure);
            return news;
        }
    }

    /// <summary>False where the fault is one person's: the app is not installed for them, their account is gone.</summary>
    private bool IsOfTheChannel(GraphFailure failure) => failure.Kind switch
    {
        GraphFailureKind.Unreachable or GraphFailureKind.OurCredentials or GraphFailureKind.Throttled => true,
        GraphFailureKind.Forbidden => channel is not (GraphChannel.Feed or GraphChannel.Install),
        // The only mailbox that is named is our own; in it, an event may be gone.
        GraphFailureKind.NotFound => channel == GraphChannel.Mail || (channel == GraphChannel.Calendar && !GraphCalendar.IsGone(failure)),
        _ => false,
    };

    // A missing permission does not come back by waiting.
    private static bool Stays(GraphFailure failure) => failure.Kind is GraphFailureKind.OurCredentials or GraphFailureKind.Forbidden or GraphFailureKind.NotFound;
}
