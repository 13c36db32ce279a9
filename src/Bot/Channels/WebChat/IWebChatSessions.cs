namespace SupportBot.Bot.Channels.WebChat;

/// <summary>
/// Where the tokens of live tabs survive a restart. A session is handed over only once something of its conversation was
/// committed: a chat that only looked at help numbers leaves nothing.
/// </summary>
public interface IWebChatSessions
{
    Task<WebChatSession?> FindAsync(string conversationId, CancellationToken cancel);

    /// <summary>Adds it, or moves its expiry.</summary>
    Task SaveAsync(WebChatSession session, CancellationToken cancel);

    Task RemoveAsync(string conversationId, CancellationToken cancel);
}

/// <param name="ConversationId">128 random bits, base64url.</param>
/// <param name="SecretHash">SHA-256 of the 32 bytes that only the tab holds.</param>
/// <param name="ExpiresAt">UTC. As handed over, rounded up to five minutes: it must not say when somebody was here.</param>
public sealed record WebChatSession(string ConversationId, ReadOnlyMemory<byte> SecretHash, DateTimeOffset ExpiresAt);
