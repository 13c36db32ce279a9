using System.Security.Claims;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Bot.Schema;

namespace SupportBot.Connector;

/// <summary>Refuses everybody and sends nothing. Stands where an app id is configured without all that it needs.</summary>
/// <param name="reason">What is missing, in one sentence.</param>
internal sealed class ClosedAuthentication(string reason) : BotFrameworkAuthentication, IUnretriedConnectors, IHeaderGate
{
    public override Task<AuthenticateRequestResult> AuthenticateRequestAsync(Activity activity, string authHeader, CancellationToken cancellationToken) =>
        Task.FromException<AuthenticateRequestResult>(new UnauthorizedAccessException(reason));

    public override Task<ClaimsIdentity> AuthenticateChannelRequestAsync(string authHeader, CancellationToken cancellationToken) =>
        Task.FromException<ClaimsIdentity>(new UnauthorizedAccessException(reason));

    public override ConnectorFactory CreateConnectorFactory(ClaimsIdentity claimsIdentity) => throw new AppTokenException(reason);

    public IConnectorClient CreateUnretriedConnector(string serviceUrl) => throw new AppTokenException(reason);

    public override Task<UserTokenClient> CreateUserTokenClientAsync(ClaimsIdentity claimsIdentity, CancellationToken cancellationToken) => throw new AppTokenException(reason);

    public override string GetOriginatingAudience() => AuthenticationConstants.ToChannelFromBotOAuthScope;

    public bool MayPass(string authHeader) => false;
}
