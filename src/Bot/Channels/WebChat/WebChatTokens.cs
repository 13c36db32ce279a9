using System.Collections.Concurrent;
using System.Security.Cryptography;
using SupportBot.Dialogs;

namespace SupportBot.Bot.Channels.WebChat;

/// <summary>
/// Which tabs may speak in which conversation. Holds the SHA-256 of their secrets and an expiry that every use moves on.
/// </summary>
internal sealed class WebChatTokens(IWebChatSessions sessions, TimeProvider time)
{
    /// <summary>How long a token lives after its last use (trust T-17).</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(30);

    private static readonly TimeSpan Rounding = TimeSpan.FromMinutes(5);
    private const string Scheme = "Bearer ";

    private readonly ConcurrentDictionary<string, Live> _live = new();
    private long _swept;

    public WebChatToken Issue()
    {
        Sweep();
        var token = WebChatToken.New();
        _live[token.ConversationId] = new Live(token.Hash(), time.GetUtcNow() + Lifetime, StoredUntil: null);
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
        return await IsLiveAsync(token!, cancel) ? new Admission(new Visitor(token!), null) : new Admission(null, DirectLineError.ExpiredToken);
    }

    /// <summary>Something of this conversation was committed: from now on its token survives a restart.</summary>
    public async Task KeepAsync(Visitor visitor, CancellationToken cancel)
    {
        if (!_live.TryGetValue(visitor.ConversationId, out var live)) return;
        if (live.StoredUntil is { } stored && stored >= live.ExpiresAt) return;
        var until = RoundUp(live.ExpiresAt);
        await sessions.SaveAsync(new WebChatSession(visitor.ConversationId, live.Hash, until), cancel);
        _live[visitor.ConversationId] = live with { StoredUntil = until };
    }

    public bool Knows(string conversationId) => _live.TryGetValue(conversationId, out var live) && live.ExpiresAt > time.GetUtcNow();

    public async Task ForgetAsync(Visitor visitor, CancellationToken cancel)
    {
        _live.TryRemove(visitor.ConversationId, out _);
        await sessions.RemoveAsync(visitor.ConversationId, cancel);
    }

    private async ValueTask<bool> IsLiveAsync(WebChatToken token, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        if (!_live.TryGetValue(token.ConversationId, out var live))
        {
            if (await sessions.FindAsync(token.ConversationId, cancel) is not { } stored) return false;
            live = new Live(stored.SecretHash.ToArray(), stored.ExpiresAt, stored.ExpiresAt);
        }

        if (!CryptographicOperations.FixedTimeEquals(live.Hash, token.Hash())) return false;
        if (live.ExpiresAt <= now)
        {
            _live.TryRemove(token.ConversationId, out _);
            return false;
        }

        _live[token.ConversationId] = live with { ExpiresAt = now + Lifetime };
        return true;
    }

    private void Sweep()
    {
        var now = time.GetUtcNow();
        var swept = Interlocked.Read(ref _swept);
        if (now.UtcTicks - swept < TimeSpan.TicksPerMinute || Interlocked.CompareExchange(ref _swept, now.UtcTicks, swept) != swept) return;
        foreach (var (id, live) in _live)
            if (live.ExpiresAt <= now) _live.TryRemove(id, out _);
    }

    private static DateTimeOffset RoundUp(DateTimeOffset moment) =>
        new(((moment.UtcTicks + Rounding.Ticks - 1) / Rounding.Ticks) * Rounding.Ticks, TimeSpan.Zero);

    private sealed record Live(byte[] Hash, DateTimeOffset ExpiresAt, DateTimeOffset? StoredUntil);
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
