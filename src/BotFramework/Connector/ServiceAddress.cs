using System.Collections.Concurrent;

namespace SupportBot.Connector;

/// <summary>Service addresses as Uris. A channel has a few; each is parsed once.</summary>
internal static class ServiceAddress
{
    private const int MostKept = 256;
    private static readonly ConcurrentDictionary<string, Uri> Known = new(StringComparer.Ordinal);
    private static int _kept;

    /// <returns>False when it is not an absolute http or https address without a query.</returns>
    public static bool TryParse(string serviceUrl, out Uri address)
    {
        if (serviceUrl is null)
        {
            address = null;
            return false;
        }

        if (Known.TryGetValue(serviceUrl, out address))
            return true;
        if (!Uri.TryCreate(serviceUrl, UriKind.Absolute, out address) || (address.Scheme != Uri.UriSchemeHttp && address.Scheme != Uri.UriSchemeHttps)
            || address.Query.Length > 0 || address.Fragment.Length > 0)
            return false;
        if (Volatile.Read(ref _kept) < MostKept && Known.TryAdd(serviceUrl, address))
            Interlocked.Increment(ref _kept);
        return true;
    }
}
