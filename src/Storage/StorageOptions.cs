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
    /// Folder of the key files, a relative one counting from the content root; default <c>data-keys</c>. Never inside the database's
    /// folder: a copy of one must not carry the other.
    /// </summary>
    public string? Keys { get; set; }

    internal bool IsSqlite => string.Equals(Provider, "sqlite", StringComparison.OrdinalIgnoreCase);

    internal bool IsPostgres => string.Equals(Provider, "postgres", StringComparison.OrdinalIgnoreCase);

    /// <summary>What is wrong with the options, or null.</summary>
    internal string? Fault() =>
        !IsSqlite && !IsPostgres ? $"Storage:Provider is '{Provider}'; use 'sqlite' or 'postgres'."
        : IsPostgres && string.IsNullOrWhiteSpace(ConnectionString) ? "Storage:ConnectionString is missing; PostgreSQL needs one, such as Host=db;Database=supportbot;Username=supportbot."
        : null;
}
