using System.Net;
using System.Net.Http.Headers;

namespace SupportBot.Graph;

/// <summary>
/// The last thing a request passes. Nothing leaves for another address than the configured Graph's, links in answers included, so that no token can;
/// and a token that Graph refuses is replaced once.
/// </summary>
internal sealed class GraphGate(GraphOptions options, AppTokens tokens) : DelegatingHandler
{
    private readonly string _folder = options.Endpoint.AbsolutePath.TrimEnd('/') + "/";

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.RequestUri is not { } to || !IsGraph(to)) throw new ForeignAddressException();
        var response = await SendAsync(request, fresh: false, cancellationToken);
        if (response.StatusCode != HttpStatusCode.Unauthorized) return response;
        // Refused before it was read: sending it again is no second time.
        response.Dispose();
        return await SendAsync(request, fresh: true, cancellationToken);
    }

    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, bool fresh, CancellationToken cancel)
    {
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await tokens.TokenAsync(options.Scope, fresh, cancel));
        var response = await base.SendAsync(request, cancel);
        // The client takes a redirect that is not followed for a success with nothing in it.
        if ((int)response.StatusCode is < 300 or >= 400) return response;
        response.Dispose();
        throw new HttpRequestException("Graph sends elsewhere.");
    }

    private bool IsGraph(Uri to) =>
        to.IsAbsoluteUri && to.UserInfo.Length == 0
        && Uri.Compare(to, options.Endpoint, UriComponents.SchemeAndServer, UriFormat.UriEscaped, StringComparison.OrdinalIgnoreCase) == 0
        && to.AbsolutePath.StartsWith(_folder, StringComparison.Ordinal);
}
