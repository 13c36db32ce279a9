using System.Net.WebSockets;
using System.Threading.Channels;
using Microsoft.Bot.Schema;
using SupportBot.Dialogs;

namespace SupportBot.Bot.Channels.WebChat;

/// <summary>Something to show.</summary>
/// <param name="First">Sequence number of the first reply; -1: it is in no transcript.</param>
internal sealed record StreamItem(int First, IReadOnlyList<Activity> Replies)
{
    /// <summary>An empty frame, by which a browser notices that a connection is dead.</summary>
    public static readonly StreamItem KeepAlive = new(-1, []);

    /// <summary>There may be more in the transcript than was shown.</summary>
    public static readonly StreamItem LookAgain = new(-1, []);
}

/// <summary>One socket. It alone decides what its tab has already seen; only its pump writes to it.</summary>
internal sealed class WebChatStream(WebSocket socket, Visitor visitor, IConversationTurns turns, int from) : IDisposable
{
    private const int MostWaiting = 64;
    private const int LargestFrame = 1024;
    private static readonly TimeSpan SlowestSend = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan SlowestGoodbye = TimeSpan.FromSeconds(5);

    // What does not fit is not lost: the next answer shows the gap, and the gap is read from the transcript.
    private readonly Channel<StreamItem> _waiting = Channel.CreateBounded<StreamItem>(new BoundedChannelOptions(MostWaiting) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });
    private readonly CancellationTokenSource _end = new();
    private int _next = from;

    public void Offer(StreamItem item) => _waiting.Writer.TryWrite(item);

    public void End() => _waiting.Writer.TryComplete();

    public void Dispose() => _end.Dispose();

    public async Task RunAsync(CancellationToken cancel)
    {
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancel, _end.Token);
        var listening = ListenAsync(both.Token);
        try
        {
            await CatchUpAsync(both.Token);
            await foreach (var item in _waiting.Reader.ReadAllAsync(both.Token)) await ShowAsync(item, both.Token);
            await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, both.Token);
            // A socket that is cut before the other side has read the closing frame loses what was sent last.
            await listening.WaitAsync(SlowestGoodbye, both.Token);
        }
        catch (Exception e) when (e is OperationCanceledException or WebSocketException or TimeoutException)
        {
            // The tab is gone, or too slow: it comes back with its watermark.
        }
        finally
        {
            await _end.CancelAsync();
            await listening;
            socket.Abort();
        }
    }

    private async Task ShowAsync(StreamItem item, CancellationToken cancel)
    {
        if (ReferenceEquals(item, StreamItem.LookAgain))
        {
            await CatchUpAsync(cancel);
        }
        else if (item.Replies.Count == 0)
        {
            await SendAsync(ReadOnlyMemory<byte>.Empty, cancel);
        }
        else if (item.First < 0)
        {
            await SendAsync(DirectLineJson.ActivitySet(item.Replies, _next), cancel);
        }
        else
        {
            if (item.First > _next) await CatchUpAsync(cancel);
            var known = Math.Max(0, _next - item.First);
            if (known >= item.Replies.Count) return;
            _next = item.First + item.Replies.Count;
            await SendAsync(DirectLineJson.ActivitySet(item.Replies.Skip(known), _next), cancel);
        }
    }

    private async Task CatchUpAsync(CancellationToken cancel)
    {
        if (await turns.TranscriptAsync(visitor.Key, visitor.Lockbox, _next, cancel) is not { Activities.Count: > 0 } missed) return;
        var replies = missed.Activities.Select((a, i) => DirectLineJson.Prepare(a, visitor.ConversationId, missed.First + i)).ToList();
        _next = missed.Next;
        await SendAsync(DirectLineJson.ActivitySet(replies, _next), cancel);
    }

    private async Task SendAsync(ReadOnlyMemory<byte> frame, CancellationToken cancel)
    {
        using var slow = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        slow.CancelAfter(SlowestSend);
        await socket.SendAsync(frame, WebSocketMessageType.Text, endOfMessage: true, slow.Token);
    }

    // A tab says nothing on its stream but empty frames. Whatever else comes is not read.
    private async Task ListenAsync(CancellationToken cancel)
    {
        var frame = new byte[LargestFrame];
        try
        {
            while (true)
            {
                var got = await socket.ReceiveAsync(frame.AsMemory(), cancel);
                if (got.MessageType == WebSocketMessageType.Close || got.Count == LargestFrame) break;
            }
        }
        catch (Exception e) when (e is OperationCanceledException or WebSocketException)
        {
            // Either way the stream is over.
        }

        End();
    }
}
