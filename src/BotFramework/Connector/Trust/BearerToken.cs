using System.Buffers;
using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using SupportBot.Wire;

namespace SupportBot.Connector;

/// <summary>A token taken apart and not yet believed. Read strictly: one way to write it, no member twice.</summary>
internal sealed class BearerToken : IDisposable
{
    /// <summary>Characters an Authorization header may have.</summary>
    public const int Longest = 16 * 1024;

    private const string Scheme = "Bearer ";
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 8 };
    private static readonly SearchValues<char> Letters = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.");

    private readonly JsonDocument _header;
    private readonly JsonDocument _claims;

    private BearerToken(JsonDocument header, JsonDocument claims, byte[] signed, byte[] signature)
    {
        _header = header;
        _claims = claims;
        Signed = signed;
        Signature = signature;
    }

    public JsonElement Header => _header.RootElement;

    public JsonElement Claims => _claims.RootElement;

    /// <summary>The bytes that the signature is over.</summary>
    public byte[] Signed { get; }

    public byte[] Signature { get; }

    /// <summary>What can be said of a header without decoding it. Costs no more than a look at each character.</summary>
    public static TokenFault Glance(string authHeader)
    {
        if (string.IsNullOrEmpty(authHeader))
            return TokenFault.Missing;
        if (authHeader.Length > Longest)
            return TokenFault.TooLong;
        if (!authHeader.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
            return TokenFault.NotBearer;
        var token = authHeader.AsSpan(Scheme.Length);
        return token.ContainsAnyExcept(Letters) || token.Count('.') != 2 ? TokenFault.Malformed : TokenFault.None;
    }

    /// <returns>Null when it is no token.</returns>
    public static BearerToken Read(string authHeader)
    {
        if (Glance(authHeader) is not TokenFault.None)
            return null;
        var token = authHeader.AsSpan(Scheme.Length);
        var first = token.IndexOf('.');
        var second = token.LastIndexOf('.');
        if (Decode(token[..first]) is not { } header || Decode(token[(first + 1)..second]) is not { } claims || Decode(token[(second + 1)..]) is not { } signature)
            return null;

        JsonDocument read = null;
        try
        {
            read = Parse(header);
            return new BearerToken(read, Parse(claims), Encoding.ASCII.GetBytes(token[..second].ToString()), signature);
        }
        catch (JsonException)
        {
            read?.Dispose();
            return null;
        }
    }

    public void Dispose()
    {
        _header.Dispose();
        _claims.Dispose();
    }

    /// <returns>The member when it is a text; else null.</returns>
    public static string Text(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    /// <returns>The member when it is a whole number; else null.</returns>
    public static long? Number(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var number) ? number : null;

    private static JsonDocument Parse(byte[] json)
    {
        WellFormedText.Require(json);
        var document = JsonDocument.Parse(json, Strict);
        if (document.RootElement.ValueKind == JsonValueKind.Object)
            return document;
        document.Dispose();
        throw new JsonException("Not an object.");
    }

    // Bits that the last letter has to spare must be zero, or one signature could be written in several ways.
    private static byte[] Decode(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty || text.Length % 4 == 1)
            return null;
        var bytes = new byte[Base64Url.GetMaxDecodedLength(text.Length)];
        if (Base64Url.DecodeFromChars(text, bytes, out var read, out var written) != OperationStatus.Done || read != text.Length)
            return null;
        bytes = bytes.Length == written ? bytes : bytes[..written];
        return text.SequenceEqual(Base64Url.EncodeToString(bytes)) ? bytes : null;
    }
}
