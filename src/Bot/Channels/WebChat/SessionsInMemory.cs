using System.Collections.Concurrent;

namespace SupportBot.Bot.Channels.WebChat;

/// <summary>Sessions that end with the process: for tests, and for a bot that may forget drafts at a restart.</summary>
public sealed class SessionsInMemory : IWebChatSessions
{
    private readonly ConcurrentDictionary<string, WebChatSession> _sessions = new();

    /// <summary>What a thief of this store would have.</summary>
    public IReadOnlyCollection<WebChatSession> All => [.. _sessions.Values];

    public Task<WebChatSession?> FindAsync(string conversationId, CancellationToken cancel) => Task.FromResult(_sessions.GetValueOrDefault(conversationId));

    public Task SaveAsync(WebChatSession session, CancellationToken cancel)
    {
        _sessions[session.ConversationId] = session;
        return Task.CompletedTask;
    }

    public Task RemoveAsync(string conversationId, CancellationToken cancel)
    {
        _sessions.TryRemove(conversationId, out _);
        return Task.CompletedTask;
    }
}
