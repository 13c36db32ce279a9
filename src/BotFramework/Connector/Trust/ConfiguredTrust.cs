using Microsoft.Extensions.Configuration;

namespace SupportBot.Connector;

/// <summary>Trust as a configuration says.</summary>
public static class ConfiguredTrust
{
    /// <summary>The section of what the Bot Framework's own keys do not name: AllowedTenants, ServiceHosts, KeyHosts, Metadata, Issuer, Audience.</summary>
    public const string Section = "Channel";

    private const string UsGovernment = "https://botframework.azure.us";

    /// <summary>
    /// Reads <c>MicrosoftAppId</c>, <c>MicrosoftAppType</c>, <c>MicrosoftAppTenantId</c>, <c>ChannelService</c> and the section
    /// <see cref="Section"/>. The host says whether loopback is allowed: a file must not be able to.
    /// </summary>
    /// <returns>Null when no app id is configured. What is configured wrongly is found by <see cref="ChannelTrust.Fault"/>.</returns>
    public static ChannelTrust Read(IConfiguration configuration, bool allowLoopback)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        if (configuration["MicrosoftAppId"]?.Trim() is not { Length: > 0 } appId)
            return null;

        var trust = new ChannelTrust { AppId = appId, Registration = Registration(configuration["MicrosoftAppType"]), TenantId = configuration["MicrosoftAppTenantId"]?.Trim(), AllowLoopback = allowLoopback };
        if (configuration["ChannelService"]?.TrimEnd('/') is UsGovernment)
            trust = trust with
            {
                Metadata = new Uri("https://login.botframework.azure.us/v1/.well-known/openidconfiguration"),
                Issuer = "https://api.botframework.us",
                Audience = "https://api.botframework.us",
                ServiceHosts = [TeamsHosts.GccHigh, TeamsHosts.DoD],
            };

        var section = configuration.GetSection(Section);
        return trust with
        {
            AllowedTenants = Listed(section, nameof(ChannelTrust.AllowedTenants)) ?? trust.AllowedTenants,
            ServiceHosts = Listed(section, nameof(ChannelTrust.ServiceHosts)) ?? trust.ServiceHosts,
            KeyHosts = Listed(section, nameof(ChannelTrust.KeyHosts)) ?? trust.KeyHosts,
            Metadata = section[nameof(ChannelTrust.Metadata)] is { Length: > 0 } metadata ? new Uri(metadata, UriKind.RelativeOrAbsolute) : trust.Metadata,
            Issuer = section[nameof(ChannelTrust.Issuer)] ?? trust.Issuer,
            Audience = section[nameof(ChannelTrust.Audience)] ?? trust.Audience,
        };
    }

    // An unknown word becomes a value that Fault() refuses.
    private static AppRegistration Registration(string type) => type?.Trim().ToUpperInvariant() switch
    {
        null or "" or "SINGLETENANT" => AppRegistration.SingleTenant,
        "USERASSIGNEDMSI" => AppRegistration.UserAssignedMSI,
        "MULTITENANT" => AppRegistration.MultiTenant,
        _ => (AppRegistration)(-1),
    };

    private static List<string> Listed(IConfigurationSection section, string name)
    {
        var values = section.GetSection(name).GetChildren().Select(c => c.Value).ToList();
        return values.Count == 0 ? null : values;
    }
}
