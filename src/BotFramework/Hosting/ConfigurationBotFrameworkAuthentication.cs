using System.Security.Claims;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using SupportBot.Connector;

namespace Microsoft.Bot.Builder.Integration.AspNet.Core;

/// <summary>
/// Authentication as the configuration says. Without <c>MicrosoftAppId</c> anybody may call: development. With one and with something
/// that fetches tokens, callers are checked; with one alone, every request is refused and nothing is sent.
/// </summary>
public class ConfigurationBotFrameworkAuthentication : BotFrameworkAuthentication, IHeaderGate
{
    private readonly BotFrameworkAuthentication _inner;

    public ConfigurationBotFrameworkAuthentication(IConfiguration configuration)
        : this(configuration, httpClientFactory: null)
    {
    }

    internal ConfigurationBotFrameworkAuthentication(IConfiguration configuration, IHttpClientFactory httpClientFactory, IAppTokens tokens = null, ILogger logger = null)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        if (!string.IsNullOrWhiteSpace(configuration["MicrosoftAppId"]))
            _inner = ConnectorAuthentication.Create(configuration, tokens, development: false, logger);
        else
            _inner = new DevelopmentAuthentication(httpClientFactory is null ? ConnectorHttp.Shared : new ConnectorHttp(httpClientFactory.CreateClient, TimeProvider.System));
    }

    public override string GetOriginatingAudience() => _inner.GetOriginatingAudience();

    public override Task<ClaimsIdentity> AuthenticateChannelRequestAsync(string authHeader, CancellationToken cancellationToken) =>
        _inner.AuthenticateChannelRequestAsync(authHeader, cancellationToken);

    public override Task<AuthenticateRequestResult> AuthenticateRequestAsync(Activity activity, string authHeader, CancellationToken cancellationToken) =>
        _inner.AuthenticateRequestAsync(activity, authHeader, cancellationToken);

    public override ConnectorFactory CreateConnectorFactory(ClaimsIdentity claimsIdentity) => _inner.CreateConnectorFactory(claimsIdentity);

    public override Task<UserTokenClient> CreateUserTokenClientAsync(ClaimsIdentity claimsIdentity, CancellationToken cancellationToken) =>
        _inner.CreateUserTokenClientAsync(claimsIdentity, cancellationToken);

    bool IHeaderGate.MayPass(string authHeader) => _inner is not IHeaderGate gate || gate.MayPass(authHeader);
}
