namespace SupportBot.Graph;

/// <summary>How the bot proves who it is to Microsoft: to the Teams connector and to Graph alike.</summary>
public sealed record CredentialOptions
{
    public const string ManagedIdentity = "managed-identity";
    public const string WorkloadIdentity = "workload-identity";
    public const string Certificate = "certificate";
    public const string ClientSecret = "client-secret";

    /// <summary>One of the four; a secret is the last choice, because it can be copied.</summary>
    public string Kind { get; init; } = ManagedIdentity;

    public string TenantId { get; init; } = "";

    /// <summary>The app id; for a managed identity the client id of the user-assigned one.</summary>
    public string ClientId { get; init; } = "";

    /// <summary>PEM or PFX file with its private key, readable by the program's account alone.</summary>
    public string? CertificatePath { get; init; }

    public string? Secret { get; init; }

    /// <summary>
    /// Another registration, whose tokens are wanted: it trusts the managed identity by a federated credential, so that it needs no secret. Null: the bot's own.
    /// </summary>
    public string? FederatedAppId { get; init; }

    /// <summary>What is wrong, in one sentence; null where nothing is.</summary>
    public string? Fault() => Kind switch
    {
        _ when !Guid.TryParse(ClientId, out _) => "MicrosoftAppId is no id: copy the Application (client) ID of the registration.",
        not ManagedIdentity when FederatedAppId is not null && FederatedAppId != ClientId =>
            "Graph:AppId names another registration than the bot's: that works with a managed identity alone. Leave it out, or set Credential:Kind to managed-identity.",
        _ when FederatedAppId is not null && !Guid.TryParse(FederatedAppId, out _) => "Graph:AppId is no id: copy the Application (client) ID of the registration that the Teams app names.",
        ManagedIdentity when FederatedAppId is not null && !Guid.TryParse(TenantId, out _) => "MicrosoftAppTenantId is no id: copy the Directory (tenant) ID of the registration.",
        not ManagedIdentity when !Guid.TryParse(TenantId, out _) => "MicrosoftAppTenantId is no id: copy the Directory (tenant) ID of the registration.",
        ManagedIdentity or WorkloadIdentity => null,
        Certificate => File.Exists(CertificatePath) ? null : "Credential:CertificatePath names no file that can be read.",
        ClientSecret => string.IsNullOrEmpty(Secret) ? "Credential:Kind is client-secret, and MicrosoftAppPassword is empty." : null,
        _ => $"Credential:Kind is none of {ManagedIdentity}, {WorkloadIdentity}, {Certificate}, {ClientSecret}.",
    };

    // A secret in a log line would be a secret no more.
    public override string ToString() => $"{Kind} {ClientId}";
}
