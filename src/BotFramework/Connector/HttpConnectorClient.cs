using Microsoft.Bot.Connector;
using Microsoft.Bot.Connector.Teams;

namespace SupportBot.Connector;

/// <summary>A connector over HTTP. Cheap to make; one for each turn.</summary>
internal sealed class HttpConnectorClient : IConnectorClient, ITeamsConnectorClient
{
    public HttpConnectorClient(Uri baseUri, ConnectorHttp http)
    {
        BaseUri = baseUri;
        Conversations = new Conversations(this, http);
        Teams = new HttpTeams(this, http);
    }

    public Uri BaseUri { get; set; }

    public IConversations Conversations { get; }

    public ITeamsOperations Teams { get; }

    // The HTTP client is everybody's.
    public void Dispose()
    {
    }
}
