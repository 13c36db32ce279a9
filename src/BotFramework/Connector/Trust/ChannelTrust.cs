using Microsoft.Bot.Connector;
using Microsoft.Bot.Connector.Authentication;

namespace SupportBot.Connector;

/// <summary>Whom the bot believes, and where it sends. What is not named here is refused.</summary>
public sealed record ChannelTrust
{
    /// <summary>The bot's app id, for which every token has to be made out.</summary>
    public required string AppId { get; init; }

    public AppRegistration Registration { get; init; } = AppRegistration.SingleTenant;

    /// <summary>The tenant of a bot that serves one.</summary>
    public string TenantId { get; init; }

    /// <summary>AllowedTenants that a multi-tenant bot serves; none named means any.</summary>
    public IReadOnlyList<string> AllowedTenants { get; init; } = [];

    /// <summary>Address of the OpenID metadata of those who sign the tokens. Never taken from a token.</summary>
    public Uri Metadata { get; init; } = new("https://login.botframework.com/v1/.well-known/openidconfiguration");

    /// <summary>Hosts beside the metadata's own from which keys may be fetched.</summary>
    public IReadOnlyList<string> KeyHosts { get; init; } = [];

    public string Issuer { get; init; } = "https://api.botframework.com";

    /// <summary>For whom the bot's own tokens are made out.</summary>
    public string Audience { get; init; } = AuthenticationConstants.ToChannelFromBotOAuthScope;

    public IReadOnlyList<string> ChannelIds { get; init; } = [Channels.Msteams];

    /// <summary>Exact names of the hosts that replies may go to.</summary>
    public IReadOnlyList<string> ServiceHosts { get; init; } = [TeamsHosts.Public];

    /// <summary>This computer itself is believed too: plain HTTP and any port on a loopback address. For development and tests.</summary>
    public bool AllowLoopback { get; init; }

    /// <summary>What is wrong with this, in one sentence; null when it can be used.</summary>
    public string Fault()
    {
        if (!Guid.TryParseExact(AppId, "D", out _))
            return "The app id is not a GUID.";
        if (!Enum.IsDefined(Registration))
            return "The type of the app is not SingleTenant, UserAssignedMSI or MultiTenant.";
        if (Registration != AppRegistration.MultiTenant && !Guid.TryParseExact(TenantId, "D", out _))
            return "A bot that serves one tenant needs the tenant's id, a GUID.";
        if (Registration != AppRegistration.MultiTenant && AllowedTenants.Any(t => !string.Equals(t, TenantId, StringComparison.OrdinalIgnoreCase)))
            return "A bot that serves one tenant names others.";
        if (AllowedTenants.Any(t => !Guid.TryParseExact(t, "D", out _)))
            return "An allowed tenant is not a GUID.";
        if (Metadata is not { IsAbsoluteUri: true } || !KeyAddress.IsFetchable(Metadata, AllowLoopback))
            return "The address of the OpenID metadata is not https on port 443.";
        if (string.IsNullOrWhiteSpace(Issuer) || string.IsNullOrWhiteSpace(Audience))
            return "The issuer or the audience is not named.";
        if (ChannelIds.Count == 0 || ChannelIds.Any(string.IsNullOrWhiteSpace))
            return "No channel is named.";
        if (ServiceHosts.Count == 0 && !AllowLoopback)
            return "No service host is named.";
        return ServiceHosts.Concat(KeyHosts).All(HostName.IsPlain) ? null : "A host is not a plain, lower-case DNS name.";
    }

    /// <summary>Whether replies may go to this address.</summary>
    public bool Allows(string serviceUrl) => ServiceUrlRule.Allows(serviceUrl, ServiceHosts, AllowLoopback);

    internal bool Serves(string tenantId) => Registration == AppRegistration.MultiTenant
        ? AllowedTenants.Count == 0 || (tenantId is not null && AllowedTenants.Contains(tenantId, StringComparer.OrdinalIgnoreCase))
        : tenantId is not null && string.Equals(tenantId, TenantId, StringComparison.OrdinalIgnoreCase);
}
