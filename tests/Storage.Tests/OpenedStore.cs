using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Npgsql;
using SupportBot.Console;
using SupportBot.Dialogs;

namespace SupportBot.Storage.Tests;

/// <summary>A store on a database of its own, with a clock that stands still.</summary>
public sealed class OpenedStore : IAsyncDisposable
{
    private static readonly Lazy<Task<string>> ReadyKeys = new(MakeKeysAsync);
    private readonly Sealing sealing;

    private OpenedStore(string provider, string folder, string connectionString, Sealing sealing)
    {
        (Folder, ConnectionString, this.sealing) = (folder, connectionString, sealing);
        Options = new StorageOptions { Provider = provider, ConnectionString = connectionString, Keys = Path.Combine(folder, "keys") };
        Store = Make();
    }

    public static TheoryData<string> Databases() => ["sqlite", "postgres"];

    public string Folder { get; }

    public string DatabaseFolder => Path.Combine(Folder, "db");

    public string ConnectionString { get; }

    public StorageOptions Options { get; }

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero));

    public DateTimeOffset Now => Clock.GetUtcNow();

    public Store Store { get; private set; }

    public ITurnStore Turns => new TurnStore(Store, Clock);

    public ICaseBook Book => new CaseBook(Store, Clock, NullLogger<CaseBook>.Instance);

    public Outbox Outbox => new(Store);

    public Deadlines Deadlines => new(Store, NullLogger<Deadlines>.Instance);

    public Wipe Wipe => new(Store, NullLogger<Wipe>.Instance);

    public AuditChain Chain => new(Store, NullLogger<AuditChain>.Instance);

    public PinnedProtocols Pinned => new(Store);

    internal static async Task<OpenedStore> OpenAsync(string provider, Sealing? sealing = null)
    {
        var folder = System.IO.Directory.CreateTempSubdirectory("supportbot-store").FullName;
        var connection = provider == "postgres" ? await PostgresCluster.NewDatabaseAsync() : "Data Source=" + Path.Combine(folder, "db", "supportbot.db");
        var opened = new OpenedStore(provider, folder, connection, sealing ?? new GcmSealing());
        if (sealing is null) CopyKeys(await ReadyKeys.Value, opened.Options.Keys!);
        await opened.Store.StartAsync(CancellationToken.None);
        return opened;
    }

    /// <summary>Another store on the same database and keys, not started.</summary>
    public Store Make() => new(Options, Folder, Clock, NullLogger<Store>.Instance) { Sealing = sealing };

    /// <summary>As after a restart.</summary>
    public async Task ReopenAsync()
    {
        await Store.DisposeAsync();
        Store = Make();
        await Store.StartAsync(CancellationToken.None);
    }

    /// <summary>What somebody with the database in hands could do, past all of our code.</summary>
    public async Task<int> ExecuteAsync(string sql)
    {
        await using var connection = await ConnectAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteNonQueryAsync();
    }

    public async Task<T> ScalarAsync<T>(string sql)
    {
        await using var connection = await ConnectAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (T)Convert.ChangeType(await command.ExecuteScalarAsync(), typeof(T), System.Globalization.CultureInfo.InvariantCulture)!;
    }

    public async ValueTask DisposeAsync()
    {
        await Store.DisposeAsync();
        System.IO.Directory.Delete(Folder, recursive: true);
    }

    // Making an RSA key pair takes a second; every store of a test gets copies of the same key files.
    private static async Task<string> MakeKeysAsync()
    {
        var opened = new OpenedStore("sqlite", System.IO.Directory.CreateTempSubdirectory("supportbot-keys").FullName, "Data Source=db/keys.db", new GcmSealing());
        await opened.Store.StartAsync(CancellationToken.None);
        await opened.OpenCaseAsync();
        await opened.Store.DisposeAsync();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => System.IO.Directory.Delete(opened.Folder, recursive: true);
        return opened.Options.Keys!;
    }

    private static void CopyKeys(string from, string to)
    {
        if (!OperatingSystem.IsWindows()) System.IO.Directory.CreateDirectory(to, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        else System.IO.Directory.CreateDirectory(to);
        foreach (var file in System.IO.Directory.EnumerateFiles(from)) File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
    }

    private async Task<DbConnection> ConnectAsync()
    {
        DbConnection connection = Options.Provider == "postgres"
            ? new NpgsqlConnection(new NpgsqlConnectionStringBuilder(ConnectionString) { Pooling = false }.ToString())
            : new SqliteConnection(ConnectionString + ";Pooling=False");
        await connection.OpenAsync();
        return connection;
    }
}
