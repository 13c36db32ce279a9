using System.Net;
using System.Security.Cryptography;
using System.Text;
using SupportBot.Dialogs;

namespace SupportBot.Storage;

/// <summary>
/// The key above all keys as a key in Azure Key Vault, which never leaves it. What is wrapped has the key's version beside it: after a
/// rotation new keys go under the newest version, and the old ones open with theirs for as long as it is enabled.
/// </summary>
/// <remarks>
/// Layout of a wrapped key: 1 byte <see cref="Mark"/>, 1 byte length of the version, the version in ASCII, what the vault gave back.
/// An unwrapped key stays in memory for an hour. While the vault does not answer it is used for a day, so that an outage of the vault
/// takes no report away from whoever works on it; a refusal ends that at once.
/// </remarks>
internal sealed class VaultKek : IKekProvider, IDisposable
{
    /// <summary>First byte of what a vault has wrapped; <see cref="EmbeddedKek"/> begins with another.</summary>
    internal const byte Mark = 2;

    private static readonly TimeSpan Fresh = TimeSpan.FromHours(1);
    private static readonly TimeSpan Kept = TimeSpan.FromDays(1);
    private readonly Dictionary<string, (byte[] Key, DateTimeOffset At)> opened = [];
    private readonly VaultKey key;
    private readonly VaultRequests vault;
    private readonly TimeProvider clock;
    private readonly ITimer sweep;

    public VaultKek(VaultKey key, IEntraTokens tokens, TimeProvider clock)
    {
        (this.key, vault, this.clock) = (key, new VaultRequests(key, tokens), clock);
        sweep = clock.CreateTimer(_ => Sweep(), null, Fresh, Fresh);
    }

    /// <summary>Whether the vault's key is there and can do what it must.</summary>
    /// <exception cref="StoreUnavailableException">It is not, or the vault does not answer.</exception>
    /// <exception cref="StorageCannotStartException">It is another kind of key than it must be.</exception>
    public async Task CheckAsync(CancellationToken cancel) => await NewestAsync(cancel);

    public async Task<byte[]> WrapAsync(ReadOnlyMemory<byte> key, CancellationToken cancel)
    {
        var version = await NewestAsync(cancel);
        try
        {
            var wrapped = await vault.WrapAsync(version, key, cancel);
            return [Mark, checked((byte)version.Length), .. Encoding.ASCII.GetBytes(version), .. wrapped];
        }
        catch (HttpRequestException e)
        {
            throw Unavailable(e);
        }
    }

    public async Task<byte[]> UnwrapAsync(ReadOnlyMemory<byte> wrapped, CancellationToken cancel)
    {
        var (version, body) = Parts(wrapped);
        var name = Convert.ToHexString(SHA256.HashData(wrapped.Span));
        if (Held(name, Fresh) is { } known) return known;
        try
        {
            var key = await vault.UnwrapAsync(version, body, cancel);
            if (key.Length != SealKey.Bytes) throw new CryptographicException("The vault unwrapped something that is no key of ours.");
            Hold(name, key);
            return key;
        }
        catch (Exception e) when (IsSilent(e) && Held(name, Kept) is { } kept)
        {
            return kept;
        }
        catch (HttpRequestException e) when (e.StatusCode == HttpStatusCode.BadRequest)
        {
            throw new CryptographicException($"A key was not wrapped by {key.Address}, version {version}.", e);
        }
        catch (HttpRequestException e)
        {
            if (!IsSilent(e)) Forget(name);
            throw Unavailable(e, version);
        }
    }

    public void Dispose()
    {
        sweep.Dispose();
        lock (opened)
            foreach (var name in opened.Keys.ToList()) Forget(name);
        vault.Dispose();
    }

    private async Task<string> NewestAsync(CancellationToken cancel)
    {
        KeyBundle bundle;
        try
        {
            bundle = await vault.NewestAsync(cancel);
        }
        catch (HttpRequestException e)
        {
            throw Unavailable(e);
        }

        var version = bundle.Key?.Kid?.Split('/')[^1] ?? "";
        if (version.Length is 0 or > 64 || !version.All(char.IsAsciiLetterOrDigit)) throw Unavailable(new HttpRequestException("it names no version of the key"));
        if (bundle.Key!.Kty is not ("RSA" or "RSA-HSM")) throw Wrong($"is of the kind {bundle.Key.Kty} and must be RSA or RSA-HSM");
        if (bundle.Attributes?.Exportable == true) throw Wrong("may be exported, and must never leave the vault");
        if (bundle.Key.KeyOps is { } may && !(may.Contains("wrapKey") && may.Contains("unwrapKey"))) throw Wrong("must allow the operations wrapKey and unwrapKey");
        return bundle.Attributes?.Enabled == false ? throw Unavailable(new HttpRequestException("its newest version is disabled")) : version;
    }

    private static (string Version, ReadOnlyMemory<byte> Body) Parts(ReadOnlyMemory<byte> wrapped)
    {
        var bytes = wrapped.Span;
        if (bytes.Length < 2 || bytes[0] != Mark || bytes.Length <= 2 + bytes[1])
            throw new CryptographicException("A key was wrapped by a key file, not by a vault.");
        var version = Encoding.ASCII.GetString(bytes.Slice(2, bytes[1]));
        // It becomes part of an address that a token is sent to.
        return version.Length > 0 && version.All(char.IsAsciiLetterOrDigit) ? (version, wrapped[(2 + bytes[1])..]) : throw new CryptographicException("A wrapped key is damaged.");
    }

    private StoreUnavailableException Unavailable(HttpRequestException e, string version = "") => new(e.StatusCode switch
    {
        HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden =>
            $"The vault refuses {key.Address} ({e.Message}): give the program's identity the role Key Vault Crypto Service Encryption User on this key, keep the key and its older versions enabled, and let the vault be reached from here.",
        HttpStatusCode.NotFound when version.Length > 0 => $"The vault no longer has version {version} of {key.Address}, under which keys of this program lie: bring it back (soft delete keeps it).",
        HttpStatusCode.NotFound => $"The vault has no key {key.Address} (Storage:VaultKey): make it, or name the one that was used.",
        _ => $"The vault of {key.Address} does not answer as it must: {e.Message}.",
    }, e);

    private StorageCannotStartException Wrong(string what) => new($"The key {key.Address} (Storage:VaultKey) {what}.");

    // Where no token is to be had, the vault was not even asked.
    private static bool IsSilent(Exception e) => e is StoreUnavailableException
        || e is HttpRequestException { StatusCode: null or HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError };

    /// <summary>A copy of an unwrapped key that is no older than <paramref name="most"/>, or null.</summary>
    private byte[]? Held(string name, TimeSpan most)
    {
        lock (opened) return opened.TryGetValue(name, out var held) && clock.GetUtcNow() - held.At < most ? held.Key.AsSpan().ToArray() : null;
    }

    private void Hold(string name, byte[] key)
    {
        lock (opened)
        {
            Forget(name);
            opened[name] = (key.AsSpan().ToArray(), clock.GetUtcNow());
        }
    }

    private void Forget(string name)
    {
        lock (opened)
            if (opened.Remove(name, out var held)) CryptographicOperations.ZeroMemory(held.Key);
    }

    private void Sweep()
    {
        lock (opened)
            foreach (var (name, held) in opened.ToList())
                if (clock.GetUtcNow() - held.At >= Kept) Forget(name);
    }
}
