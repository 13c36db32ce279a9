using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.Bot.Schema;
using SupportBot.Bot.Channels.WebChat;
using SupportBot.Dialogs;
using SupportBot.Wire;

namespace SupportBot.Bot.Tests.WebChat;

/// <summary>The smallest pipeline that keeps the contract: commits what came and an echo of it, finds repeats, opens by lockbox only.</summary>
internal sealed class EchoTurns : IConversationTurns
{
    private readonly ConcurrentDictionary<ConversationKey, Room> _rooms = new();

    public ConcurrentQueue<IncomingTurn> Seen { get; } = new();

    /// <summary>Conversations that were wiped.</summary>
    public ConcurrentQueue<ConversationKey> Forgotten { get; } = new();

    /// <summary>While true nothing can be written.</summary>
    public bool IsDown { get; set; }

    /// <summary>While true the next turn is a bug.</summary>
    public bool Throws { get; set; }

    /// <summary>What is answered.</summary>
    public Func<Activity, IEnumerable<Activity>> Decide { get; set; } = said => [Says(said.Type == ActivityTypes.Message ? $"echo: {said.Text}" : "welcome")];

    public Task<TurnAnswer> RunAsync(IncomingTurn turn, CancellationToken cancel)
    {
        Seen.Enqueue(turn);
        if (Throws) throw new InvalidOperationException("a bug that repeats what was said: " + turn.Activity.Text);
        if (IsDown) return Task.FromResult(new TurnAnswer(TurnKind.NotSaved, [Says("Nothing was saved. Call or text 988.")], -1));
        var room = _rooms.GetOrAdd(turn.Key, _ => new Room(SHA256.HashData(turn.Lockbox.Secret)));
        lock (room)
        {
            if (room.First.TryGetValue(turn.Activity.Id, out var first)) return Task.FromResult(new TurnAnswer(TurnKind.Repeated, [], first));
            List<Activity> replies = [.. turn.Activity.Type == ActivityTypes.Message ? [turn.Activity] : Array.Empty<Activity>(), .. Decide(turn.Activity)];
            room.At = turn.Activity.Timestamp!.Value;
            return Task.FromResult(room.Commit(turn.Activity.Id, replies));
        }
    }

    public Task<Transcript?> TranscriptAsync(ConversationKey key, Lockbox lockbox, int from, CancellationToken cancel)
    {
        if (!_rooms.TryGetValue(key, out var room) || !SHA256.HashData(lockbox.Secret).AsSpan().SequenceEqual(room.Owner)) return Task.FromResult<Transcript?>(null);
        lock (room) return Task.FromResult<Transcript?>(new Transcript(Math.Min(from, room.Rows.Count), [.. room.Rows.Skip(from).Select(r => ActivityJson.Read(r))]));
    }

    public Task<bool> IsKeptAsync(ConversationKey key, Lockbox lockbox, DateTimeOffset now, CancellationToken cancel) =>
        Task.FromResult(_rooms.TryGetValue(key, out var room) && SHA256.HashData(lockbox.Secret).AsSpan().SequenceEqual(room.Owner) && room.At + WebChatTokens.Lifetime > now);

    public Task ForgetAsync(ConversationKey key, Lockbox lockbox, CancellationToken cancel)
    {
        Forgotten.Enqueue(key);
        _rooms.TryRemove(key, out _);
        return Task.CompletedTask;
    }

    /// <summary>The program goes on by itself, as when somebody acknowledged. Committed; not yet delivered.</summary>
    public TurnAnswer Say(string conversationId, string text)
    {
        var room = _rooms[new ConversationKey("webchat", conversationId)];
        lock (room) return room.Commit(Guid.NewGuid().ToString(), [Says(text)]);
    }

    private static Activity Says(string text) => new() { Type = ActivityTypes.Message, Text = text, From = new ChannelAccount { Id = "28:bot", Name = "Internal name" }, ServiceUrl = "https://internal.example/" };

    private sealed class Room(byte[] owner)
    {
        public byte[] Owner { get; } = owner;

        public DateTimeOffset At { get; set; }

        public List<byte[]> Rows { get; } = [];

        public Dictionary<string, int> First { get; } = [];

        public TurnAnswer Commit(string id, List<Activity> replies)
        {
            var first = First[id] = Rows.Count;
            Rows.AddRange(replies.Select(ActivityJson.Write));
            return new TurnAnswer(TurnKind.Answered, replies, first);
        }
    }
}
