using System.Security.Cryptography;

namespace SupportBot.Storage;

/// <summary>
/// Seals and opens what rests in a column. Layout: 1 byte version, 1 byte algorithm, 8 bytes key id, 12 bytes nonce, the padded content,
/// 16 bytes tag. A column is always sealed or never; there is no mark inside the value that would say "in clear".
/// </summary>
internal abstract class Sealing
{
    public const int TagBytes = 16;
    private const byte Version = 1;
    private const int NonceBytes = 12;
    private const int HeadBytes = 2 + SealKey.IdBytes + NonceBytes;

    protected abstract byte Algorithm { get; }

    public byte[] Seal(SealKey key, Place place, ReadOnlySpan<byte> content)
    {
        var bucket = Padding.Bucket(content.Length);
        var whole = new byte[HeadBytes + bucket + TagBytes];
        whole[0] = Version;
        whole[1] = Algorithm;
        key.Id.CopyTo(whole.AsSpan(2));
        var nonce = whole.AsSpan(2 + SealKey.IdBytes, NonceBytes);
        RandomNumberGenerator.Fill(nonce);
        var body = whole.AsSpan(HeadBytes, bucket);
        Padding.Fill(body, content);
        Span<byte> bound = stackalloc byte[place.Length];
        bound = bound[..place.Write(bound, key.Id)];
        Close(key.Gcm, nonce, body, whole.AsSpan(HeadBytes + bucket), bound);
        return whole;
    }

    /// <summary>False for anything but what this key sealed for this place: another key, place, algorithm, or a changed byte.</summary>
    public bool TryOpen(SealKey key, Place place, ReadOnlySpan<byte> whole, out ReadOnlyMemory<byte> content)
    {
        content = default;
        if (whole.Length < HeadBytes + TagBytes || whole[0] != Version || whole[1] != Algorithm) return false;
        if (!whole.Slice(2, SealKey.IdBytes).SequenceEqual(key.Id)) return false;
        Span<byte> bound = stackalloc byte[place.Length];
        bound = bound[..place.Write(bound, key.Id)];
        var plain = new byte[whole.Length - HeadBytes - TagBytes];
        if (!Open(key.Gcm, whole.Slice(2 + SealKey.IdBytes, NonceBytes), whole[HeadBytes..^TagBytes], whole[^TagBytes..], bound, plain)) return false;
        return Padding.TryRead(plain, out content);
    }

    /// <exception cref="CryptographicException">It was not sealed by this key for this place.</exception>
    public ReadOnlyMemory<byte> Open(SealKey key, Place place, ReadOnlySpan<byte> whole) =>
        TryOpen(key, place, whole, out var content) ? content : throw new CryptographicException("A sealed value does not belong where it was found, or was changed.");

    /// <summary>Encrypts <paramref name="body"/> in place.</summary>
    protected abstract void Close(AesGcm gcm, ReadOnlySpan<byte> nonce, Span<byte> body, Span<byte> tag, ReadOnlySpan<byte> bound);

    protected abstract bool Open(AesGcm gcm, ReadOnlySpan<byte> nonce, ReadOnlySpan<byte> body, ReadOnlySpan<byte> tag, ReadOnlySpan<byte> bound, Span<byte> plain);
}

/// <summary>AES-256-GCM with a random nonce: the only sealing there is outside of a test.</summary>
internal sealed class GcmSealing : Sealing
{
    protected override byte Algorithm => 1;

    protected override void Close(AesGcm gcm, ReadOnlySpan<byte> nonce, Span<byte> body, Span<byte> tag, ReadOnlySpan<byte> bound) =>
        gcm.Encrypt(nonce, body, body, tag, bound);

    protected override bool Open(AesGcm gcm, ReadOnlySpan<byte> nonce, ReadOnlySpan<byte> body, ReadOnlySpan<byte> tag, ReadOnlySpan<byte> bound, Span<byte> plain)
    {
        try
        {
            gcm.Decrypt(nonce, body, tag, plain, bound);
            return true;
        }
        catch (AuthenticationTagMismatchException)
        {
            return false;
        }
    }
}

/// <summary>Seals nothing. Only so that the test that searches the files for planted sentences can show that it would find them.</summary>
internal sealed class PlainSealing : Sealing
{
    protected override byte Algorithm => 0;

    protected override void Close(AesGcm gcm, ReadOnlySpan<byte> nonce, Span<byte> body, Span<byte> tag, ReadOnlySpan<byte> bound) { }

    protected override bool Open(AesGcm gcm, ReadOnlySpan<byte> nonce, ReadOnlySpan<byte> body, ReadOnlySpan<byte> tag, ReadOnlySpan<byte> bound, Span<byte> plain)
    {
        body.CopyTo(plain);
        return true;
    }
}
