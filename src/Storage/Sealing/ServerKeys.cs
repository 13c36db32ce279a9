using System.Security.Cryptography;
using System.Text;

namespace SupportBot.Storage;

/// <summary>The keys that the running server holds: for conversations that have no tab, for what must be found by a keyed hash, for what is not a case's words.</summary>
internal sealed class ServerKeys : IDisposable
{
    internal const string FileName = "server.key";
    private readonly byte[] hashing;
    private readonly byte[] metadata;
    private readonly ThreadLocal<SealKey> metadataKey;

    private ServerKeys(byte[] secret)
    {
        byte[] Derived(string purpose) => HKDF.DeriveKey(HashAlgorithmName.SHA256, secret, SealKey.Bytes, info: Encoding.ASCII.GetBytes("supportbot/" + purpose));
        hashing = Derived("hashing");
        metadata = Derived("metadata");
        Conversations = Derived("conversations");
        Pepper = Derived("receipts");
        Id = Convert.ToHexStringLower(Derived("name").AsSpan(0, 8));
        metadataKey = new ThreadLocal<SealKey>(() => SealKey.Of(metadata), trackAllValues: true);
    }

    /// <summary>Names these keys without telling anything about them; the database remembers it.</summary>
    public string Id { get; }

    /// <summary>What conversations without a tab's secret are sealed under.</summary>
    public byte[] Conversations { get; }

    public byte[] Pepper { get; }

    /// <summary>For this thread, for now: not to be kept.</summary>
    public SealKey Metadata => metadataKey.Value!;

    public static async Task<ServerKeys> OpenAsync(KeyFolder folder, IKekProvider kek, CancellationToken cancel)
    {
        if (folder.Read(FileName) is null)
            folder.TryCreate(FileName, await kek.WrapAsync(RandomNumberGenerator.GetBytes(SealKey.Bytes), cancel));
        byte[] secret;
        try
        {
            secret = await kek.UnwrapAsync(folder.Read(FileName)!, cancel);
        }
        catch (CryptographicException e)
        {
            throw new StorageCannotStartException(kek is VaultKek
                ? $"{FileName} in the key folder does not belong to the vault's key: {e.Message} Name the key that it was wrapped by in Storage:VaultKey, or restore the folder; keys that began in a file (master.key) do not move into a vault by themselves."
                : $"{FileName} in the key folder does not belong to the master key beside it. Restore both from the same backup.", e);
        }

        var keys = new ServerKeys(secret);
        CryptographicOperations.ZeroMemory(secret);
        return keys;
    }

    /// <summary>Keyed hash of 16 bytes: the same for the same parts, telling nothing about them.</summary>
    public byte[] Hash(string kind, string a, string b, string c = "")
    {
        var text = string.Concat(kind, "\0", a, "\0") + string.Concat(b, "\0", c);
        Span<byte> utf8 = text.Length <= 256 ? stackalloc byte[text.Length * 3] : new byte[text.Length * 3];
        utf8 = utf8[..Encoding.UTF8.GetBytes(text, utf8)];
        Span<byte> mac = stackalloc byte[32];
        HMACSHA256.HashData(hashing, utf8, mac);
        return mac[..16].ToArray();
    }

    /// <summary>A secret of one thing, 32 bytes: the same each time, and nowhere kept.</summary>
    public byte[] Secret(string kind, Guid id) => HMACSHA256.HashData(hashing, Encoding.UTF8.GetBytes($"{kind}\0{id:N}"));

    public void Dispose()
    {
        foreach (var key in metadataKey.Values) key.Dispose();
        metadataKey.Dispose();
        CryptographicOperations.ZeroMemory(hashing);
        CryptographicOperations.ZeroMemory(metadata);
        CryptographicOperations.ZeroMemory(Conversations);
        CryptographicOperations.ZeroMemory(Pepper);
    }
}
