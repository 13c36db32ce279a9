using System.Security.Cryptography;
using System.Text;
using SupportBot.Dialogs;

namespace SupportBot.Storage;

/// <summary>
/// Slot R: the case's key under the reporter's code, so that the reporter reads the own thread without the district's key.
/// The row is found by a keyed hash of the code; that it opens is the proof that the code is right.
/// </summary>
internal sealed class ReceiptSlot(ServerKeys server, Sealing sealing) : IDisposable
{
    /// <summary>ASVS 5.0 appendix C for PBKDF2-HMAC-SHA512.</summary>
    private const int Rounds = 210_000;
    private const int SaltBytes = 32;
    private readonly SemaphoreSlim making = new(4);
    private readonly SemaphoreSlim opening = new(4);
    private int derivations;

    /// <summary>How many codes were put through the slow derivation; a miss costs one, like a hit.</summary>
    internal int Derivations => Volatile.Read(ref derivations);

    public byte[] LocatorOf(ReceiptCode code) =>
        HMACSHA256.HashData(server.Pepper, Encoding.ASCII.GetBytes("loc|" + code.Secret)).AsSpan(0, 16).ToArray();

    /// <returns>Salt and slot; null where <paramref name="isNeeded"/> said no, once it was this one's turn.</returns>
    public async Task<(byte[] Salt, byte[] Slot)?> MakeAsync(ReceiptCode code, byte[] caseId, ReadOnlyMemory<byte> caseKey, Func<Task<bool>> isNeeded, CancellationToken cancel)
    {
        await making.WaitAsync(cancel);
        try
        {
            if (!await isNeeded()) return null;
            var salt = RandomNumberGenerator.GetBytes(SaltBytes);
            using var key = await Task.Run(() => Derive(code, salt), cancel);
            return (salt, sealing.Seal(key, new Place("case_key", "slot_r", caseId, LocatorOf(code)), caseKey.Span));
        }
        finally
        {
            making.Release();
        }
    }

    /// <summary>The case's key, or null. Takes its time even where there is nothing to open.</summary>
    public async Task<byte[]?> OpenAsync(ReceiptCode code, byte[]? caseId, byte[]? salt, byte[]? slot, CancellationToken cancel)
    {
        await opening.WaitAsync(cancel);
        try
        {
            using var key = await Task.Run(() => Derive(code, salt ?? RandomNumberGenerator.GetBytes(SaltBytes)), cancel);
            return sealing.TryOpen(key, new Place("case_key", "slot_r", caseId, LocatorOf(code)), slot, out var opened) ? opened.ToArray() : null;
        }
        finally
        {
            opening.Release();
        }
    }

    public void Dispose()
    {
        making.Dispose();
        opening.Dispose();
    }

    private SealKey Derive(ReceiptCode code, byte[] salt)
    {
        Interlocked.Increment(ref derivations);
        var slow = Rfc2898DeriveBytes.Pbkdf2(code.Secret, salt, Rounds, HashAlgorithmName.SHA512, SealKey.Bytes);
        var derived = HKDF.DeriveKey(HashAlgorithmName.SHA256, slow, SealKey.Bytes + SealKey.IdBytes, info: "supportbot/receipt/1"u8.ToArray());
        var key = SealKey.OfDerived(derived);
        CryptographicOperations.ZeroMemory(slow);
        CryptographicOperations.ZeroMemory(derived);
        return key;
    }
}
