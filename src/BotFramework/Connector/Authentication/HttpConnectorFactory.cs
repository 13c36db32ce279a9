using Microsoft.Bot.Connector;
using Microsoft.Bot.Connector.Authentication;

namespace SupportBot.Connector;

/// <summary>Connectors over HTTP that send no token, and nothing to another computer.</summary>
internal sealed class HttpConnectorFactory(ConnectorHttp http) : ConnectorFactory
{
    public static bool IsHere(string serviceUrl) => ServiceUrlRule.Allows(serviceUrl, [], allowLoopback: true);

    /// <summary>Whoever calls a connector for another computer hears <see cref="RefusedAddressException"/>; one that is not called harms nobody.</summary>
    /// <exception cref="RefusedAddressException">Not an http or https address.</exception>
    public override Task<IConnectorClient> CreateAsync(string serviceUrl, string audience, CancellationToken cancellationToken) =>
        ServiceAddress.TryParse(serviceUrl, out var address)
            ? Task.FromResult<IConnectorClient>(new HttpConnectorClient(address, http))
            : throw new RefusedAddressException();
}
