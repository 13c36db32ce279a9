using System.Text.Json.Serialization.Metadata;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Connector.Teams;
using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;
using Microsoft.Rest;
using SupportBot.Wire;

namespace SupportBot.Connector;

/// <summary>The teams of a channel over HTTP.</summary>
internal sealed class HttpTeams(IConnectorClient client, ConnectorHttp http) : ITeamsOperations
{
    public Task<HttpOperationResponse<ConversationList>> FetchChannelListWithHttpMessagesAsync(
        string teamId, Dictionary<string, List<string>> customHeaders, CancellationToken cancellationToken) =>
        GetAsync<ConversationList>(ConnectorPath.TeamChannels(client.BaseUri, teamId), customHeaders, cancellationToken);

    public Task<HttpOperationResponse<TeamDetails>> FetchTeamDetailsWithHttpMessagesAsync(
        string teamId, Dictionary<string, List<string>> customHeaders, CancellationToken cancellationToken) =>
        GetAsync<TeamDetails>(ConnectorPath.Team(client.BaseUri, teamId), customHeaders, cancellationToken);

    private Task<HttpOperationResponse<T>> GetAsync<T>(Uri address, Dictionary<string, List<string>> customHeaders, CancellationToken cancellationToken) =>
        http.SendAsync<Activity, T>(HttpMethod.Get, address, null, null, (JsonTypeInfo<T>)ActivityJson.Options.GetTypeInfo(typeof(T)), customHeaders, cancellationToken);
}
