namespace SupportBot.Bot.Channels.Teams;

/// <summary>
/// Keeps sends within a channel's limits: sliding windows for each chat and for the whole tenant. It never waits; it says how long to.
/// Routine sends leave a quarter of every window free, so that an urgent one finds a place however many of them wait.
/// In memory: after a restart the channel's own 429 is what slows.
/// </summary>
public sealed class Pace(TeamsOptions options)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Queue<DateTimeOffset>> _chats = [];
    private readonly Queue<DateTimeOffset> _tenant = [];

    /// <summary>How many more may leave for the whole tenant now.</summary>
    /// <param name="urgent">True for those that may use what is kept free of routine ones.</param>
    public int Free(DateTimeOffset now, bool urgent = true)
    {
        lock (_gate)
        {
            Forget(_tenant, options.TenantLimits, now);
            return options.TenantLimits.Min(limit => Most(limit, urgent) - _tenant.Count(t => t > now.AddSeconds(-limit.Seconds)));
        }
    }

    /// <summary>Takes a place for one send.</summary>
    /// <param name="urgent">True for one that may use what is kept free of routine ones.</param>
    /// <returns>Zero where it may leave now; else how long until there may be a place.</returns>
    public TimeSpan Take(string chat, DateTimeOffset now, bool urgent)
    {
        lock (_gate)
        {
            if (!_chats.TryGetValue(chat, out var sent)) _chats[chat] = sent = [];
            Forget(sent, options.ChatLimits, now);
            Forget(_tenant, options.TenantLimits, now);
            var wait = Wait(sent, options.ChatLimits, now, urgent);
            if (Wait(_tenant, options.TenantLimits, now, urgent) is var tenant && tenant > wait) wait = tenant;
            if (wait > TimeSpan.Zero) return wait;
            sent.Enqueue(now);
            _tenant.Enqueue(now);
            if (_chats.Count > 10_000) Tidy(now);
            return TimeSpan.Zero;
        }
    }

    private static int Most(PaceLimit limit, bool urgent) => urgent ? limit.Count : Math.Max(1, limit.Count - Math.Max(1, limit.Count / 4));

    private static TimeSpan Wait(Queue<DateTimeOffset> sent, IReadOnlyList<PaceLimit> limits, DateTimeOffset now, bool urgent)
    {
        var longest = TimeSpan.Zero;
        foreach (var limit in limits)
        {
            var within = sent.Where(t => t > now.AddSeconds(-limit.Seconds)).ToList();
            var most = Most(limit, urgent);
            if (within.Count < most) continue;
            var wait = within[^most].AddSeconds(limit.Seconds) - now;
            if (wait > longest) longest = wait;
        }

        return longest;
    }

    private static void Forget(Queue<DateTimeOffset> sent, IReadOnlyList<PaceLimit> limits, DateTimeOffset now)
    {
        var oldest = now.AddSeconds(-limits.Max(l => l.Seconds));
        while (sent.TryPeek(out var first) && first <= oldest) sent.Dequeue();
    }

    private void Tidy(DateTimeOffset now)
    {
        foreach (var (chat, sent) in _chats.ToList())
        {
            Forget(sent, options.ChatLimits, now);
            if (sent.Count == 0) _chats.Remove(chat);
        }
    }
}
