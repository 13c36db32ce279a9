using System.Net;
using System.Net.Sockets;

namespace SupportBot.Connector;

/// <summary>HTTP that follows no redirect, keeps no cookie, and connects to the open Internet only: where a name leads is looked at after it is resolved.</summary>
internal static class GuardedSockets
{
    /// <param name="allowLoopback">A name or number that says loopback may lead there.</param>
    public static SocketsHttpHandler MakeHandler(bool allowLoopback) => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        ConnectTimeout = TimeSpan.FromSeconds(10),
        PooledConnectionLifetime = TimeSpan.FromMinutes(15),
        PooledConnectionIdleTimeout = TimeSpan.FromMinutes(2),
        ActivityHeadersPropagator = null,
        ConnectCallback = (context, cancellationToken) => ConnectAsync(context, allowLoopback, cancellationToken),
    };

    private static async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, bool allowLoopback, CancellationToken cancellationToken)
    {
        var end = context.DnsEndPoint;
        // Another host than the request's is the proxy that whoever runs this computer has set; it may stand in the same building.
        var isProxy = !string.Equals(Bare(context.InitialRequestMessage.RequestUri.IdnHost), Bare(end.Host), StringComparison.OrdinalIgnoreCase);
        var mayLoop = isProxy || (allowLoopback && HostName.IsLoopback(end.Host.ToLowerInvariant()));
        IPAddress[] resolved = IPAddress.TryParse(Bare(end.Host), out var literal) ? [literal] : await Dns.GetHostAddressesAsync(end.Host, cancellationToken).ConfigureAwait(false);
        var reachable = resolved.Where(a => isProxy || PublicAddress.Is(a) || (mayLoop && IPAddress.IsLoopback(a))).ToArray();
        if (reachable.Length == 0)
            throw new RefusedAddressException();

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(reachable, end.Port, cancellationToken).ConfigureAwait(false);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private static string Bare(string host) => host.Trim('[', ']');
}
