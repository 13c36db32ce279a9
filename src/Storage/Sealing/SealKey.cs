using System.Security.Cryptography;

namespace SupportBot.Storage;

/// <summary>An AES-256 key ready for use, with the id that stands in whatever it sealed. One thread at a time.</summary>
internal sealed class SealKey : IDisposable
{
    public const int Bytes = 32;
    public const int IdBytes = 8;

    private readonly byte[] id;

    private SealKey(ReadOnlySpan<byte> key, byte[] id)
    {
        Gcm = new AesGcm(key, Sealing.TagBytes);
        this.id = id;
    }

    public AesGcm Gcm { get; }

    public ReadOnlySpan<byte> Id => id;

    /// <summary>A key whose id is computed from it; the id tells nothing about the key.</summary>
    public static SealKey Of(ReadOnlySpan<byte> key)
    {
        Span<byte> mac = stackalloc byte[32];
        HMACSHA256.HashData(key, "supportbot/key-id"u8, mac);
        return new SealKey(key, mac[..IdBytes].ToArray());
    }

    /// <param name="derived">32 bytes of key and 8 of id, derived together.</param>
    public static SealKey OfDerived(ReadOnlySpan<byte> derived) =>
        new(derived[..Bytes], derived.Slice(Bytes, IdBytes).ToArray());

    public void Dispose() => Gcm.Dispose();
}
