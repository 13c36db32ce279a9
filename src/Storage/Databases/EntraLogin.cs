using Npgsql;

namespace SupportBot.Storage;

/// <summary>
/// Signing in to PostgreSQL with a Microsoft Entra token in the place of a password: there is none to lose. The token goes to a server of
/// Microsoft's only, and only where its certificate was checked, because whoever is given it can sign in with it.
/// </summary>
internal static class EntraLogin
{
    // What a token is for, by the server's domain: https://learn.microsoft.com/azure/postgresql/security/security-entra-configure
    private static readonly (string Domain, string Scope)[] Clouds =
    [
        (".postgres.database.azure.com", "https://ossrdbms-aad.database.windows.net/.default"),
        (".postgres.database.usgovcloudapi.net", "https://ossrdbms-aad.database.usgovcloudapi.net/.default"),
        (".postgres.database.chinacloudapi.cn", "https://ossrdbms-aad.database.chinacloudapi.cn/.default"),
    ];

    /// <summary>What is wrong with a connection string that a token is to be used with, in one sentence; null where nothing is.</summary>
    /// <param name="onLoopback">True where a server on this machine may be given a token, which is in Development.</param>
    public static string? Fault(string connectionString, bool onLoopback)
    {
        NpgsqlConnectionStringBuilder parts;
        try
        {
            parts = new NpgsqlConnectionStringBuilder(connectionString);
        }
        catch (ArgumentException)
        {
            return "Storage:ConnectionString cannot be read: give one such as Host=db;Database=supportbot;Username=supportbot;SSL Mode=VerifyFull.";
        }

        var here = onLoopback && parts.Host is "localhost" or "127.0.0.1" or "::1";
        return !string.IsNullOrEmpty(parts.Password) || !string.IsNullOrEmpty(parts.Passfile) ? "Storage:Login is entra, and Storage:ConnectionString has a password: leave it out."
            : string.IsNullOrEmpty(parts.Username) ? "Storage:Login is entra, and Storage:ConnectionString has no Username: give the name that the identity has in PostgreSQL."
            : here ? null
            : Find(parts.Host) is null ? $"Storage:Login is entra, and the Host of Storage:ConnectionString is no server of Microsoft's: it ends in one of {string.Join(", ", Clouds.Select(c => c.Domain))}."
            : parts.SslMode != SslMode.VerifyFull ? "Storage:Login is entra: the token goes to a server whose certificate was checked only. Write SSL Mode=VerifyFull in Storage:ConnectionString."
            : null;
    }

    /// <param name="host">Of a connection string without a <see cref="Fault"/>.</param>
    public static string ScopeOf(string? host) => Find(host) ?? Clouds[0].Scope;

    private static string? Find(string? host) => Clouds.FirstOrDefault(c => host?.EndsWith(c.Domain, StringComparison.OrdinalIgnoreCase) == true && !host.Contains(',', StringComparison.Ordinal)).Scope;
}
