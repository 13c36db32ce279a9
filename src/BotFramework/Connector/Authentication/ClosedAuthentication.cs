using System.Security.Claims;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Bot.Schema;

namespace SupportBot.Connector;

/// <summary>Refuses everybody and sends nothing. Stands where an app id is configured, until tokens can be checked and fetched.</summary>
internal sealed class ClosedAuthentication : BotFrameworkAuthentication
{
    private const string Reason = "An app id is configured, and tokens cannot be checked yet.";

    public override Task<AuthenticateRequestResult> AuthenticateRequestAsync(Activity activity, string authHeader, CancellationToken cancellationToken) =>
        Task.FromException<AuthenticateRequestResult>(new UnauthorizedAccessException(Reason));

    public override Task<ClaimsIdentity> AuthenticateChannelRequestAsync(string authHeader, CancellationToken cancellationToken) =>
        Task.FromException<ClaimsIdentity>(new UnauthorizedAccessException(Reason));

    public override ConnectorFactory CreateConnectorFactory(ClaimsIdentity claimsIdentity) => throw new InvalidOperationException(Reason);

    public override Task<UserTokenClient> CreateUserTokenClientAsync(ClaimsIdentity claimsIdentity, CancellationToken cancellationToken) => throw new InvalidOperationException(Reason);

    public override string GetOriginatingAudience() => AuthenticationConstants.ToChannelFromBotOAuthScope;
}
