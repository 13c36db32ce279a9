using System.Security.Claims;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Bot.Schema;

namespace SupportBot.Connector;

/// <summary>
/// Authentication without an app id: whoever sends no token may call, and replies carry none. A token cannot be checked without an
/// app id that it should be made out for, so a request with one is refused. Replies go to this computer only.
/// </summary>
internal sealed class DevelopmentAuthentication : BotFrameworkAuthentication, IUnretriedConnectors, IHeaderGate
{
    private readonly HttpConnectorFactory _connectors;
    private readonly ConnectorHttp _unretried;
    private readonly Task<AuthenticateRequestResult> _anybody;

    public DevelopmentAuthentication(ConnectorHttp http)
    {
        _connectors = new HttpConnectorFactory(http);
        _unretried = http.OnceOnly();
        _anybody = Task.FromResult(new AuthenticateRequestResult
        {
            Audience = AuthenticationConstants.ToChannelFromBotOAuthScope,
            ClaimsIdentity = new ClaimsIdentity([], AuthenticationConstants.AnonymousAuthType),
            ConnectorFactory = _connectors,
        });
    }

    public override Task<AuthenticateRequestResult> AuthenticateRequestAsync(Activity activity, string authHeader, CancellationToken cancellationToken) =>
        !string.IsNullOrWhiteSpace(authHeader) ? Refused("A token came, but this bot has no app id to check it against.")
        : _anybody;

    public override async Task<ClaimsIdentity> AuthenticateChannelRequestAsync(string authHeader, CancellationToken cancellationToken) =>
        (await AuthenticateRequestAsync(null, authHeader, cancellationToken).ConfigureAwait(false)).ClaimsIdentity;

    public override ConnectorFactory CreateConnectorFactory(ClaimsIdentity claimsIdentity) => _connectors;

    public override Task<UserTokenClient> CreateUserTokenClientAsync(ClaimsIdentity claimsIdentity, CancellationToken cancellationToken) => NoTokens.Made;

    public IConnectorClient CreateUnretriedConnector(string serviceUrl) =>
        HttpConnectorFactory.IsHere(serviceUrl) && ServiceAddress.TryParse(serviceUrl, out var address) ? new HttpConnectorClient(address, _unretried) : throw new RefusedAddressException();

    public bool MayPass(string authHeader) => string.IsNullOrWhiteSpace(authHeader);

    public override string GetOriginatingAudience() => AuthenticationConstants.ToChannelFromBotOAuthScope;

    private static Task<AuthenticateRequestResult> Refused(string reason) => Task.FromException<AuthenticateRequestResult>(new UnauthorizedAccessException(reason));
}
