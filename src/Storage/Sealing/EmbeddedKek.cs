using System.Security.Cryptography;

namespace SupportBot.Storage;

/// <summary>The embedded default: a master key of 32 random bytes in the key folder. Whoever has that file and the database has everything.</summary>
internal sealed class EmbeddedKek : IKekProvider, IDisposable
{
    private const string FileName = "master.key";
    private readonly Sealing sealing = new GcmSealing();
    private readonly byte[] master;

    public EmbeddedKek(KeyFolder folder)
    {
        // A new one in its place would open nothing of what the old one has wrapped.
        if (folder.Read(FileName) is null && folder.Read(ServerKeys.FileName) is { } wrapped)
            throw new StorageCannotStartException(wrapped is [VaultKek.Mark, ..]
                ? "The keys in the key folder were wrapped by a key vault: name its key in Storage:VaultKey."
                : $"{FileName} is gone from the key folder, and the other keys in it open with nothing else. Restore it from its backup.");
        if (folder.Read(FileName) is null) folder.TryCreate(FileName, RandomNumberGenerator.GetBytes(SealKey.Bytes));
        master = folder.Read(FileName)!;
        if (master.Length != SealKey.Bytes) throw new StorageCannotStartException($"{FileName} in the key folder is damaged: it must have {SealKey.Bytes} bytes. Restore it from its backup.");
    }

    public Task<byte[]> WrapAsync(ReadOnlyMemory<byte> key, CancellationToken cancel)
    {
        using var own = SealKey.Of(master);
        return Task.FromResult(sealing.Seal(own, new Place("kek", "wrapped", default, default), key.Span));
    }

    public Task<byte[]> UnwrapAsync(ReadOnlyMemory<byte> wrapped, CancellationToken cancel)
    {
        using var own = SealKey.Of(master);
        return Task.FromResult(sealing.Open(own, new Place("kek", "wrapped", default, default), wrapped.Span).ToArray());
    }

    public void Dispose() => CryptographicOperations.ZeroMemory(master);
}
