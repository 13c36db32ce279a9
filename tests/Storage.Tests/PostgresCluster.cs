using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Npgsql;

[assembly: AssemblyFixture(typeof(SupportBot.Storage.Tests.PostgresCluster))]

namespace SupportBot.Storage.Tests;

/// <summary>
/// A PostgreSQL server for these tests: the one that SUPPORTBOT_POSTGRES names, or a throw-away cluster from the binaries on this machine.
/// </summary>
public sealed class PostgresCluster : IAsyncDisposable
{
    private static readonly Lazy<Task<string>> Started = new(StartAsync);
    private const string Guarded = "guarded";
    private static string? folder;

    /// <summary>A connection string for a new, empty database; skips the test where there is no server to be had.</summary>
    public static async Task<string> NewDatabaseAsync()
    {
        var server = await Started.Value;
        var name = "t" + Guid.NewGuid().ToString("N");
        await using var connection = new NpgsqlConnection(server);
        await connection.OpenAsync();
        await using var create = new NpgsqlCommand($"CREATE DATABASE {name}", connection);
        await create.ExecuteNonQueryAsync();
        return new NpgsqlConnectionStringBuilder(server) { Database = name, MaxPoolSize = 12 }.ToString();
    }

    /// <summary>A new, empty database of a role that must give this password; skips the test where the server is not ours to set up so.</summary>
    public static async Task<string> NewGuardedDatabaseAsync(string password)
    {
        var database = await NewDatabaseAsync();
        if (folder is null) Assert.Skip("SUPPORTBOT_POSTGRES names a server whose rules of signing in are not ours.");
        var parts = new NpgsqlConnectionStringBuilder(database);
        var role = $"{Guarded}_{parts.Database}";
        await RunSqlAsync(database, $"DO $$BEGIN CREATE ROLE {Guarded}; EXCEPTION WHEN duplicate_object THEN NULL; END$$; CREATE ROLE {role} LOGIN PASSWORD '{password}' IN ROLE {Guarded}; ALTER DATABASE {parts.Database} OWNER TO {role}");
        return new NpgsqlConnectionStringBuilder(database) { Username = role }.ToString();
    }

    /// <summary>As the server's administrator.</summary>
    public static async Task RunSqlAsync(string database, string sql)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(database) { Username = "app", Pooling = false }.ToString());
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (folder is null) return;
        await RunAsync(Binary("pg_ctl"), "-D", Path.Combine(folder, "data"), "-m", "immediate", "stop");
        System.IO.Directory.Delete(folder, recursive: true);
    }

    private static async Task<string> StartAsync()
    {
        if (Environment.GetEnvironmentVariable("SUPPORTBOT_POSTGRES") is { Length: > 0 } given) return given;
        if (Binaries() is null) Assert.Skip("No PostgreSQL: neither SUPPORTBOT_POSTGRES nor /usr/lib/postgresql/*/bin.");
        var made = System.IO.Directory.CreateTempSubdirectory("supportbot-pg").FullName;
        if (Environment.IsPrivilegedProcess) await RunRawAsync("chown", "postgres", made);
        var port = FreePort();
        await RunAsync(Binary("initdb"), "-D", Path.Combine(made, "data"), "-U", "app", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "-N");
        // Roles of this kind are asked for their password in clear, as Azure asks for the token; everybody else is let in.
        var rules = Path.Combine(made, "data", "pg_hba.conf");
        await File.WriteAllTextAsync(rules, $"host all +{Guarded} 127.0.0.1/32 password\n" + await File.ReadAllTextAsync(rules));
        var options = string.Create(CultureInfo.InvariantCulture, $"-p {port} -k {made} -c listen_addresses=127.0.0.1 -c shared_buffers=32MB -c max_connections=200");
        await RunAsync(Binary("pg_ctl"), "-D", Path.Combine(made, "data"), "-w", "-t", "60", "-l", Path.Combine(made, "log"), "-o", options, "start");
        folder = made;
        return string.Create(CultureInfo.InvariantCulture, $"Host=127.0.0.1;Port={port};Username=app;Database=postgres");
    }

    private static string? Binaries() => !System.IO.Directory.Exists("/usr/lib/postgresql")
        ? null
        : System.IO.Directory.GetDirectories("/usr/lib/postgresql").Select(d => Path.Combine(d, "bin")).Where(d => File.Exists(Path.Combine(d, "initdb"))).Order().LastOrDefault();

    private static string Binary(string name) => Path.Combine(Binaries()!, name);

    // PostgreSQL refuses to run as root.
    private static Task RunAsync(string program, params string[] arguments) => Environment.IsPrivilegedProcess
        ? RunRawAsync("setpriv", ["--reuid=postgres", "--regid=postgres", "--init-groups", "--", program, .. arguments])
        : RunRawAsync(program, arguments);

    // The server keeps whatever output it inherits open; nobody here may wait for its end.
    private static async Task RunRawAsync(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo("sh") { WorkingDirectory = "/" };
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add("exec \"$0\" \"$@\" >/dev/null 2>&1 </dev/null");
        start.ArgumentList.Add(program);
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        await process.WaitForExitAsync();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{program} ended with {process.ExitCode}.");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
