using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using SupportBot.Dialogs;

namespace SupportBot.Storage;

/// <summary>Seals turns before they go to the writer, and opens what rests of a conversation.</summary>
internal sealed class TurnSealer(ServerKeys server, ConversationKeys keys, Sealing sealing)
{
    public byte[] IdOf(ConversationKey key) => keys.IdOf(key);

    public byte[][] HashesOf(TurnCommit commit)
    {
        var hashes = new byte[commit.DedupeKeys.Count][];
        for (var i = 0; i < hashes.Length; i++) hashes[i] = server.Hash("turn", commit.Key.Channel, commit.Key.Id, commit.DedupeKeys[i]);
        return hashes;
    }

    public SealedTurn Seal(TurnCommit commit, byte[] id, byte[][] hashes, DateTimeOffset now, IReadOnlyList<SealedCase>? cases)
    {
        using var key = keys.Open(commit.Lockbox, id, commit.ServerMayGoOn, out var slot);
        Span<byte> revision = stackalloc byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(revision, commit.ExpectedRevision + 1);
        return new SealedTurn
        {
            Conversation = id,
            ExpectedRevision = commit.ExpectedRevision,
            DedupeHashes = hashes,
            Day = (int)(now.UtcTicks / TimeSpan.TicksPerDay),
            State = sealing.Seal(key, new Place("conversation", "state", id, revision), commit.State.Span),
            ServerSlot = slot,
            Expires = Ids.Ticks(commit.ExpiresAt),
            Replies = commit.Replies.Count,
            Transcript = commit.Replies.Count == 0 ? null : sealing.Seal(key, new Place("transcript", "ct", id, revision), Replies.Join(commit.Replies)),
            Outgoing = commit.Outgoing.Count == 0 ? null : sealing.Seal(key, new Place("outgoing", "ct", id, revision), Replies.Join(commit.Outgoing)),
            OutgoingDue = Ids.Ticks(commit.OutgoingDue),
            Timers = commit.Timers,
            WaitsForCase = commit.WaitsForCase is { } waited ? Ids.Bytes(waited) : null,
            Address = commit.Timers.Count == 0 ? null : SealAddress(commit.Key, AddressOf(id)),
            Pinned = commit.Pinned,
            Cases = cases ?? [],
            HandOvers = [.. commit.HandOvers.Select(h => (h, h.Opens ? SealAddress(commit.Key, HandOverAddressOf(Ids.Bytes(h.Id))) : null))],
            Tallies = commit.Tallies,
            Now = Ids.Ticks(now),
            IsRepeat = cases is null,
        };
    }

    public Conversation? Open(ConversationKey key, byte[] id, ConversationAtRest row, Lockbox lockbox)
    {
        using var sealKey = keys.Open(lockbox, id, makeSlot: false, out _);
        Span<byte> revision = stackalloc byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(revision, row.Revision);
        return sealing.TryOpen(sealKey, new Place("conversation", "state", id, revision), row.State, out var state) ? new Conversation(key, row.Revision, state) : null;
    }

    public ServersConversation? OpenForServer(ConversationKey key, byte[] id, ConversationAtRest row) =>
        keys.FromSlot(row.ServerSlot, id) is { } lockbox && Open(key, id, row, lockbox) is { } conversation ? new ServersConversation(conversation, lockbox) : null;

    /// <summary>The replies of one turn; empty where the lockbox does not open them.</summary>
    public IReadOnlyList<ReadOnlyMemory<byte>> OpenReplies(byte[] id, int turnRevision, byte[]? ct, Lockbox lockbox)
    {
        if (ct is null) return [];
        using var key = keys.Open(lockbox, id, makeSlot: false, out _);
        Span<byte> revision = stackalloc byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(revision, turnRevision);
        return sealing.TryOpen(key, new Place("transcript", "ct", id, revision), ct, out var replies) ? Replies.Split(replies) : [];
    }

    /// <summary>The replies of a turn that are still to be sent; empty where they were changed. Only conversations under the server's own key have any.</summary>
    public IReadOnlyList<ReadOnlyMemory<byte>> OpenOutgoing(byte[] id, int turnRevision, byte[] ct)
    {
        using var key = keys.Open(Lockbox.Server, id, makeSlot: false, out _);
        Span<byte> revision = stackalloc byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(revision, turnRevision);
        return sealing.TryOpen(key, new Place("outgoing", "ct", id, revision), ct, out var replies) ? Replies.Split(replies) : [];
    }

    /// <exception cref="CryptographicException">It belongs to another conversation, or was changed.</exception>
    public ConversationKey OpenAddress(byte[] address, byte[] id) => OpenAddress(address, AddressOf(id));

    /// <param name="id">Of the hand-over.</param>
    /// <exception cref="CryptographicException">It belongs to another hand-over, or was changed.</exception>
    public ConversationKey OpenHandOverAddress(byte[] address, byte[] id) => OpenAddress(address, HandOverAddressOf(id));

    private ConversationKey OpenAddress(byte[] address, Place place)
    {
        var parts = Encoding.UTF8.GetString(sealing.Open(server.Metadata, place, address).Span).Split('\0', 2);
        return new ConversationKey(parts[0], parts[1]);
    }

    private byte[] SealAddress(ConversationKey key, Place place) => sealing.Seal(server.Metadata, place, Encoding.UTF8.GetBytes($"{key.Channel}\0{key.Id}"));

    private static Place HandOverAddressOf(byte[] id) => new("hand_over", "address", id, default);

    private static Place AddressOf(byte[] id) => new("deadline", "address", id, default);
}
