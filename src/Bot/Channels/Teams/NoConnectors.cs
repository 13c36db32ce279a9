using Microsoft.Bot.Connector;
using SupportBot.Connector;

namespace SupportBot.Bot.Channels.Teams;

/// <summary>Stands where the bot has no registration: it sends to nobody.</summary>
internal sealed class NoConnectors : IUnretriedConnectors
{
    public IConnectorClient CreateUnretriedConnector(string serviceUrl) => throw new RefusedAddressException();
}
