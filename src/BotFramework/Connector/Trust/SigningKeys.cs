using Microsoft.Extensions.Logging;

namespace SupportBot.Connector;

/// <summary>
/// The keys that tokens are checked against, from one address. A known key never waits for the network: what is known is used for a
/// day, and is read anew once an hour beside the requests. An unknown key id asks the network, for everybody at once and not more than
/// once in <see cref="Pause"/>, so that made-up ids cost the token service nothing and genuine callers no answer.
/// </summary>
internal sealed class SigningKeys(ChannelTrust trust, HttpClient http, TimeProvider time, ILogger logger)
{
    /// <summary>Between two attempts. A key that is new is known after this at the latest.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    public static readonly TimeSpan Fresh = TimeSpan.FromHours(1);

    public static readonly TimeSpan Longest = TimeSpan.FromHours(24);

    private readonly Lock _lock = new();
    private volatile Known _known = new(new Dictionary<string, SigningKey>(), null);
    private Task _running = Task.CompletedTask;
    private long? _attempted;

    /// <returns>The key; else null and the reason.</returns>
    public async ValueTask<(SigningKey Key, TokenFault Fault)> FindAsync(string kid, CancellationToken cancellationToken)
    {
        var known = _known;
        var age = Since(known.At);
        if (age < Longest && known.Keys.TryGetValue(kid, out var key))
        {
            if (age >= Fresh)
                _ = Fetch();
            return (key, TokenFault.None);
        }

        await Fetch().WaitAsync(cancellationToken).ConfigureAwait(false);
        known = _known;
        if (Since(known.At) >= Longest)
            return (null, TokenFault.KeysUnavailable);
        return known.Keys.TryGetValue(kid, out key) ? (key, TokenFault.None) : (null, TokenFault.UnknownKey);
    }

    // One fetch at a time, which nobody's request can cancel; others share it. Its failure is forgotten with it.
    private Task Fetch()
    {
        lock (_lock)
        {
            if (!_running.IsCompleted || Since(_attempted) < Pause)
                return _running;
            _attempted = time.GetTimestamp();
            return _running = Task.Run(FetchAsync);
        }
    }

    private async Task FetchAsync()
    {
        try
        {
            // The time before the fetch: what the documents say may be as old as that.
            var at = time.GetTimestamp();
            _known = new Known(await KeyDocuments.FetchAsync(trust, http, CancellationToken.None).ConfigureAwait(false), at);
        }
        catch (Exception failed) // Whatever it was: a request that waits hears "no key", and the next fetch starts anew.
        {
            Log.KeysNotFetched(logger, failed.GetType().Name);
        }
    }

    // Time that passed, not the hour on the clock, which somebody may set.
    private TimeSpan Since(long? timestamp) => timestamp is { } from ? time.GetElapsedTime(from) : TimeSpan.MaxValue;

    private sealed record Known(IReadOnlyDictionary<string, SigningKey> Keys, long? At);
}
