using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace SupportBot.Storage;

/// <summary>
/// RSA-3072 key pairs, one for each kind of case and month. Sealing a case's key needs the public half only; the private half rests
/// encrypted, under a key that the master key wraps. Destroying it destroys every case of that kind and month.
/// </summary>
internal sealed class EpochKeys(KeyFolder folder, IKekProvider kek, Sealing sealing)
{
    private const int RsaBits = 3072;
    private readonly ConcurrentDictionary<string, Lazy<Task<byte[]>>> publicHalves = new();

    /// <summary>A kind of case, which decides how long it is kept, and the month it was opened in.</summary>
    public static string NameOf(string kind, DateTimeOffset opened)
    {
        // A kind is an id of the content, and becomes part of a file's name.
        var safe = kind.Length is > 0 and <= 40 && kind.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-')
            ? kind
            : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(kind)).AsSpan(0, 8));
        return string.Create(CultureInfo.InvariantCulture, $"{safe}.{opened.UtcDateTime:yyyyMM}");
    }

    /// <summary>Makes a pair ahead of its first case; does nothing where it is there.</summary>
    public Task PrepareAsync(string epoch, CancellationToken cancel) => PublicHalfAsync(epoch, cancel);

    /// <summary>Slot D: the case's key for the district.</summary>
    public async Task<byte[]> SealAsync(string epoch, ReadOnlyMemory<byte> caseKey, CancellationToken cancel)
    {
        using var rsa = RSA.Create();
        rsa.ImportSubjectPublicKeyInfo(await PublicHalfAsync(epoch, cancel), out _);
        return rsa.Encrypt(caseKey.Span, RSAEncryptionPadding.OaepSHA256);
    }

    /// <exception cref="CryptographicException">The slot is not of this epoch, or the epoch's private half was destroyed.</exception>
    public async Task<byte[]> OpenAsync(string epoch, byte[] slot, CancellationToken cancel)
    {
        using var rsa = await PrivateHalfAsync(epoch, cancel);
        return rsa.Decrypt(slot, RSAEncryptionPadding.OaepSHA256);
    }

    private async Task<byte[]> PublicHalfAsync(string epoch, CancellationToken cancel)
    {
        var found = publicHalves.GetOrAdd(epoch, name => new Lazy<Task<byte[]>>(() => Task.Run(() => FindOrMakeAsync(name))));
        try
        {
            return await found.Value.WaitAsync(cancel);
        }
        catch when (found.Value.IsFaulted)
        {
            publicHalves.TryRemove(KeyValuePair.Create(epoch, found));
            throw;
        }
    }

    // The public half is written last: where it is, the private half is. Whoever comes second takes what is there.
    private async Task<byte[]> FindOrMakeAsync(string epoch)
    {
        if (folder.Read(PublicFile(epoch)) is { } there) return there;
        using var made = RSA.Create(RsaBits);
        folder.TryCreate(PrivateFile(epoch), await ToRestAsync(epoch, made));
        using var kept = await PrivateHalfAsync(epoch, CancellationToken.None);
        folder.TryCreate(PublicFile(epoch), kept.ExportSubjectPublicKeyInfo());
        return folder.Read(PublicFile(epoch))!;
    }

    // 2 bytes length of the wrapped key | wrapped key | sealed private half.
    private async Task<byte[]> ToRestAsync(string epoch, RSA rsa)
    {
        var fileKey = RandomNumberGenerator.GetBytes(SealKey.Bytes);
        var privateHalf = rsa.ExportPkcs8PrivateKey();
        using var key = SealKey.Of(fileKey);
        var body = sealing.Seal(key, PlaceOf(epoch), privateHalf);
        var wrapped = await kek.WrapAsync(fileKey, CancellationToken.None);
        CryptographicOperations.ZeroMemory(fileKey);
        CryptographicOperations.ZeroMemory(privateHalf);
        var length = new byte[2];
        BinaryPrimitives.WriteUInt16LittleEndian(length, checked((ushort)wrapped.Length));
        return [.. length, .. wrapped, .. body];
    }

    private async Task<RSA> PrivateHalfAsync(string epoch, CancellationToken cancel)
    {
        var rest = folder.Read(PrivateFile(epoch)) ?? throw new CryptographicException($"The private key of epoch {epoch} is gone; its cases cannot be opened.");
        var length = BinaryPrimitives.ReadUInt16LittleEndian(rest);
        var fileKey = await kek.UnwrapAsync(rest.AsMemory(2, length), cancel);
        using var key = SealKey.Of(fileKey);
        CryptographicOperations.ZeroMemory(fileKey);
        var privateHalf = sealing.Open(key, PlaceOf(epoch), rest.AsSpan(2 + length)).ToArray();
        var rsa = RSA.Create();
        rsa.ImportPkcs8PrivateKey(privateHalf, out _);
        CryptographicOperations.ZeroMemory(privateHalf);
        return rsa;
    }

    private static Place PlaceOf(string epoch) => new("epoch", "private", Encoding.UTF8.GetBytes(epoch), default);

    private static string PublicFile(string epoch) => $"epoch.{epoch}.pub";

    private static string PrivateFile(string epoch) => $"epoch.{epoch}.key";
}
