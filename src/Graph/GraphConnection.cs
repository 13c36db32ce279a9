using Microsoft.Extensions.Logging;
using Microsoft.Graph;
using Microsoft.Kiota.Abstractions.Authentication;
using Microsoft.Kiota.Http.HttpClientLibrary.Middleware;

namespace SupportBot.Graph;

/// <summary>
/// The way to Graph: one client for the whole program, and a circuit for each thing it is used for. No call retries by itself: whoever calls
/// knows how long the matter can wait.
/// </summary>
public sealed class GraphConnection : IDisposable
{
    private readonly HttpClient _http;
    private readonly GraphServiceClient _client;
    private readonly Dictionary<GraphChannel, GraphCircuit> _circuits;

    /// <exception cref="ArgumentException">The options have a fault; the message says which.</exception>
    public GraphConnection(GraphOptions options, AppTokens tokens, TimeProvider time, ILoggerFactory logging, bool onLoopback = false)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (options.Fault(onLoopback) is { } fault) throw new ArgumentException(fault, nameof(options));
        Options = options;
        var sockets = new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, ConnectTimeout = TimeSpan.FromSeconds(3), PooledConnectionLifetime = TimeSpan.FromMinutes(5) };
        // Of the client's own handlers only the one that writes $select as $select: the others repeat, redirect and tell of the machine.
        _http = new HttpClient(new ParametersNameDecodingHandler { InnerHandler = new GraphGate(options, tokens) { InnerHandler = sockets } }) { Timeout = Timeout.InfiniteTimeSpan };
        _client = new GraphServiceClient(_http, new AnonymousAuthenticationProvider(), options.Endpoint.AbsoluteUri.TrimEnd('/'));
        _circuits = Enum.GetValues<GraphChannel>().ToDictionary(c => c, c => new GraphCircuit(c, _client, options.Timeout, time, logging.CreateLogger<GraphCircuit>()));
    }

    public GraphOptions Options { get; }

    public GraphCircuit this[GraphChannel channel] => _circuits[channel];

    public void Dispose()
    {
        _client.Dispose();
        _http.Dispose();
    }
}
