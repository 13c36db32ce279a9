using Microsoft.Bot.Connector;

namespace SupportBot.Connector;

/// <summary>A connector over HTTP. Cheap to make; one for each turn.</summary>
internal sealed class HttpConnectorClient : IConnectorClient
{
    public HttpConnectorClient(Uri baseUri, ConnectorHttp http)
    {
        BaseUri = baseUri;
        Conversations = new Conversations(this, http);
    }

    public Uri BaseUri { get; set; }

    public IConversations Conversations { get; }

    // The HTTP client is everybody's.
    public void Dispose()
    {
    }
}
