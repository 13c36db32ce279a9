using System.Buffers.Text;
using System.Security.Cryptography;

namespace SupportBot.Bot.Channels.WebChat;

/// <summary>
/// What a tab holds: the conversation's id (128 random bits) and a secret (256), as <c>id.secret</c> in base64url.
/// The secret also seals the conversation's state, so it stays the same for as long as the conversation lives.
/// </summary>
internal sealed class WebChatToken
{
    private const int IdBytes = 16;
    private const int SecretBytes = 32;
    private readonly byte[] _secret;

    private WebChatToken(string conversationId, byte[] secret) => (ConversationId, _secret) = (conversationId, secret);

    public string ConversationId { get; }

    public ReadOnlySpan<byte> Secret => _secret;

    /// <summary>As it goes to the tab. Never logged.</summary>
    public string Value => $"{ConversationId}.{Base64Url.EncodeToString(_secret)}";

    public static WebChatToken New() => new(RandomText(IdBytes), RandomNumberGenerator.GetBytes(SecretBytes));

    /// <summary>Random bytes as base64url.</summary>
    public static string RandomText(int bytes) => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(bytes));

    public static bool TryRead(string text, out WebChatToken? token)
    {
        token = null;
        var dot = text.IndexOf('.', StringComparison.Ordinal);
        if (dot < 0 || text.Length > 128) return false;
        var id = new byte[IdBytes];
        var secret = new byte[SecretBytes];
        if (!Decode(text.AsSpan(0, dot), id) || !Decode(text.AsSpan(dot + 1), secret)) return false;
        // The id as we would write it: one spelling for one conversation.
        token = new WebChatToken(Base64Url.EncodeToString(id), secret);
        return true;
    }

    public byte[] Hash() => SHA256.HashData(_secret);

    public override string ToString() => "•••";

    private static bool Decode(ReadOnlySpan<char> text, Span<byte> bytes) =>
        text.Length == Base64Url.GetEncodedLength(bytes.Length) && Base64Url.TryDecodeFromChars(text, bytes, out var written) && written == bytes.Length;
}
