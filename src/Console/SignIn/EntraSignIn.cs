using Microsoft.Extensions.Configuration;

namespace SupportBot.Console;

/// <summary>The district's own registration in Microsoft Entra, by which staff sign in: section <c>Console:Entra</c>.</summary>
public sealed record EntraSignIn
{
    public const string Section = "Console:Entra";

    /// <summary>The one tenant whose accounts sign in; a GUID, never <c>common</c>.</summary>
    public required Guid TenantId { get; init; }

    /// <summary>Application (client) id of the registration.</summary>
    public required Guid ClientId { get; init; }

    /// <summary>Where Microsoft Entra is, with a slash at the end.</summary>
    public Uri Instance { get; init; } = new("https://login.microsoftonline.com/");

    /// <summary>Application ID URI, such as <c>api://support.example.org/botid-…</c>; taken as an audience beside the client id.</summary>
    public string? Audience { get; init; }

    /// <summary>A PFX or PEM file (with its key) whose certificate the registration knows.</summary>
    public string? CertificatePath { get; init; }

    /// <summary>Client id of a managed identity that the registration trusts as a federated credential.</summary>
    public string? ManagedIdentityClientId { get; init; }

    internal string Authority => $"{Instance}{TenantId:D}/v2.0";

    /// <summary>Null where the section is not there.</summary>
    /// <exception cref="InvalidOperationException">It is there and cannot be used; the message says what to put right.</exception>
    public static EntraSignIn? Read(IConfiguration configuration, bool isDevelopment)
    {
        var section = configuration.GetSection(Section);
        if (!section.Exists()) return null;
        Guid Id(string key) => Guid.TryParse(section[key], out var id) && id != Guid.Empty ? id : throw new InvalidOperationException($"{Section}:{key} must be a GUID.");
        var entra = new EntraSignIn
        {
            TenantId = Id(nameof(TenantId)),
            ClientId = Id(nameof(ClientId)),
            Audience = Text(section, nameof(Audience)),
            CertificatePath = Text(section, nameof(CertificatePath)),
            ManagedIdentityClientId = Text(section, nameof(ManagedIdentityClientId)),
        };
        if (Text(section, nameof(Instance)) is not { } named) return entra;
        if (!Uri.TryCreate(named.TrimEnd('/') + "/", UriKind.Absolute, out var instance) || (instance.Scheme != "https" && !(isDevelopment && instance is { Scheme: "http", IsLoopback: true })))
            throw new InvalidOperationException($"{Section}:{nameof(Instance)} must be an https address.");
        return entra with { Instance = instance };
    }

    private static string? Text(IConfigurationSection section, string key) => section[key] is { Length: > 0 } text ? text : null;
}
