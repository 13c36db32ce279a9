using System.Buffers.Text;
using System.Security.Cryptography;

namespace SupportBot.Bot.Channels.WebChat;

/// <summary>
/// What a tab holds: the conversation's id (128 random bits) and a secret (256), as <c>id.secret</c> in base64url, and behind a further dot
/// the stamp of whoever gave it out. The secret also seals the conversation's state, so it stays the same for as long as the conversation lives;
/// the stamp is renewed.
/// </summary>
internal sealed class WebChatToken
{
    private const int IdBytes = 16;
    private const int StampBytes = 64;
    private readonly byte[] _secret;

    private WebChatToken(string conversationId, byte[] secret, byte[]? stamp = null) => (ConversationId, _secret, Stamp) = (conversationId, secret, stamp);

    public const int SecretBytes = 32;

    public string ConversationId { get; }

    public ReadOnlySpan<byte> Secret => _secret;

    /// <summary>As it came; null where the tab sent none. Proves nothing by being there.</summary>
    public byte[]? Stamp { get; }

    /// <summary>As it goes to the tab, without its stamp. Never logged.</summary>
    public string Value => $"{ConversationId}.{Base64Url.EncodeToString(_secret)}";

    public static WebChatToken New() => new(RandomText(IdBytes), RandomNumberGenerator.GetBytes(SecretBytes));

    public static WebChatToken Of(string conversationId, byte[] secret) => new(conversationId, secret);

    /// <summary>Random bytes as base64url.</summary>
    public static string RandomText(int bytes) => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(bytes));

    public static bool TryRead(string text, out WebChatToken? token)
    {
        token = null;
        if (text.Length > 192) return false;
        var parts = text.Split('.');
        if (parts.Length is not (2 or 3)) return false;
        var id = new byte[IdBytes];
        var secret = new byte[SecretBytes];
        if (!Decode(parts[0], id) || !Decode(parts[1], secret)) return false;
        // The id as we would write it: one spelling for one conversation.
        token = new WebChatToken(Base64Url.EncodeToString(id), secret, parts.Length == 3 ? DecodeStamp(parts[2]) : null);
        return true;
    }

    public byte[] Hash() => SHA256.HashData(_secret);

    public override string ToString() => "•••";

    private static byte[]? DecodeStamp(string text)
    {
        var bytes = new byte[StampBytes];
        return Base64Url.IsValid(text, out var length) && length <= StampBytes && Base64Url.TryDecodeFromChars(text, bytes, out var written) ? bytes[..written] : null;
    }

    private static bool Decode(ReadOnlySpan<char> text, Span<byte> bytes) =>
        Base64Url.IsValid(text, out var length) && length == bytes.Length && text.Length == Base64Url.GetEncodedLength(length) && Base64Url.TryDecodeFromChars(text, bytes, out var written) && written == bytes.Length;
}
