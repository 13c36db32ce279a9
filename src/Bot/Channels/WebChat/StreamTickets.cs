using System.Collections.Concurrent;

namespace SupportBot.Bot.Channels.WebChat;

/// <summary>
/// What a stream's address carries instead of the token: good once, for a minute, in memory only. An address ends up in
/// logs of proxies and in a browser's tools; a token must not.
/// </summary>
internal sealed class StreamTickets(TimeProvider time)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(1);
    private readonly ConcurrentDictionary<string, Ticket> _tickets = new();

    public string Issue(Visitor visitor)
    {
        var now = time.GetUtcNow();
        foreach (var (old, ticket) in _tickets)
            if (ticket.ExpiresAt <= now) _tickets.TryRemove(old, out _);
        var text = WebChatToken.RandomText(16);
        _tickets[text] = new Ticket(visitor, now + Lifetime);
        return text;
    }

    /// <summary>The ticket's visitor, or null where it is unknown, used, too old or another conversation's.</summary>
    public Visitor? Redeem(string? text, string conversationId) =>
        text is not null && _tickets.TryRemove(text, out var ticket) && ticket.ExpiresAt > time.GetUtcNow() && ticket.Visitor.ConversationId == conversationId ? ticket.Visitor : null;

    private sealed record Ticket(Visitor Visitor, DateTimeOffset ExpiresAt);
}
