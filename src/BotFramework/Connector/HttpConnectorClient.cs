using System.Text.Json.Serialization.Metadata;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Schema;
using Microsoft.Rest;
using SupportBot.Wire;

namespace SupportBot.Connector;

/// <summary>A connector over HTTP. Cheap to make; one for each turn.</summary>
internal sealed class HttpConnectorClient(Uri baseUri, ConnectorHttp http) : IConnectorClient, IConversations
{
    private static readonly JsonTypeInfo<Activity> ActivityInfo = Info<Activity>();
    private static readonly JsonTypeInfo<ResourceResponse> ResourceInfo = Info<ResourceResponse>();

    public Uri BaseUri { get; set; } = baseUri;

    public IConversations Conversations => this;

    // The HTTP client is everybody's.
    public void Dispose()
    {
    }

    public Task<HttpOperationResponse<ConversationResourceResponse>> CreateConversationWithHttpMessagesAsync(
        ConversationParameters parameters, Dictionary<string, List<string>> customHeaders, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        return http.SendAsync(
            HttpMethod.Post, ConnectorPath.Conversations(BaseUri), parameters, Info<ConversationParameters>(), Info<ConversationResourceResponse>(), customHeaders, cancellationToken);
    }

    public Task<HttpOperationResponse<ResourceResponse>> SendToConversationWithHttpMessagesAsync(
        string conversationId, Activity activity, Dictionary<string, List<string>> customHeaders, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(activity);
        return http.SendAsync(HttpMethod.Post, ConnectorPath.Activities(BaseUri, conversationId), activity, ActivityInfo, ResourceInfo, customHeaders, cancellationToken);
    }

    public Task<HttpOperationResponse<ResourceResponse>> ReplyToActivityWithHttpMessagesAsync(
        string conversationId, string activityId, Activity activity, Dictionary<string, List<string>> customHeaders, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(activity);
        return http.SendAsync(HttpMethod.Post, ConnectorPath.Activity(BaseUri, conversationId, activityId), activity, ActivityInfo, ResourceInfo, customHeaders, cancellationToken);
    }

    public Task<HttpOperationResponse<ResourceResponse>> UpdateActivityWithHttpMessagesAsync(
        string conversationId, string activityId, Activity activity, Dictionary<string, List<string>> customHeaders, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(activity);
        return http.SendAsync(HttpMethod.Put, ConnectorPath.Activity(BaseUri, conversationId, activityId), activity, ActivityInfo, ResourceInfo, customHeaders, cancellationToken);
    }

    public async Task<HttpOperationResponse> DeleteActivityWithHttpMessagesAsync(
        string conversationId, string activityId, Dictionary<string, List<string>> customHeaders, CancellationToken cancellationToken) =>
        await http.SendAsync<Activity, ResourceResponse>(
            HttpMethod.Delete, ConnectorPath.Activity(BaseUri, conversationId, activityId), null, null, ResourceInfo, customHeaders, cancellationToken).ConfigureAwait(false);

    private static JsonTypeInfo<T> Info<T>() => (JsonTypeInfo<T>)ActivityJson.Options.GetTypeInfo(typeof(T));
}
