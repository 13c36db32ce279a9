using System.Text.Json.Serialization.Metadata;
using Microsoft.Bot.Schema;
using Microsoft.Rest;
using SupportBot.Connector;
using SupportBot.Wire;

namespace Microsoft.Bot.Connector;

/// <summary>The conversations of a channel over HTTP, at the address that its connector has at the moment of the call.</summary>
public class Conversations : IConversations
{
    private static readonly JsonTypeInfo<Activity> ActivityInfo = Info<Activity>();
    private static readonly JsonTypeInfo<ResourceResponse> ResourceInfo = Info<ResourceResponse>();

    private readonly IConnectorClient _client;
    private readonly ConnectorHttp _http;

    internal Conversations(IConnectorClient client, ConnectorHttp http)
    {
        _client = client;
        _http = http;
    }

    public Task<HttpOperationResponse<ConversationResourceResponse>> CreateConversationWithHttpMessagesAsync(
        ConversationParameters parameters, Dictionary<string, List<string>> customHeaders, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        return _http.SendAsync(
            HttpMethod.Post, ConnectorPath.Conversations(_client.BaseUri), parameters, Info<ConversationParameters>(), Info<ConversationResourceResponse>(), customHeaders, cancellationToken);
    }

    public Task<HttpOperationResponse<ResourceResponse>> SendToConversationWithHttpMessagesAsync(
        string conversationId, Activity activity, Dictionary<string, List<string>> customHeaders, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(activity);
        return _http.SendAsync(HttpMethod.Post, ConnectorPath.Activities(_client.BaseUri, conversationId), activity, ActivityInfo, ResourceInfo, customHeaders, cancellationToken);
    }

    public Task<HttpOperationResponse<ResourceResponse>> ReplyToActivityWithHttpMessagesAsync(
        string conversationId, string activityId, Activity activity, Dictionary<string, List<string>> customHeaders, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(activity);
        return _http.SendAsync(HttpMethod.Post, ConnectorPath.Activity(_client.BaseUri, conversationId, activityId), activity, ActivityInfo, ResourceInfo, customHeaders, cancellationToken);
    }

    public Task<HttpOperationResponse<ResourceResponse>> UpdateActivityWithHttpMessagesAsync(
        string conversationId, string activityId, Activity activity, Dictionary<string, List<string>> customHeaders, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(activity);
        return _http.SendAsync(HttpMethod.Put, ConnectorPath.Activity(_client.BaseUri, conversationId, activityId), activity, ActivityInfo, ResourceInfo, customHeaders, cancellationToken);
    }

    public async Task<HttpOperationResponse> DeleteActivityWithHttpMessagesAsync(
        string conversationId, string activityId, Dictionary<string, List<string>> customHeaders, CancellationToken cancellationToken) =>
        await _http.SendAsync<Activity, ResourceResponse>(
            HttpMethod.Delete, ConnectorPath.Activity(_client.BaseUri, conversationId, activityId), null, null, ResourceInfo, customHeaders, cancellationToken).ConfigureAwait(false);

    /// <summary>One member of a conversation: by the channel's id of the person or, on Teams, by the object id of the account.</summary>
    public Task<HttpOperationResponse<ChannelAccount>> GetConversationMemberWithHttpMessagesAsync(
        string userId, string conversationId, Dictionary<string, List<string>> customHeaders = null, CancellationToken cancellationToken = default) =>
        GetAsync<ChannelAccount>(ConnectorPath.Member(_client.BaseUri, conversationId, userId), customHeaders, cancellationToken);

    public Task<HttpOperationResponse<IList<ChannelAccount>>> GetConversationMembersWithHttpMessagesAsync(
        string conversationId, Dictionary<string, List<string>> customHeaders, CancellationToken cancellationToken) =>
        GetAsync<IList<ChannelAccount>>(ConnectorPath.Members(_client.BaseUri, conversationId), customHeaders, cancellationToken);

    public Task<HttpOperationResponse<PagedMembersResult>> GetConversationPagedMembersWithHttpMessagesAsync(
        string conversationId, int? pageSize, string continuationToken, Dictionary<string, List<string>> customHeaders, CancellationToken cancellationToken) =>
        GetAsync<PagedMembersResult>(ConnectorPath.PagedMembers(_client.BaseUri, conversationId, pageSize, continuationToken), customHeaders, cancellationToken);

    private static JsonTypeInfo<T> Info<T>() => (JsonTypeInfo<T>)ActivityJson.Options.GetTypeInfo(typeof(T));

    private Task<HttpOperationResponse<T>> GetAsync<T>(Uri address, Dictionary<string, List<string>> customHeaders, CancellationToken cancellationToken) =>
        _http.SendAsync<Activity, T>(HttpMethod.Get, address, null, null, Info<T>(), customHeaders, cancellationToken);
}
