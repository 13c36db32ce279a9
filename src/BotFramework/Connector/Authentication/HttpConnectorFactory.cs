using Microsoft.Bot.Connector;
using Microsoft.Bot.Connector.Authentication;

namespace SupportBot.Connector;

/// <summary>Connectors over HTTP that send no token.</summary>
internal sealed class HttpConnectorFactory(ConnectorHttp http) : ConnectorFactory
{
    /// <exception cref="ArgumentException">Not an http or https address.</exception>
    public override Task<IConnectorClient> CreateAsync(string serviceUrl, string audience, CancellationToken cancellationToken) =>
        ServiceAddress.TryParse(serviceUrl, out var address)
            ? Task.FromResult<IConnectorClient>(new HttpConnectorClient(address, http))
            : throw new ArgumentException("The service address is not an http or https address.", nameof(serviceUrl));
}
