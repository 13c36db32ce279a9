using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using SupportBot.Dialogs;

namespace SupportBot.Bot.Channels.WebChat;

/// <summary>
/// What a stream's address carries instead of the token: good once, for a minute, on every process of the deployment. An address ends up in
/// logs of proxies and in a browser's tools; a token must not. What is sealed in a ticket opens for nobody within the hour: its key is destroyed.
/// </summary>
internal sealed class StreamTickets(ITabKeys keys, TimeProvider time)
{
    private const int TimeBytes = 4;
    private const int NonceBytes = 12;
    private const int TagBytes = 16;
    private const int HeadBytes = TimeBytes + NonceBytes;
    private const int AllBytes = HeadBytes + WebChatToken.SecretBytes + TagBytes;
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(1);

    public string Issue(Visitor visitor)
    {
        var now = time.GetUtcNow();
        var whole = new byte[AllBytes];
        BinaryPrimitives.WriteUInt32BigEndian(whole, (uint)now.ToUnixTimeSeconds());
        RandomNumberGenerator.Fill(whole.AsSpan(TimeBytes, NonceBytes));
        using var gcm = Cipher(keys.KeyAt(now)!);
        gcm.Encrypt(whole.AsSpan(TimeBytes, NonceBytes), visitor.Secret, whole.AsSpan(HeadBytes, WebChatToken.SecretBytes), whole.AsSpan(HeadBytes + WebChatToken.SecretBytes), Bound(whole, visitor.ConversationId));
        return Base64Url.EncodeToString(whole);
    }

    /// <summary>The ticket's visitor, or null where it is no ticket of ours, used, too old or another conversation's.</summary>
    /// <exception cref="StoreUnavailableException">Nobody can say whether it was used.</exception>
    public async ValueTask<Visitor?> RedeemAsync(string? text, string conversationId, CancellationToken cancel)
    {
        if (Open(text, conversationId) is not var (token, ends)) return null;
        return await keys.UseOnceAsync(text!, ends, cancel) ? new Visitor(token) : null;
    }

    private (WebChatToken Token, DateTimeOffset Ends)? Open(string? text, string conversationId)
    {
        var whole = new byte[AllBytes];
        // One spelling for one ticket, or it could be used once in each.
        if (text is null || !Base64Url.IsValid(text, out var length) || length != AllBytes || !Base64Url.TryDecodeFromChars(text, whole, out _) || Base64Url.EncodeToString(whole) != text) return null;
        var given = DateTimeOffset.FromUnixTimeSeconds(BinaryPrimitives.ReadUInt32BigEndian(whole));
        var now = time.GetUtcNow();
        if (given + Lifetime <= now || given > now + Skew || keys.KeyAt(given) is not { } key) return null;
        var secret = new byte[WebChatToken.SecretBytes];
        try
        {
            using var gcm = Cipher(key);
            gcm.Decrypt(whole.AsSpan(TimeBytes, NonceBytes), whole.AsSpan(HeadBytes, WebChatToken.SecretBytes), whole.AsSpan(HeadBytes + WebChatToken.SecretBytes), secret, Bound(whole, conversationId));
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }

        return (WebChatToken.Of(conversationId, secret), given + Lifetime + Skew);
    }

    private static AesGcm Cipher(byte[] key) => new(HKDF.DeriveKey(HashAlgorithmName.SHA256, key, 32, info: "supportbot/stream-ticket/1"u8.ToArray()), TagBytes);

    private static byte[] Bound(ReadOnlySpan<byte> whole, string conversationId) => [.. whole[..TimeBytes], .. Encoding.UTF8.GetBytes(conversationId)];
}
