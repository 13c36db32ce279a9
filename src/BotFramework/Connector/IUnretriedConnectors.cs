using Microsoft.Bot.Connector;

namespace SupportBot.Connector;

/// <summary>Connectors for a caller who counts attempts itself: nothing is tried again, except once with a fresh token after a 401.</summary>
public interface IUnretriedConnectors
{
    /// <summary><see cref="ConnectorFailure"/> tells what became of a call.</summary>
    /// <exception cref="RefusedAddressException">Not an address that the bot sends to.</exception>
    IConnectorClient CreateUnretriedConnector(string serviceUrl);
}
