using System.Security.Claims;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace SupportBot.Connector;

/// <summary>Authentication of a bot that is registered with Azure Bot Service. Make one for the process: it keeps the keys and the connections.</summary>
public sealed class ConnectorAuthentication : BotFrameworkAuthentication, IUnretriedConnectors, IHeaderGate, IDisposable
{
    private static readonly TimeSpan LongestFetch = TimeSpan.FromSeconds(10);

    private readonly ChannelTrust _trust;
    private readonly ILogger _logger;
    private readonly TokenValidator _validator;
    private readonly HttpClient _keyClient;
    private readonly HttpClient _client;
    private readonly TrustedConnectors _connectors;
    private readonly TrustedConnectors _unretried;

    private Func<string, CancellationToken, Task> Refused { get; init; }

    /// <exception cref="ArgumentException">The trust has a fault; the message says which.</exception>
    public ConnectorAuthentication(ChannelTrust trust, IAppTokens tokens, ILogger logger = null, TimeProvider time = null)
        : this(trust, trust, tokens, logger, time)
    {
    }

    /// <param name="keyTrust">By what the keys are fetched.</param>
    internal ConnectorAuthentication(ChannelTrust trust, ChannelTrust keyTrust, IAppTokens tokens, ILogger logger, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(trust);
        ArgumentNullException.ThrowIfNull(tokens);
        if (trust.Fault() is { } fault)
            throw new ArgumentException(fault, nameof(trust));
        _trust = trust;
        _logger = logger ?? NullLogger.Instance;
        time ??= TimeProvider.System;
        _keyClient = new HttpClient(GuardedSockets.MakeHandler(keyTrust.AllowLoopback)) { Timeout = LongestFetch, MaxResponseContentBufferSize = 1024 * 1024 };
        _validator = new TokenValidator(trust, new SigningKeys(keyTrust, _keyClient, time, _logger), time);
        _client = ConnectorHttp.MakeClient(trust.AllowLoopback);
        var http = new ConnectorHttp(() => _client, time, new OutboundRight(trust, tokens));
        _connectors = new TrustedConnectors(trust, http);
        _unretried = new TrustedConnectors(trust, http.OnceOnly());
    }

    /// <summary>
    /// Authentication as the configuration says: with an app id this one, and without one a bot that anybody may call, where that is
    /// allowed. An app id without all that it needs gives a bot that refuses everybody: never one that believes without checking.
    /// </summary>
    /// <param name="development">The host is one for development: loopback is believed, and an app id is not needed.</param>
    /// <exception cref="InvalidOperationException">No app id, and not for development.</exception>
    /// <param name="refused">Told of each caller who was refused by what its call says, with the name of the rule; the caller waits for it. Null for nobody.</param>
    public static BotFrameworkAuthentication Create(IConfiguration configuration, IAppTokens tokens, bool development, ILogger logger = null, TimeProvider time = null, Func<string, CancellationToken, Task> refused = null)
    {
        var trust = ConfiguredTrust.Read(configuration, allowLoopback: development);
        if (trust is null)
            return development ? new DevelopmentAuthentication(ConnectorHttp.Shared) : throw new InvalidOperationException("No MicrosoftAppId is configured, and this is no development host.");
        var fault = tokens is null ? "There is nothing that fetches tokens." : trust.Fault();
        return fault is null ? new ConnectorAuthentication(trust, tokens, logger, time) { Refused = refused } : new ClosedAuthentication(fault);
    }

    public override async Task<AuthenticateRequestResult> AuthenticateRequestAsync(Activity activity, string authHeader, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(activity);
        var fault = await _validator.CheckAsync(activity, authHeader, cancellationToken).ConfigureAwait(false);
        if (fault is not TokenFault.None)
        {
            Log.CallerRefused(_logger, fault);
            if (Refused is not null)
                await Refused(fault.ToString(), cancellationToken).ConfigureAwait(false);
            throw new UnauthorizedAccessException("The caller is not one that the bot believes.");
        }

        return new AuthenticateRequestResult
        {
            Audience = _trust.Audience,
            CallerId = _trust.Audience == AuthenticationConstants.ToChannelFromBotOAuthScope ? CallerIdConstants.PublicAzureChannel : CallerIdConstants.USGovChannel,
            ConnectorFactory = _connectors,
            ClaimsIdentity = new ClaimsIdentity(
                [new Claim("iss", _trust.Issuer), new Claim(AuthenticationConstants.AudienceClaim, _trust.AppId), new Claim(AuthenticationConstants.ServiceUrlClaim, activity.ServiceUrl)], "Bearer"),
        };
    }

    /// <summary>Refuses: a token says nothing without the activity that it came with.</summary>
    public override Task<ClaimsIdentity> AuthenticateChannelRequestAsync(string authHeader, CancellationToken cancellationToken) =>
        Task.FromException<ClaimsIdentity>(new UnauthorizedAccessException("A caller is believed together with an activity only."));

    public override ConnectorFactory CreateConnectorFactory(ClaimsIdentity claimsIdentity) => _connectors;

    public IConnectorClient CreateUnretriedConnector(string serviceUrl) => _unretried.Create(serviceUrl);

    public override Task<UserTokenClient> CreateUserTokenClientAsync(ClaimsIdentity claimsIdentity, CancellationToken cancellationToken) => NoTokens.Made;

    public override string GetOriginatingAudience() => _trust.Audience;

    bool IHeaderGate.MayPass(string authHeader)
    {
        var fault = BearerToken.Glance(authHeader);
        if (fault is TokenFault.None)
            return true;
        Log.CallerRefused(_logger, fault);
        return false;
    }

    public void Dispose()
    {
        _keyClient.Dispose();
        _client.Dispose();
    }
}
