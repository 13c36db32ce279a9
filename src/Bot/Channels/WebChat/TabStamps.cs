using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using SupportBot.Dialogs;

namespace SupportBot.Bot.Channels.WebChat;

/// <summary>
/// The third part of a token: when it was given out, and the proof that a process of this deployment did. By it a process that never saw the tab
/// lets it speak, and nothing about the tab is written anywhere.
/// </summary>
internal sealed class TabStamps(ITabKeys keys, TimeProvider time)
{
    private const int TimeBytes = 4;
    private const int ProofBytes = 16;

    // Clocks of two machines are never quite alike.
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(1);

    /// <summary>The whole token, stamped now.</summary>
    public string Stamp(WebChatToken token)
    {
        var now = time.GetUtcNow();
        if (keys.KeyAt(now) is not { } key) return token.Value;
        Span<byte> stamp = stackalloc byte[TimeBytes + ProofBytes];
        BinaryPrimitives.WriteUInt32BigEndian(stamp, (uint)now.ToUnixTimeSeconds());
        Prove(key, token, stamp[..TimeBytes], stamp[TimeBytes..]);
        return $"{token.Value}.{Base64Url.EncodeToString(stamp)}";
    }

    /// <summary>True where this deployment gave the token out within <see cref="WebChatTokens.Lifetime"/>.</summary>
    public bool IsGood(WebChatToken token)
    {
        if (token.Stamp is not { Length: TimeBytes + ProofBytes } stamp) return false;
        var given = DateTimeOffset.FromUnixTimeSeconds(BinaryPrimitives.ReadUInt32BigEndian(stamp));
        var now = time.GetUtcNow();
        if (given + WebChatTokens.Lifetime <= now || given > now + Skew || keys.KeyAt(given) is not { } key) return false;
        Span<byte> proof = stackalloc byte[ProofBytes];
        Prove(key, token, stamp.AsSpan(0, TimeBytes), proof);
        return CryptographicOperations.FixedTimeEquals(proof, stamp.AsSpan(TimeBytes));
    }

    private static void Prove(byte[] key, WebChatToken token, ReadOnlySpan<byte> given, Span<byte> proof)
    {
        Span<byte> mac = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(key, [.. "supportbot/tab-token/1"u8, .. given, .. Encoding.ASCII.GetBytes(token.ConversationId), .. token.Hash()], mac);
        mac[..ProofBytes].CopyTo(proof);
    }
}
