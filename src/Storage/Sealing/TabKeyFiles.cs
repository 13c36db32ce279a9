using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;

namespace SupportBot.Storage;

/// <summary>
/// Keys of half an hour each, a file each in the key folder, which all processes share; sealed under the server's key. They are made of nothing but
/// chance, so that a destroyed one cannot be made again.
/// </summary>
internal sealed class TabKeyFiles(KeyFolder folder, ServerKeys server, Sealing sealing) : IDisposable
{
    private const string Prefix = "tab.";
    private readonly ConcurrentDictionary<long, byte[]> known = new();

    /// <summary>Null where there is none (any more), or where the folder cannot be read now.</summary>
    public byte[]? Find(long period)
    {
        if (known.TryGetValue(period, out var key)) return key;
        try
        {
            return folder.Read(NameOf(period)) is { } rest && Open(period, rest) is { } read ? known.GetOrAdd(period, read) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>The key, made where nobody has yet. Where the folder cannot be written, one of this process alone: a tab is then served by it alone.</summary>
    public byte[] FindOrMake(long period)
    {
        if (Find(period) is { } there) return there;
        var made = RandomNumberGenerator.GetBytes(SealKey.Bytes);
        try
        {
            folder.TryCreate(NameOf(period), sealing.Seal(server.Metadata, PlaceOf(period), made));
            // Whoever comes second takes what is there.
            if (Find(period) is { } kept) return kept;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A full or lost disk must not keep anybody from writing to us.
        }

        return known.GetOrAdd(period, made);
    }

    /// <summary>Destroys every key before <paramref name="period"/>.</summary>
    public void Forget(long period)
    {
        foreach (var old in known.Keys)
            if (old < period && known.TryRemove(old, out var key)) CryptographicOperations.ZeroMemory(key);
        foreach (var name in folder.Names($"{Prefix}*.key"))
            if (long.TryParse(name.AsSpan(Prefix.Length, name.Length - Prefix.Length - ".key".Length), NumberStyles.None, CultureInfo.InvariantCulture, out var old) && old < period) folder.Delete(name);
    }

    public void Dispose()
    {
        foreach (var key in known.Values) CryptographicOperations.ZeroMemory(key);
    }

    private byte[]? Open(long period, byte[] rest) => sealing.TryOpen(server.Metadata, PlaceOf(period), rest, out var key) && key.Length == SealKey.Bytes ? key.ToArray() : null;

    private static string NameOf(long period) => string.Create(CultureInfo.InvariantCulture, $"{Prefix}{period}.key");

    private static Place PlaceOf(long period) => new("tab", "key", BitConverter.GetBytes(period), default);
}
