using System.Buffers;

namespace SupportBot.Connector;

/// <summary>
/// Reads a service address by itself, without a parser that would repair it: what looks different from a plain address on a host
/// that is named is refused.
/// </summary>
internal static class ServiceUrlRule
{
    private const int Longest = 512;
    private const string Https = "https://";
    private const string Http = "http://";
    private static readonly SearchValues<char> Path = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.~/");

    public static bool Allows(string serviceUrl, IReadOnlyList<string> hosts, bool allowLoopback)
    {
        if (serviceUrl is null || serviceUrl.Length > Longest)
            return false;
        var secure = serviceUrl.StartsWith(Https, StringComparison.OrdinalIgnoreCase);
        if (!secure && !(allowLoopback && serviceUrl.StartsWith(Http, StringComparison.OrdinalIgnoreCase)))
            return false;

        var rest = serviceUrl.AsSpan(secure ? Https.Length : Http.Length);
        var slash = rest.IndexOf('/');
        var authority = slash < 0 ? rest : rest[..slash];
        var path = slash < 0 ? [] : rest[slash..];
        if (path.ContainsAnyExcept(Path) || path.Contains("//", StringComparison.Ordinal) || path.Contains("/.", StringComparison.Ordinal))
            return false;
        return (secure && IsNamed(authority, hosts)) || (allowLoopback && IsLoopback(authority));
    }

    private static bool IsNamed(ReadOnlySpan<char> authority, IReadOnlyList<string> hosts)
    {
        if (authority.EndsWith(":443", StringComparison.Ordinal))
            authority = authority[..^4];
        foreach (var host in hosts)
            if (authority.Equals(host, StringComparison.OrdinalIgnoreCase))
                return true;
        return false;
    }

    private static bool IsLoopback(ReadOnlySpan<char> authority)
    {
        foreach (var host in (ReadOnlySpan<string>)["127.0.0.1", "localhost", "[::1]"])
        {
            if (!authority.StartsWith(host, StringComparison.OrdinalIgnoreCase))
                continue;
            var port = authority[host.Length..];
            if (port.IsEmpty || (port[0] == ':' && port.Length is > 1 and < 7 && !port[1..].ContainsAnyExceptInRange('0', '9') && int.Parse(port[1..], System.Globalization.CultureInfo.InvariantCulture) <= 65535))
                return true;
        }

        return false;
    }
}
