using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SupportBot.Console;
using SupportBot.Dialogs;

namespace SupportBot.Storage.Tests;

public class StartTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    public static TheoryData<string> Databases() => OpenedStore.Databases();

    [Theory, MemberData(nameof(Databases))]
    public async Task The_migrations_make_exactly_the_tables_of_the_model(string database)
    {
        await using var opened = await OpenedStore.OpenAsync(database);
        await using var db = opened.Store.Open.Database.Context();
        Assert.False(db.Database.HasPendingModelChanges());
        Assert.Empty(await db.Database.GetPendingMigrationsAsync(None));
        Assert.NotEmpty(await db.Database.GetAppliedMigrationsAsync(None));
    }

    [Fact]
    public async Task Every_connection_to_SQLite_has_the_settings_that_keep_our_promises()
    {
        await using var opened = await OpenedStore.OpenAsync("sqlite");
        (string, string)[] wanted = [("journal_mode", "wal"), ("synchronous", "2"), ("secure_delete", "1"), ("trusted_schema", "0"), ("temp_store", "2"), ("foreign_keys", "1"), ("busy_timeout", "5000"), ("auto_vacuum", "2")];
        foreach (var (name, value) in wanted)
        {
            var sql = new Sql($"PRAGMA {name}");
            Task<string> Read(Link link)
            {
                using var row = link.Read(sql);
                row.Read();
                return Task.FromResult(row.GetValue(0).ToString()!);
            }

            Assert.Equal((name, value), (name, await opened.Store.Open.Writer.AloneAsync(link => Read(link).Result)));
            Assert.Equal((name, value), (name, await opened.Store.Open.Database.ReadAsync(Read)));
        }
    }

    [Fact]
    public async Task A_file_that_cannot_have_a_setting_is_refused_by_its_name()
    {
        var folder = System.IO.Directory.CreateTempSubdirectory("supportbot-start").FullName;
        await using (var foreign = new SqliteConnection($"Data Source={folder}/other.db;Pooling=False"))
        {
            await foreign.OpenAsync(None);
            await using var make = foreign.CreateCommand();
            make.CommandText = "CREATE TABLE something(a)";
            await make.ExecuteNonQueryAsync(None);
        }

        var refused = await Assert.ThrowsAsync<StorageCannotStartException>(() => StartAsync(new StorageOptions { ConnectionString = $"Data Source={folder}/other.db" }));
        System.IO.Directory.Delete(folder, recursive: true);
        Assert.Contains("auto_vacuum", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_store_on_the_same_file_refuses_to_start_and_may_once_the_first_has_stopped()
    {
        await using var opened = await OpenedStore.OpenAsync("sqlite");
        await using var second = opened.Make();
        var refused = await Assert.ThrowsAsync<StorageCannotStartException>(() => second.StartAsync(None));
        Assert.Contains("Another process uses", refused.Message, StringComparison.Ordinal);
        await opened.Store.DisposeAsync();
        await second.StartAsync(None);
        Assert.True(await second.ProbeAsync(None));
    }

    [Fact]
    public async Task A_second_process_on_the_same_file_is_kept_out()
    {
        await using var opened = await OpenedStore.OpenAsync("sqlite");
        var file = Path.Combine(opened.DatabaseFolder, "supportbot.db.lock");
        if (!File.Exists("/usr/bin/flock")) Assert.Skip("flock is not on this machine.");
        Assert.Equal(1, await FlockAsync(file));
        await opened.Store.DisposeAsync();
        Assert.Equal(0, await FlockAsync(file));
    }

    [Fact]
    public async Task On_PostgreSQL_a_second_store_is_welcome_and_sees_what_the_first_committed()
    {
        await using var opened = await OpenedStore.OpenAsync("postgres");
        await using var second = opened.Make();
        await second.StartAsync(None);
        var turns = new TurnStore(second, opened.Clock);
        await opened.Turns.CommitAsync(Sample.Turn(opened.Now, "a1"), None);
        Assert.NotNull(await turns.LoadAsync(Sample.Conversation(), Sample.Tab(), None));
        Assert.Equal(CommitOutcome.Committed, (await turns.CommitAsync(Sample.Turn(opened.Now, "a2", expected: 1), None)).Outcome);
        Assert.Equal(2, (await opened.Turns.LoadAsync(Sample.Conversation(), Sample.Tab(), None))!.Revision);

        // Both write audit at once and make one chain.
        await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Task.Run(() => (i % 2 == 0 ? turns : opened.Turns).CommitAsync(
            Sample.Turn(opened.Now, "a1", conversation: $"p{i}") with { Cases = [new CaseCommit(Sample.Report(opened.Now), 0, CaseKey.New())] }, None))));
        Assert.Equal(20, await opened.ScalarAsync<int>("SELECT COUNT(*) FROM case_file"));
        Assert.Null(await opened.Chain.VerifyAsync(null, None));
    }

    [Fact]
    public async Task PostgreSQL_that_does_not_write_before_it_answers_is_refused()
    {
        await using var opened = await OpenedStore.OpenAsync("postgres");
        var name = await opened.ScalarAsync<string>("SELECT current_database()");
        // Ours is set on every connection of ours, whatever the server's default is.
        await opened.ExecuteAsync($"ALTER DATABASE {name} SET synchronous_commit=off");
        await opened.ReopenAsync();
        var setting = new Sql("SHOW synchronous_commit");
        Assert.Equal("on", await opened.Store.Open.Writer.AloneAsync(link =>
        {
            using var row = link.Read(setting);
            row.Read();
            return row.GetString(0);
        }));
    }

    [Fact]
    [System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
    public async Task Key_files_are_their_owners_alone_and_refused_when_others_may_read_them()
    {
        if (OperatingSystem.IsWindows()) Assert.Skip("Windows keeps no such mode.");
        await using var opened = await OpenedStore.OpenAsync("sqlite", new PlainSealing());
        await opened.OpenCaseAsync();
        var files = System.IO.Directory.GetFiles(opened.Options.Keys!);
        Assert.Equal(4, files.Length);
        Assert.All(files, f => Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(f)));
        await opened.Store.DisposeAsync();

        foreach (var path in files.Append(opened.Options.Keys!))
        {
            var mode = File.GetUnixFileMode(path);
            File.SetUnixFileMode(path, mode | UnixFileMode.GroupRead);
            await using var store = opened.Make();
            var refused = await Assert.ThrowsAsync<StorageCannotStartException>(() => store.StartAsync(None));
            Assert.Contains(path, refused.Message, StringComparison.Ordinal);
            Assert.Contains("chmod", refused.Message, StringComparison.Ordinal);
            File.SetUnixFileMode(path, mode);
        }
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Other_keys_than_the_databases_own_are_refused_instead_of_hiding_everything(string database)
    {
        await using var opened = await OpenedStore.OpenAsync(database);
        await opened.Store.DisposeAsync();
        opened.Options.Keys = Path.Combine(opened.Folder, "new-keys");
        await using var store = opened.Make();
        var refused = await Assert.ThrowsAsync<StorageCannotStartException>(() => store.StartAsync(None));
        Assert.Contains("does not belong to this database", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("oracle", null, "keys", "Storage:Provider")]
    [InlineData("postgres", null, "keys", "Storage:ConnectionString")]
    [InlineData("postgres", "Host=127.0.0.1;Port=1;Timeout=2;Username=x;Database=x", "keys", "cannot be opened")]
    [InlineData("sqlite", "Data Source=:memory:", "keys", "must name a file")]
    [InlineData("sqlite", "Data Source=db/a.db", "db/keys", "inside the database's folder")]
    public async Task Wrong_options_stop_the_start_with_a_sentence(string provider, string? connection, string keys, string says)
    {
        var refused = await Assert.ThrowsAsync<StorageCannotStartException>(() => StartAsync(new StorageOptions { Provider = provider, ConnectionString = connection, Keys = keys }));
        Assert.Contains(says, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_host_gets_everything_from_one_call_and_the_defaults_lie_under_the_content_root()
    {
        var root = System.IO.Directory.CreateTempSubdirectory("supportbot-host").FullName;
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { ContentRootPath = root });
        builder.Logging.ClearProviders();
        builder.Services.AddStorage(builder.Configuration);
        using (var host = builder.Build())
        {
            await host.StartAsync(None);
            Assert.True(File.Exists(Path.Combine(root, "data", "supportbot.db")));
            Assert.True(File.Exists(Path.Combine(root, "data-keys", "master.key")));
            var result = await host.Services.GetRequiredService<ITurnStore>().CommitAsync(Sample.Turn(DateTimeOffset.UnixEpoch, "a1"), None);
            Assert.Equal(CommitOutcome.Committed, result.Outcome);
            Assert.Empty(await host.Services.GetRequiredService<ICaseBook>().QueueAsync(new QueueFilter(null), None));
            Assert.Empty(await host.Services.GetRequiredService<PinnedProtocols>().AllAsync(None));
            Assert.Null(await host.Services.GetRequiredService<AuditChain>().VerifyAsync(null, None));
            Assert.NotNull(host.Services.GetRequiredService<Outbox>());
            Assert.NotNull(host.Services.GetRequiredService<Deadlines>());
            Assert.NotNull(host.Services.GetRequiredService<Wipe>());
            await host.StopAsync(None);
        }

        System.IO.Directory.Delete(root, recursive: true);
    }

    private static async Task StartAsync(StorageOptions options)
    {
        var root = System.IO.Directory.CreateTempSubdirectory("supportbot-start").FullName;
        try
        {
            await using var store = new Store(options, root, TimeProvider.System, Microsoft.Extensions.Logging.Abstractions.NullLogger<Store>.Instance);
            await store.StartAsync(None);
        }
        finally
        {
            System.IO.Directory.Delete(root, recursive: true);
        }
    }

    private static async Task<int> FlockAsync(string file)
    {
        using var process = Process.Start("/usr/bin/flock", ["--nonblock", file, "true"]);
        await process.WaitForExitAsync();
        return process.ExitCode;
    }
}
