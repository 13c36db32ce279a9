using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using SupportBot.Dialogs;

namespace SupportBot.Storage;

/// <summary>One file, one process.</summary>
internal sealed class SqliteDatabase : Database
{
    private static readonly Sql Checkpoint = new("PRAGMA wal_checkpoint(TRUNCATE)");
    private static readonly Sql Shrink = new("PRAGMA incremental_vacuum");
    private readonly string creating;
    private readonly string connectionString;
    private readonly string file;
    private FileStream? lockFile;

    public SqliteDatabase(string connectionString, string contentRoot)
        : base(EnoughReaders)
    {
        var parts = new SqliteConnectionStringBuilder(connectionString) { Pooling = false };
        if (parts.DataSource.Length == 0 || parts.DataSource == ":memory:" || parts.Mode == SqliteOpenMode.Memory)
            throw new StorageCannotStartException("Storage:ConnectionString must name a file (Data Source=data/supportbot.db): what is kept in memory is lost.");
        file = Path.GetFullPath(parts.DataSource, contentRoot);
        parts.DataSource = file;
        creating = parts.ToString();
        // A file that vanishes later is an outage. A new, empty one in its place would hide what was in it.
        parts.Mode = SqliteOpenMode.ReadWrite;
        this.connectionString = parts.ToString();
    }

    public string Folder => Path.GetDirectoryName(file)!;

    public override string SkipLocked => "";

    public override string JsonRows(string parameter) => $"json_each(@{parameter})";

    public override string ForUpdate => "";

    public override Sql Begin { get; } = new("BEGIN IMMEDIATE");

    public override bool IsOurs => true;

    public override async Task StartAsync(CancellationToken cancel)
    {
        System.IO.Directory.CreateDirectory(Folder);
        Lock();
        using (var first = Open(creating))
        {
            // We hold the file's lock: whoever left this row behind is dead.
            using var command = first.CreateCommand();
            command.CommandText = "DROP TABLE IF EXISTS __EFMigrationsLock";
            command.ExecuteNonQuery();
        }

        await using var db = Context();
        await db.Database.MigrateAsync(cancel);
    }

    public override DbConnection Open() => Open(connectionString);

    public override StoreDb Context() =>
        new SqliteDb(new DbContextOptionsBuilder<SqliteDb>().UseSqlite(connectionString).AddInterceptors(new SqliteSettings()).Options);

    // SQLite writes on happily into a file that was deleted under it.
    public override void StillThere()
    {
        if (!File.Exists(file)) throw new StoreUnavailableException("The database file is gone.");
    }

    public override bool IsOutage(Exception failure) =>
        failure is StoreUnavailableException or ObjectDisposedException
        // perm, busy, locked, nomem, readonly, ioerr, corrupt, full, cantopen, protocol, auth, notadb
        || failure is SqliteException { SqliteErrorCode: 3 or 5 or 6 or 7 or 8 or 10 or 11 or 13 or 14 or 15 or 23 or 26 };

    public override bool Truncate(Link writer)
    {
        using (var pages = writer.Read(Shrink)) while (pages.Read()) { }
        using var result = writer.Read(Checkpoint);
        return result.Read() && result.GetInt64(0) == 0;
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (lockFile is not null) await lockFile.DisposeAsync();
        lockFile = null;
    }

    private static SqliteConnection Open(string connectionString)
    {
        var connection = new SqliteConnection(connectionString);
        try
        {
            connection.Open();
            SqliteSettings.Apply(connection);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private void Lock()
    {
        try
        {
            lockFile = new FileStream(file + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e)
        {
            throw new StorageCannotStartException($"Another process uses {file}. SQLite serves exactly one: stop the other, or use PostgreSQL.", e);
        }
    }
}
