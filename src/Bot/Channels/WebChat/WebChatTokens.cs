using System.Collections.Concurrent;
using System.Security.Cryptography;
using SupportBot.Dialogs;

namespace SupportBot.Bot.Channels.WebChat;

/// <summary>
/// Which tabs may speak in which conversation. Holds the SHA-256 of their secrets and an expiry that every use moves on. After a
/// restart the stored conversation proves a token: it is sealed under a key that only the tab's secret gives. So a chat in which
/// nothing was committed ends with the process, and nothing about a tab is stored beside what was said.
/// </summary>
internal sealed class WebChatTokens(IConversationTurns turns, TimeProvider time)
{
    /// <summary>How long a token lives after its last use (trust T-17).</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(30);

    // An ended token stays refused until its stored conversation is wiped for sure; only an urgent protocol's may rest longer.
    private static readonly TimeSpan RememberedAsEnded = TimeSpan.FromHours(2);
    private const string Scheme = "Bearer ";

    private readonly ConcurrentDictionary<string, Live> _live = new();
    private long _swept;

    public WebChatToken Issue()
    {
        Sweep();
        var token = WebChatToken.New();
        _live[token.ConversationId] = new Live(token.Hash(), time.GetUtcNow() + Lifetime);
        return token;
    }

    /// <summary>Who is this, and may they speak in this conversation?</summary>
    /// <param name="authorization">The header's value.</param>
    /// <param name="conversationId">Conversation that the request names, or null where the token itself names it.</param>
    public async ValueTask<Admission> AdmitAsync(string? authorization, string? conversationId, CancellationToken cancel)
    {
        if (string.IsNullOrEmpty(authorization)) return new Admission(null, DirectLineError.MissingToken);
        if (!authorization.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) || !WebChatToken.TryRead(authorization[Scheme.Length..].Trim(), out var token))
            return new Admission(null, DirectLineError.BadToken);
        // Before any look-up, and alike for a conversation that exists and one that does not.
        if (conversationId is not null && conversationId != token!.ConversationId) return new Admission(null, DirectLineError.ForeignToken);
        var visitor = new Visitor(token!);
        return await IsLiveAsync(token!, visitor, cancel) ? new Admission(visitor, null) : new Admission(null, DirectLineError.ExpiredToken);
    }

    public bool Knows(string conversationId) => _live.TryGetValue(conversationId, out var live) && live.ExpiresAt > time.GetUtcNow();

    /// <summary>The person left: from now on the token opens nothing.</summary>
    public void Forget(Visitor visitor)
    {
        if (_live.TryGetValue(visitor.ConversationId, out var live)) _live[visitor.ConversationId] = live with { ExpiresAt = time.GetUtcNow() };
    }

    private async ValueTask<bool> IsLiveAsync(WebChatToken token, Visitor visitor, CancellationToken cancel)
    {
        if (_live.TryGetValue(token.ConversationId, out var live))
        {
            var now = time.GetUtcNow();
            if (!CryptographicOperations.FixedTimeEquals(live.Hash, token.Hash()) || live.ExpiresAt <= now) return false;
            // Another request of the tab may have ended it meanwhile: then it stays ended.
            return _live.TryUpdate(token.ConversationId, live with { ExpiresAt = now + Lifetime }, live) || Knows(token.ConversationId);
        }

        if (await turns.TranscriptAsync(visitor.Key, visitor.Lockbox, int.MaxValue, cancel) is null) return false;
        _live.TryAdd(token.ConversationId, new Live(token.Hash(), time.GetUtcNow() + Lifetime));
        return Knows(token.ConversationId);
    }

    private void Sweep()
    {
        var now = time.GetUtcNow();
        var swept = Interlocked.Read(ref _swept);
        if (now.UtcTicks - swept < TimeSpan.TicksPerMinute || Interlocked.CompareExchange(ref _swept, now.UtcTicks, swept) != swept) return;
        foreach (var (id, live) in _live)
            if (live.ExpiresAt + RememberedAsEnded <= now) _live.TryRemove(id, out _);
    }

    private sealed record Live(byte[] Hash, DateTimeOffset ExpiresAt);
}

/// <summary>A tab that may speak in its conversation.</summary>
internal sealed class Visitor(WebChatToken token)
{
    public string ConversationId => token.ConversationId;

    public ConversationKey Key { get; } = new(ChannelTraits.WebChat.Name, token.ConversationId);

    public Lockbox Lockbox { get; } = Lockbox.OfTab(token.Secret);

    /// <summary>The same token again: the secret seals the draft, so it never changes.</summary>
    public string Token => token.Value;

    public override string ToString() => ConversationId;
}

/// <summary>Either a visitor or why not.</summary>
internal readonly record struct Admission(Visitor? Visitor, DirectLineError? Refusal);
