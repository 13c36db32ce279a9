using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Net.WebSockets;
using Microsoft.Bot.Schema;
using SupportBot.Dialogs;

namespace SupportBot.Bot.Channels.WebChat;

/// <summary>
/// The open streams of every tab. Whoever commits something to a web chat conversation hands the answer to
/// <see cref="Deliver"/>; a tab that is not connected reads it from the transcript when it comes back.
/// </summary>
public sealed class WebChatStreams : IDisposable
{
    private const int MostStreams = 4;
    private const int MostUnsaved = 8;

    private static readonly TimeSpan KeepAlive = TimeSpan.FromSeconds(15);
    private readonly ConcurrentDictionary<string, ImmutableList<WebChatStream>> _open = new();
    private readonly ConcurrentDictionary<string, Unsaved> _unsaved = new();
    private readonly IConversationTurns _turns;
    private readonly TimeProvider _time;
    private readonly ITimer _keepAlive;

    public WebChatStreams(IConversationTurns turns, TimeProvider time)
    {
        (_turns, _time) = (turns, time);
        _keepAlive = time.CreateTimer(_ => Tick(), null, KeepAlive, KeepAlive);
    }

    /// <summary>Shows an answer in every open tab of the conversation. Call it after the commit, once an answer.</summary>
    public void Deliver(string conversationId, TurnAnswer answer)
    {
        if (answer.Kind is not (TurnKind.Answered or TurnKind.NotSaved) || answer.Replies.Count == 0) return;
        var replies = answer.Replies.Select((a, i) => DirectLineJson.Prepare(a, conversationId, answer.First < 0 ? -1 : answer.First + i)).ToList();
        var streams = _open.GetValueOrDefault(conversationId, []);
        foreach (var stream in streams) stream.Offer(new StreamItem(answer.First, replies));
        if (answer.First < 0 && streams.IsEmpty) Remember(conversationId, replies);
    }

    /// <summary>Lets the open tabs of a conversation read what may have been committed elsewhere.</summary>
    public void Nudge(string conversationId)
    {
        foreach (var stream in _open.GetValueOrDefault(conversationId, [])) stream.Offer(StreamItem.LookAgain);
    }

    public void Dispose() => _keepAlive.Dispose();

    /// <summary>Conversations of which a tab listens here.</summary>
    internal IReadOnlyList<string> Open => [.. _open.Keys];

    /// <summary>Replies that are in no transcript, for a tab that asks instead of listening. Each is given once.</summary>
    internal IReadOnlyList<Activity> TakeUnsaved(string conversationId) => _unsaved.TryRemove(conversationId, out var unsaved) ? unsaved.Replies : [];

    /// <summary>Serves a socket until it ends. Shows everything from a sequence number on, in order and without a gap.</summary>
    internal async Task RunAsync(WebSocket socket, Visitor visitor, int from, CancellationToken cancel)
    {
        using var stream = new WebChatStream(socket, visitor, _turns, from);
        var streams = _open.AddOrUpdate(visitor.ConversationId, [stream], (_, open) => open.Add(stream));
        // A tab that lost its socket without a word leaves a dead one behind.
        foreach (var old in streams.Take(streams.Count - MostStreams)) old.End();
        foreach (var item in TakeUnsaved(visitor.ConversationId)) stream.Offer(new StreamItem(-1, [item]));
        try
        {
            await stream.RunAsync(cancel);
        }
        finally
        {
            Remove(visitor.ConversationId, stream);
        }
    }

    internal void End(string conversationId)
    {
        _unsaved.TryRemove(conversationId, out _);
        foreach (var stream in _open.GetValueOrDefault(conversationId, [])) stream.End();
    }

    internal void EndAll()
    {
        foreach (var id in _open.Keys) End(id);
    }

    private void Remember(string conversationId, IReadOnlyList<Activity> replies) =>
        _unsaved.AddOrUpdate(
            conversationId,
            _ => new Unsaved([.. replies], _time.GetUtcNow()),
            (_, before) => new Unsaved([.. before.Replies.Concat(replies).TakeLast(MostUnsaved)], _time.GetUtcNow()));

    private void Remove(string conversationId, WebChatStream stream)
    {
        while (_open.TryGetValue(conversationId, out var open))
        {
            var rest = open.Remove(stream);
            if (rest.IsEmpty ? _open.TryRemove(new(conversationId, open)) : _open.TryUpdate(conversationId, rest, open)) return;
        }
    }

    private void Tick()
    {
        foreach (var streams in _open.Values)
            foreach (var stream in streams) stream.Offer(StreamItem.KeepAlive);
        var old = _time.GetUtcNow() - WebChatTokens.Lifetime;
        foreach (var (id, unsaved) in _unsaved)
            if (unsaved.Since < old) _unsaved.TryRemove(id, out _);
    }

    private sealed record Unsaved(IReadOnlyList<Activity> Replies, DateTimeOffset Since);
}
