namespace SupportBot.Connector;

/// <summary>Addresses from which signing keys may be fetched.</summary>
internal static class KeyAddress
{
    public static bool IsFetchable(Uri address, bool allowLoopback) =>
        address.UserInfo.Length == 0 && address.Fragment.Length == 0
        && ((address.Scheme == Uri.UriSchemeHttps && address.Port == 443 && HostName.IsPlain(address.Host))
            || (allowLoopback && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps) && HostName.IsLoopback(address.Host)));

    /// <summary>The address at which the metadata says its keys are: on its own host or on one that is named.</summary>
    public static bool TryTake(string named, ChannelTrust trust, out Uri address) =>
        Uri.TryCreate(named, UriKind.Absolute, out address) && IsFetchable(address, trust.AllowLoopback)
        && ((address.Host == trust.Metadata.Host && address.Port == trust.Metadata.Port) || trust.KeyHosts.Contains(address.Host));
}
