using System.Buffers;

namespace SupportBot.Connector;

/// <summary>Names of hosts, compared letter by letter.</summary>
internal static class HostName
{
    private static readonly SearchValues<char> Letters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-.");

    /// <summary>A DNS name in lower case: two labels or more, the last one no number, no dot at an end, nothing that stands for another alphabet.</summary>
    public static bool IsPlain(string host)
    {
        if (string.IsNullOrEmpty(host) || host.Length > 253 || host.AsSpan().ContainsAnyExcept(Letters))
            return false;
        var labels = host.Split('.');
        return labels.Length > 1 && labels.All(l => l.Length is > 0 and < 64 && l[0] != '-' && l[^1] != '-' && !l.StartsWith("xn--", StringComparison.Ordinal)) && !char.IsAsciiDigit(labels[^1][0]);
    }

    public static bool IsLoopback(string host) => host is "127.0.0.1" or "localhost" or "[::1]" or "::1";
}
