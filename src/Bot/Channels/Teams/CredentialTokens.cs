using SupportBot.Connector;
using SupportBot.Graph;

namespace SupportBot.Bot.Channels.Teams;

/// <summary>The bot's tokens for its channels, by the credential of the registration.</summary>
internal sealed class CredentialTokens(AppTokens tokens) : IAppTokens
{
    public async ValueTask<string> TokenAsync(string scope, bool fresh, CancellationToken cancellationToken)
    {
        try
        {
            return await tokens.TokenAsync(scope, fresh, cancellationToken);
        }
        catch (Azure.Identity.AuthenticationFailedException e)
        {
            throw new AppTokenException("No token is to be had for the bot.", e);
        }
    }

    /// <summary>Section <c>Credential</c>, beside the registration's own keys at the root.</summary>
    public static CredentialOptions Read(IConfiguration configuration) => new()
    {
        ClientId = configuration["MicrosoftAppId"]?.Trim() ?? "",
        TenantId = configuration["MicrosoftAppTenantId"]?.Trim() ?? "",
        Secret = configuration["MicrosoftAppPassword"],
        CertificatePath = configuration["Credential:CertificatePath"],
        Kind = configuration["Credential:Kind"] is { Length: > 0 } kind ? kind
            : string.IsNullOrEmpty(configuration["MicrosoftAppPassword"]) ? CredentialOptions.ManagedIdentity : CredentialOptions.ClientSecret,
    };
}
