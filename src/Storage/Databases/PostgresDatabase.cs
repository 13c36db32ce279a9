using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using SupportBot.Dialogs;

namespace SupportBot.Storage;

/// <summary>A PostgreSQL server; as many processes as one likes.</summary>
internal sealed class PostgresDatabase : Database
{
    private readonly NpgsqlDataSource source;

    public PostgresDatabase(string connectionString)
    {
        var parts = new NpgsqlConnectionStringBuilder(connectionString) { IncludeErrorDetail = false };
        parts.Options = string.Join(' ', new[] { parts.Options, "-c synchronous_commit=on" }.Where(o => !string.IsNullOrEmpty(o)));
        source = NpgsqlDataSource.Create(parts);
    }

    public override string SkipLocked => " FOR UPDATE SKIP LOCKED";

    public override string ForUpdate => " FOR UPDATE";

    public override Sql Begin { get; } = new("BEGIN");

    public override bool IsOurs => false;

    public override async Task StartAsync(CancellationToken cancel)
    {
        await using (var connection = await source.OpenConnectionAsync(cancel))
        {
            await AssertAsync(connection, "synchronous_commit", "on", "remote_apply");
            await AssertAsync(connection, "fsync", "on");
            await AssertAsync(connection, "full_page_writes", "on");
        }

        await using var db = Context();
        await db.Database.MigrateAsync(cancel);
    }

    public override DbConnection Open() => source.OpenConnection();

    public override StoreDb Context() => new PostgresDb(new DbContextOptionsBuilder<PostgresDb>().UseNpgsql(source).Options);

    public override void StillThere() { }

    public override bool IsOutage(Exception failure) => failure switch
    {
        StoreUnavailableException or ObjectDisposedException or TimeoutException => true,
        // connection, resources, operator, system, internal; read-only transaction
        PostgresException e => e.SqlState[..2] is "08" or "53" or "57" or "58" or "XX" || e.SqlState == "25006",
        NpgsqlException => true,
        _ => false,
    };

    public override bool Truncate(Link writer) => true;

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await source.DisposeAsync();
    }

    private static async Task AssertAsync(NpgsqlConnection connection, string setting, params string[] wanted)
    {
        await using var command = new NpgsqlCommand($"SHOW {setting}", connection);
        var found = (string?)await command.ExecuteScalarAsync();
        if (!wanted.Contains(found))
            throw new StorageCannotStartException($"PostgreSQL's {setting} is {found} and must be {string.Join(" or ", wanted)}: with it, reports that were acknowledged could be lost.");
    }
}
