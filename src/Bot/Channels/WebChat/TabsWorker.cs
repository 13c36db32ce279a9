using SupportBot.Dialogs;
using SupportBot.Storage;

namespace SupportBot.Bot.Channels.WebChat;

/// <summary>
/// Shows in this process's tabs what another process has committed, once a second: it looks how far their conversations are and lets a tab whose own
/// went on read on from where it is. What a tab has seen it alone knows, so looking once too often shows nothing twice.
/// </summary>
internal sealed class TabsWorker(ConversationMarks marks, WebChatStreams streams, WebChatTokens tokens, TimeProvider time, ILogger<TabsWorker> log) : WorkLoop(time, log)
{
    private readonly Dictionary<ConversationKey, int> _seen = [];

    protected override TimeSpan Pause => TimeSpan.FromSeconds(1);

    protected override async Task<bool> WorkAsync(CancellationToken cancel)
    {
        if (!marks.OthersWrite) return false;
        List<ConversationKey> open = [.. streams.Open.Select(id => new ConversationKey(ChannelTraits.WebChat.Name, id))];
        foreach (var closed in _seen.Keys.Except(open).ToList()) _seen.Remove(closed);
        if (open.Count == 0) return false;
        var now = await marks.OfAsync(open, cancel);
        foreach (var key in open)
        {
            if (now.TryGetValue(key, out var mark)) LookAt(key, mark.Revision);
            else if (_seen.Remove(key)) Gone(key.Id);
        }

        return false;
    }

    private void LookAt(ConversationKey key, int revision)
    {
        if (_seen.TryGetValue(key, out var seen) && seen == revision) return;
        _seen[key] = revision;
        streams.Nudge(key.Id);
    }

    // It was there and is not any more: the person left by another process, or its time was over.
    private void Gone(string conversationId)
    {
        tokens.Forget(conversationId);
        streams.End(conversationId);
    }
}
