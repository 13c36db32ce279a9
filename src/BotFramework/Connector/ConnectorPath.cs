using System.Globalization;

namespace SupportBot.Connector;

/// <summary>Addresses under a channel's connector. Ids are escaped, so that they stay one segment each.</summary>
internal static class ConnectorPath
{
    // The base comes out of a parsed Uri and the segments are escaped here; parsing the whole once more would only cost time.
    private static readonly UriCreationOptions AsWritten = new() { DangerousDisablePathAndQueryCanonicalization = true };

    public static Uri Conversations(Uri baseUri) => At($"{Base(baseUri)}v3/conversations");

    public static Uri Activities(Uri baseUri, string conversationId) =>
        At(string.Concat(Base(baseUri), "v3/conversations/", Segment(conversationId, nameof(conversationId)), "/activities"));

    public static Uri Activity(Uri baseUri, string conversationId, string activityId) =>
        At($"{Base(baseUri)}v3/conversations/{Segment(conversationId, nameof(conversationId))}/activities/{Segment(activityId, nameof(activityId))}");

    public static Uri Members(Uri baseUri, string conversationId) =>
        At($"{Base(baseUri)}v3/conversations/{Segment(conversationId, nameof(conversationId))}/members");

    public static Uri Member(Uri baseUri, string conversationId, string userId) =>
        At($"{Base(baseUri)}v3/conversations/{Segment(conversationId, nameof(conversationId))}/members/{Segment(userId, nameof(userId))}");

    public static Uri PagedMembers(Uri baseUri, string conversationId, int? pageSize, string continuationToken)
    {
        var size = pageSize is { } count ? string.Create(CultureInfo.InvariantCulture, $"pageSize={count}") : null;
        var from = continuationToken is null ? null : "continuationToken=" + Uri.EscapeDataString(continuationToken);
        var query = string.Join('&', new[] { size, from }.OfType<string>());
        return At($"{Base(baseUri)}v3/conversations/{Segment(conversationId, nameof(conversationId))}/pagedmembers{(query.Length == 0 ? "" : "?")}{query}");
    }

    public static Uri Team(Uri baseUri, string teamId) => At($"{Base(baseUri)}v3/teams/{Segment(teamId, nameof(teamId))}");

    public static Uri TeamChannels(Uri baseUri, string teamId) => At($"{Base(baseUri)}v3/teams/{Segment(teamId, nameof(teamId))}/conversations");

    private static Uri At(string address) => new(address, AsWritten);

    private static string Base(Uri baseUri)
    {
        var address = baseUri.AbsoluteUri;
        return address.EndsWith('/') ? address : address + "/";
    }

    private static string Segment(string id, string parameter)
    {
        ArgumentException.ThrowIfNullOrEmpty(id, parameter);
        if (id is "." or "..")
            throw new ArgumentException("An id that is a relative path.", parameter);
        return Uri.EscapeDataString(id);
    }
}
