using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using SupportBot.Dialogs;

namespace SupportBot.Storage;

/// <summary>A PostgreSQL server; as many processes as one likes.</summary>
internal sealed class PostgresDatabase : Database
{
    // The giver of tokens keeps one until shortly before it ends, so asking is cheap; what Npgsql holds is never older than this.
    private static readonly TimeSpan EveryMinute = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan SoonAgain = TimeSpan.FromSeconds(5);
    private readonly NpgsqlDataSource source;
    private readonly Func<CancellationToken, ValueTask<string>>? token;

    /// <param name="tokens">Null: the connection string says how to sign in. Else with a token in the place of a password.</param>
    /// <param name="refresh">How often a token is asked for; null for every minute.</param>
    public PostgresDatabase(string connectionString, IEntraTokens? tokens = null, TimeSpan? refresh = null)
        : base(ReadersOf(connectionString))
    {
        var parts = new NpgsqlConnectionStringBuilder(connectionString) { IncludeErrorDetail = false };
        parts.Options = string.Join(' ', new[] { parts.Options, "-c synchronous_commit=on" }.Where(o => !string.IsNullOrEmpty(o)));
        var builder = new NpgsqlDataSourceBuilder(parts.ToString());
        if (tokens is not null)
        {
            var scope = EntraLogin.ScopeOf(parts.Host);
            token = cancel => tokens.TokenAsync(scope, fresh: false, cancel);
            builder.UsePeriodicPasswordProvider((_, cancel) => token(cancel), refresh ?? EveryMinute, SoonAgain);
        }

        source = builder.Build();
    }

    // The other half is for what writes and for the start.
    private static int ReadersOf(string connectionString) => Math.Clamp(new NpgsqlConnectionStringBuilder(connectionString).MaxPoolSize / 2, 1, EnoughReaders);

    public override string SkipLocked => " FOR UPDATE SKIP LOCKED";

    public override string JsonRows(string parameter) => $"jsonb_array_elements(CAST(@{parameter} AS jsonb)) AS j(value)";

    public override string ForUpdate => " FOR UPDATE";

    public override Sql Begin { get; } = new("BEGIN");

    public override bool IsOurs => false;

    public override async Task StartAsync(CancellationToken cancel)
    {
        // Asked for here first: Npgsql would only say that it has no password.
        if (token is not null) await token(cancel);
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
        // connection, signing in (a token may have ended), no such database, resources, operator, system, internal; read-only transaction
        PostgresException e => e.SqlState[..2] is "08" or "28" or "3D" or "53" or "57" or "58" or "XX" || e.SqlState == "25006",
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
