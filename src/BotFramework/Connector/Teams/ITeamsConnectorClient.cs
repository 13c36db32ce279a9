namespace Microsoft.Bot.Connector.Teams;

/// <summary>What Teams answers beyond other channels.</summary>
public interface ITeamsConnectorClient : IDisposable
{
    Uri BaseUri { get; set; }

    ITeamsOperations Teams { get; }
}
