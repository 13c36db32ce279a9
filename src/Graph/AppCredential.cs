using Azure.Core;
using Azure.Identity;

namespace SupportBot.Graph;

/// <summary>The credential that the options name. Exactly that one: a chain that tries what it finds would hide a wrong set-up.</summary>
public static class AppCredential
{
    /// <exception cref="ArgumentException">The options have a fault; the message says which.</exception>
    public static TokenCredential Of(CredentialOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (options.Fault() is { } fault) throw new ArgumentException(fault, nameof(options));
        return options.Kind switch
        {
            CredentialOptions.Certificate => new ClientCertificateCredential(options.TenantId, options.ClientId, options.CertificatePath),
            CredentialOptions.ClientSecret => new ClientSecretCredential(options.TenantId, options.ClientId, options.Secret),
            CredentialOptions.WorkloadIdentity => new WorkloadIdentityCredential(new WorkloadIdentityCredentialOptions { TenantId = options.TenantId, ClientId = options.ClientId }),
            _ when options.FederatedAppId is { } app && app != options.ClientId => Federated(options, app),
            _ => Managed(options),
        };
    }

    // The other registration's token is had with the identity's own as the proof. The name of the exchange differs in national clouds.
    private static ClientAssertionCredential Federated(CredentialOptions options, string app)
    {
        var (identity, authority) = (Managed(options), Environment.GetEnvironmentVariable("AZURE_AUTHORITY_HOST") ?? "");
        var exchange = authority.Contains("microsoftonline.us", StringComparison.Ordinal) ? "api://AzureADTokenExchangeUSGov"
            : authority.Contains("chinacloudapi", StringComparison.Ordinal) ? "api://AzureADTokenExchangeChina" : "api://AzureADTokenExchange";
        return new ClientAssertionCredential(options.TenantId, app, async cancel => (await identity.GetTokenAsync(new TokenRequestContext([$"{exchange}/.default"]), cancel)).Token);
    }

    private static ManagedIdentityCredential Managed(CredentialOptions options) => new(ManagedIdentityId.FromUserAssignedClientId(options.ClientId));
}
