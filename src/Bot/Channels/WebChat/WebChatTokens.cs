using System.Collections.Concurrent;
using System.Security.Cryptography;
using SupportBot.Dialogs;

namespace SupportBot.Bot.Channels.WebChat;

/// <summary>
/// Which tabs may speak in which conversation. Holds the SHA-256 of their secrets and an expiry that every use moves on. A tab that this process does
/// not know, because another one served it or because it is new itself, is let in by the token's stamp, or by the stored conversation: that is sealed under
/// a key that only the tab's secret gives. So nothing about a tab is stored beside what was said.
/// </summary>
internal sealed class WebChatTokens(IConversationTurns turns, TabStamps stamps, TimeProvider time)
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

    /// <summary>The token as it goes to the tab, good for <see cref="Lifetime"/> from now on.</summary>
    public string ValueOf(WebChatToken token) => stamps.Stamp(token);

    /// <summary>A tab that proved itself by a ticket: false where it has ended meanwhile.</summary>
    public bool Recognise(Visitor visitor) => IsLive(Remember(visitor.Token));

    /// <summary>The person left: from now on the token opens nothing here. To be called where this process knows the tab.</summary>
    public void Forget(string conversationId)
    {
        if (_live.TryGetValue(conversationId, out var live)) _live[conversationId] = live with { ExpiresAt = time.GetUtcNow(), HasEnded = true };
    }

    private async ValueTask<bool> IsLiveAsync(WebChatToken token, Visitor visitor, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        if (_live.TryGetValue(token.ConversationId, out var live))
        {
            if (live.HasEnded || !CryptographicOperations.FixedTimeEquals(live.Hash, token.Hash())) return false;
            if (IsLive(live)) return IsLive(Remember(token));
        }

        // Unknown here, or not used here for long: the tab may have spoken with another process meanwhile.
        return (stamps.IsGood(token) || await turns.IsKeptAsync(visitor.Key, visitor.Lockbox, now, cancel)) && IsLive(Remember(token));
    }

    // Another request of the tab may have ended it meanwhile: then it stays ended.
    private Live Remember(WebChatToken token)
    {
        var expires = time.GetUtcNow() + Lifetime;
        return _live.AddOrUpdate(token.ConversationId, _ => new Live(token.Hash(), expires), (_, live) => live.HasEnded ? live : live with { ExpiresAt = expires });
    }

    private bool IsLive(Live live) => !live.HasEnded && live.ExpiresAt > time.GetUtcNow();

    private void Sweep()
    {
        var now = time.GetUtcNow();
        var swept = Interlocked.Read(ref _swept);
        if (now.UtcTicks - swept < TimeSpan.TicksPerMinute || Interlocked.CompareExchange(ref _swept, now.UtcTicks, swept) != swept) return;
        foreach (var (id, live) in _live)
            if (live.ExpiresAt + RememberedAsEnded <= now) _live.TryRemove(id, out _);
    }

    private sealed record Live(byte[] Hash, DateTimeOffset ExpiresAt, bool HasEnded = false);
}

/// <summary>A tab that may speak in its conversation.</summary>
internal sealed class Visitor(WebChatToken token)
{
    public string ConversationId => token.ConversationId;

    public ConversationKey Key { get; } = new(ChannelTraits.WebChat.Name, token.ConversationId);

    public Lockbox Lockbox { get; } = Lockbox.OfTab(token.Secret);

    public WebChatToken Token => token;

    public ReadOnlySpan<byte> Secret => token.Secret;

    public override string ToString() => ConversationId;
}

/// <summary>Either a visitor or why not.</summary>
internal readonly record struct Admission(Visitor? Visitor, DirectLineError? Refusal);
