namespace Microsoft.Bot.Connector.Authentication;

/// <summary>Makes connectors on behalf of one identity.</summary>
public abstract class ConnectorFactory
{
    /// <param name="serviceUrl">Address of the channel's connector.</param>
    /// <param name="audience">For whom the connector's tokens are made out.</param>
    public abstract Task<IConnectorClient> CreateAsync(string serviceUrl, string audience, CancellationToken cancellationToken);
}
