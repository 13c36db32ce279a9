namespace SupportBot.Storage;

/// <summary>The configuration section <c>Storage</c>.</summary>
public sealed class StorageOptions
{
    public const string Section = "Storage";

    /// <summary><c>sqlite</c> or <c>postgres</c>.</summary>
    public string Provider { get; set; } = "sqlite";

    /// <summary>
    /// For sqlite <c>Data Source=&lt;file&gt;</c>, a relative file counting from the content root; default <c>data/supportbot.db</c>.
    /// For postgres an Npgsql connection string.
    /// </summary>
    public string? ConnectionString { get; set; }

    /// <summary>
    /// How PostgreSQL is signed in to: <c>password</c>, as the connection string says, or <c>entra</c>, with a Microsoft Entra token of the
    /// program's identity in its place.
    /// </summary>
    public string Login { get; set; } = "password";

    /// <summary>
    /// Folder of the key files, a relative one counting from the content root; default <c>data-keys</c>. Never inside the database's
    /// folder: a copy of one must not carry the other.
    /// </summary>
    public string? Keys { get; set; }

    /// <summary>
    /// Address of the key in Azure Key Vault that wraps all keys in <see cref="Keys"/>, without a version, such as
    /// <c>https://VAULT.vault.azure.net/keys/NAME</c>. Null: a key file in that folder does.
    /// </summary>
    public string? VaultKey { get; set; }

    internal bool IsSqlite => string.Equals(Provider, "sqlite", StringComparison.OrdinalIgnoreCase);

    internal bool IsPostgres => string.Equals(Provider, "postgres", StringComparison.OrdinalIgnoreCase);

    internal bool SignsInWithEntra => string.Equals(Login, "entra", StringComparison.OrdinalIgnoreCase);

    /// <summary>What is wrong with the options, or null.</summary>
    /// <param name="onLoopback">True where a vault and a database on this machine may be given a token, which is in Development.</param>
    internal string? Fault(bool onLoopback) =>
        !IsSqlite && !IsPostgres ? $"Storage:Provider is '{Provider}'; use 'sqlite' or 'postgres'."
        : IsPostgres && string.IsNullOrWhiteSpace(ConnectionString) ? "Storage:ConnectionString is missing; PostgreSQL needs one, such as Host=db;Database=supportbot;Username=supportbot."
        : !SignsInWithEntra && !string.Equals(Login, "password", StringComparison.OrdinalIgnoreCase) ? $"Storage:Login is '{Login}'; use 'password' or 'entra'."
        : SignsInWithEntra && IsSqlite ? "Storage:Login is entra, and Storage:Provider is sqlite, which nobody signs in to: leave one of them out."
        : (SignsInWithEntra ? EntraLogin.Fault(ConnectionString!, onLoopback) : null) ?? FaultOfVault(onLoopback);

    private string? FaultOfVault(bool onLoopback)
    {
        if (string.IsNullOrWhiteSpace(VaultKey)) return null;
        _ = Storage.VaultKey.Read(VaultKey, onLoopback, out var fault);
        return fault;
    }
}
