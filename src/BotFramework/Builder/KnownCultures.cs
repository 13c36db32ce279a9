using System.Collections.Concurrent;
using System.Globalization;

namespace SupportBot;

/// <summary>Cultures by the names that activities give them. A few are kept, names that are none among them, because whoever writes an activity chooses its locale.</summary>
internal static class KnownCultures
{
    private const int MostKept = 512;
    private static readonly ConcurrentDictionary<string, CultureInfo> Found = new(StringComparer.Ordinal);
    private static int _kept;

    /// <returns>Null when there is no such culture.</returns>
    public static CultureInfo Find(string name)
    {
        if (Found.TryGetValue(name, out var culture))
            return culture;

        try
        {
            culture = CultureInfo.GetCultureInfo(name);
        }
        catch (CultureNotFoundException)
        {
            culture = null;
        }

        if (Volatile.Read(ref _kept) < MostKept && Found.TryAdd(name, culture))
            Interlocked.Increment(ref _kept);
        return culture;
    }
}
