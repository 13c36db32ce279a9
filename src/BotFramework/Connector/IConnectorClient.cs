namespace Microsoft.Bot.Connector;

/// <summary>A channel's connector at one address.</summary>
public interface IConnectorClient : IDisposable
{
    Uri BaseUri { get; set; }

    IConversations Conversations { get; }
}
