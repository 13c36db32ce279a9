using Microsoft.Bot.Connector;
using Microsoft.Bot.Connector.Authentication;

namespace SupportBot.Connector;

/// <summary>Connectors that show the bot's token, to trusted addresses only.</summary>
internal sealed class TrustedConnectors(ChannelTrust trust, ConnectorHttp http) : ConnectorFactory
{
    /// <param name="audience">Null or the trusted one: a token for anybody else is never asked for.</param>
    /// <exception cref="RefusedAddressException">Not an address that the bot sends to.</exception>
    /// <exception cref="ArgumentException">Another audience.</exception>
    public override Task<IConnectorClient> CreateAsync(string serviceUrl, string audience, CancellationToken cancellationToken)
    {
        if (!string.IsNullOrEmpty(audience) && audience != trust.Audience)
            throw new ArgumentException("The bot has tokens for its channel only.", nameof(audience));
        return Task.FromResult(Create(serviceUrl));
    }

    public IConnectorClient Create(string serviceUrl) =>
        trust.Allows(serviceUrl) && ServiceAddress.TryParse(serviceUrl, out var address) ? new HttpConnectorClient(address, http) : throw new RefusedAddressException();
}
