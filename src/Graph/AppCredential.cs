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
            _ => new ManagedIdentityCredential(ManagedIdentityId.FromUserAssignedClientId(options.ClientId)),
        };
    }
}
