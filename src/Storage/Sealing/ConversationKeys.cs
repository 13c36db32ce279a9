using System.Security.Cryptography;
using SupportBot.Dialogs;

namespace SupportBot.Storage;

/// <summary>
/// The key of one conversation: derived from the tab's secret, or from the server's where there is no tab. While the program may go on
/// without the person, a copy of it rests under the server's key.
/// </summary>
internal sealed class ConversationKeys(ServerKeys server, Sealing sealing)
{
    private const int Derived = SealKey.Bytes + SealKey.IdBytes;

    /// <summary>What the row of a conversation is found by.</summary>
    public byte[] IdOf(ConversationKey key) => server.Hash("conversation", key.Channel, key.Id);

    /// <param name="slot">Where asked for: the copy under the server's key.</param>
    public SealKey Open(Lockbox lockbox, ReadOnlySpan<byte> conversation, bool makeSlot, out byte[]? slot)
    {
        Span<byte> derived = stackalloc byte[Derived];
        if (lockbox.IsCopy) lockbox.Secret.CopyTo(derived);
        else Derive(lockbox.IsServers ? server.Conversations : lockbox.Secret, conversation, derived);
        slot = makeSlot && !lockbox.IsServers ? sealing.Seal(server.Metadata, SlotOf(conversation), derived) : null;
        var key = SealKey.OfDerived(derived);
        CryptographicOperations.ZeroMemory(derived);
        return key;
    }

    /// <summary>The lockbox that the program may use for a conversation with such a slot; null where the slot does not open.</summary>
    public Lockbox? FromSlot(byte[]? slot, ReadOnlySpan<byte> conversation)
    {
        if (slot is null) return Lockbox.Server;
        return sealing.TryOpen(server.Metadata, SlotOf(conversation), slot, out var derived) && derived.Length == Derived ? Lockbox.OfCopy(derived.Span) : null;
    }

    private static Place SlotOf(ReadOnlySpan<byte> conversation) => new("conversation", "server_slot", conversation, default);

    private static void Derive(ReadOnlySpan<byte> secret, ReadOnlySpan<byte> conversation, Span<byte> derived) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, secret, derived, conversation, "supportbot/conversation/1"u8);
}
