using System.Net;
using System.Net.Sockets;

namespace SupportBot.Connector;

/// <summary>Whether an address is one of the open Internet. Everything that is set aside for another purpose is not.</summary>
internal static class PublicAddress
{
    // IANA's special-purpose blocks, and multicast.
    private static readonly IPNetwork[] SetAside =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.31.196.0/24", "192.52.193.0/24",
            "192.88.99.0/24", "192.168.0.0/16", "192.175.48.0/24", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/3",
        }.Select(n => IPNetwork.Parse(n)),
    ];

    private static readonly IPNetwork Global = IPNetwork.Parse("2000::/3");
    private static readonly IPNetwork[] NotGlobal = [.. new[] { "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20" }.Select(n => IPNetwork.Parse(n))];

    public static bool Is(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        return address.AddressFamily switch
        {
            AddressFamily.InterNetwork => !SetAside.Any(n => n.Contains(address)),
            // One block is given out; forms that carry an IPv4 address inside are not taken apart but refused.
            AddressFamily.InterNetworkV6 => Global.Contains(address) && !NotGlobal.Any(n => n.Contains(address)),
            _ => false,
        };
    }
}
