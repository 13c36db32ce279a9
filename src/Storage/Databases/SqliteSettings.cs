using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace SupportBot.Storage;

/// <summary>
/// The settings that keep a promise each, made and checked on every connection: a commit is on disk (FULL), deleted text is overwritten
/// (secure_delete), nothing of a query is spilled to a temporary file.
/// </summary>
internal sealed class SqliteSettings : DbConnectionInterceptor
{
    /// <summary>Name, how it is set, what it then reads as.</summary>
    internal static readonly (string Name, string Set, string Reads)[] Wanted =
    [
        ("auto_vacuum", "INCREMENTAL", "2"),
        ("journal_mode", "WAL", "wal"),
        ("synchronous", "FULL", "2"),
        ("secure_delete", "ON", "1"),
        ("trusted_schema", "OFF", "0"),
        ("temp_store", "MEMORY", "2"),
        ("foreign_keys", "ON", "1"),
        ("busy_timeout", "5000", "5000"),
    ];

    /// <exception cref="StorageCannotStartException">A setting cannot be had.</exception>
    public static void Apply(DbConnection connection)
    {
        using var command = connection.CreateCommand();
        foreach (var (name, set, _) in Wanted)
        {
            command.CommandText = $"PRAGMA {name}={set};";
            command.ExecuteScalar();
        }

        foreach (var (name, set, reads) in Wanted)
        {
            command.CommandText = $"PRAGMA {name};";
            var found = Convert.ToString(command.ExecuteScalar(), CultureInfo.InvariantCulture);
            if (found != reads)
                throw new StorageCannotStartException($"SQLite's {name} reads {found} and must read {reads} ({set}). {(name == "auto_vacuum" ? "The file was made by something else: copy it with VACUUM under PRAGMA auto_vacuum=INCREMENTAL." : "The file system may not support it.")}");
        }
    }

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        // EF looks with such a connection whether the file is there.
        if (new SqliteConnectionStringBuilder(connection.ConnectionString).Mode != SqliteOpenMode.ReadOnly) Apply(connection);
    }

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        ConnectionOpened(connection, eventData);
        return Task.CompletedTask;
    }
}
