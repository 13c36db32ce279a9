using System.Collections.Concurrent;
using Azure.Core;

namespace SupportBot.Graph;

/// <summary>
/// Tokens of the app, kept until shortly before they end. Callers of one scope share a fetch; nobody waits for another scope's, and a fetch
/// that failed is forgotten at once.
/// </summary>
public sealed class AppTokens(TokenCredential credential, TimeProvider time)
{
    // Graph's activity feed refuses tokens that end soon; five minutes are for everything else.
    private static readonly TimeSpan Early = TimeSpan.FromMinutes(5);

    /// <summary>A token this young was fetched after whoever asks for a fresh one was refused.</summary>
    private static readonly TimeSpan Young = TimeSpan.FromSeconds(10);

    private readonly ConcurrentDictionary<string, Lazy<Task<Kept>>> _kept = [];

    /// <param name="scope">Such as <c>https://api.botframework.com/.default</c>.</param>
    /// <param name="fresh">The last one was refused.</param>
    /// <exception cref="Azure.Identity.AuthenticationFailedException">No token is to be had.</exception>
    public async ValueTask<string> TokenAsync(string scope, bool fresh, CancellationToken cancel)
    {
        while (true)
        {
            var fetch = _kept.GetOrAdd(scope, Fetch);
            Kept kept;
            try
            {
                // The fetch is everybody's: one caller who gives up does not end it.
                kept = await fetch.Value.WaitAsync(cancel);
            }
            catch (Exception e) when (e is not OperationCanceledException || !cancel.IsCancellationRequested)
            {
                _kept.TryRemove(KeyValuePair.Create(scope, fetch));
                throw;
            }

            var now = time.GetUtcNow();
            if (kept.Token.ExpiresOn - now > Early && !(fresh && now - kept.At > Young)) return kept.Token.Token;
            // A token that lives shorter than the margin is used as it is, once.
            if (now - kept.At < TimeSpan.FromSeconds(1)) return kept.Token.Token;
            _kept.TryRemove(KeyValuePair.Create(scope, fetch));
        }
    }

    private Lazy<Task<Kept>> Fetch(string scope) =>
        new(async () => new Kept(await credential.GetTokenAsync(new TokenRequestContext([scope]), CancellationToken.None), time.GetUtcNow()));

    private sealed record Kept(AccessToken Token, DateTimeOffset At);
}
