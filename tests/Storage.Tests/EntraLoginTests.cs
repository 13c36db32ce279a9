using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace SupportBot.Storage.Tests;

/// <summary>PostgreSQL is signed in to with a token in the place of a password.</summary>
public class EntraLoginTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task The_token_is_what_PostgreSQL_is_given_as_a_password()
    {
        var connection = await PostgresCluster.NewGuardedDatabaseAsync("token-1");
        var tokens = new FixedTokens("token-1");
        await StartAsync(connection, tokens);
        Assert.All(tokens.Scopes, s => Assert.Equal("https://ossrdbms-aad.database.windows.net/.default", s));

        // The control: another token is not let in, and what is said names no token.
        tokens.Token = "token-2";
        var refused = await Assert.ThrowsAsync<StorageCannotStartException>(() => StartAsync(connection, tokens));
        Assert.Contains("password authentication failed", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("token-2", refused.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_connection_that_is_made_later_is_made_with_the_token_of_then()
    {
        var connection = await PostgresCluster.NewGuardedDatabaseAsync("token-1");
        var tokens = new FixedTokens("token-1");
        await using var database = new PostgresDatabase(connection, tokens, refresh: TimeSpan.FromMilliseconds(20));
        await database.StartAsync(None);

        var role = new NpgsqlConnectionStringBuilder(connection).Username;
        await PostgresCluster.RunSqlAsync(connection, $"ALTER ROLE {role} PASSWORD 'token-2'");
        tokens.Token = "token-2";
        await UntilAsync(async () =>
        {
            await PostgresCluster.RunSqlAsync(connection, $"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename='{role}'");
            try
            {
                return await database.ReadAsync(async link =>
                {
                    await using var row = await link.ReadAsync(new Sql("SELECT 1"), [], None);
                    return await row.ReadAsync(None);
                });
            }
            catch (Dialogs.StoreUnavailableException)
            {
                return false;
            }
        });
    }

    [Fact]
    public async Task Without_an_identity_or_a_token_the_start_says_so()
    {
        const string Connection = "Host=127.0.0.1;Port=1;Username=x;Database=x";
        Assert.Contains("MicrosoftAppId", (await Assert.ThrowsAsync<StorageCannotStartException>(() => StartAsync(Connection, null))).Message, StringComparison.Ordinal);
        var none = await Assert.ThrowsAsync<StorageCannotStartException>(() => StartAsync(Connection, new FixedTokens("t") { IsDown = true }));
        Assert.Contains("gives the program no token", none.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("postgres", "Host=district-pg.postgres.database.azure.com;Username=x-id;SSL Mode=VerifyFull;Password=p", "leave it out")]
    [InlineData("postgres", "Host=district-pg.postgres.database.azure.com;SSL Mode=VerifyFull", "no Username")]
    [InlineData("postgres", "Host=district-pg.postgres.database.azure.com;Username=x-id", "SSL Mode=VerifyFull")]
    [InlineData("postgres", "Host=district-pg.postgres.database.azure.com;Username=x-id;SSL Mode=Require", "SSL Mode=VerifyFull")]
    [InlineData("postgres", "Host=postgres.database.azure.com.example;Username=x-id;SSL Mode=VerifyFull", "no server of Microsoft's")]
    [InlineData("postgres", "Host=db.example,district-pg.postgres.database.azure.com;Username=x-id;SSL Mode=VerifyFull", "no server of Microsoft's")]
    [InlineData("postgres", "Host=127.0.0.1;Username=x-id;SSL Mode=VerifyFull", "no server of Microsoft's")]
    [InlineData("postgres", "Host", "cannot be read")]
    [InlineData("sqlite", null, "is sqlite")]
    public void A_set_up_that_would_give_the_token_to_others_is_refused(string provider, string? connection, string says) =>
        Assert.Contains(says, new StorageOptions { Provider = provider, ConnectionString = connection, Login = "entra" }.Fault(onLoopback: false), StringComparison.Ordinal);

    [Fact]
    public void A_way_of_signing_in_that_does_not_exist_is_refused() =>
        Assert.Contains("'password' or 'entra'", new StorageOptions { Login = "token" }.Fault(onLoopback: false), StringComparison.Ordinal);

    [Theory]
    [InlineData("district-pg.postgres.database.azure.com", "https://ossrdbms-aad.database.windows.net/.default")]
    [InlineData("district-pg.postgres.database.usgovcloudapi.net", "https://ossrdbms-aad.database.usgovcloudapi.net/.default")]
    public void The_server_says_what_the_token_is_for(string host, string scope)
    {
        Assert.Null(new StorageOptions { Provider = "postgres", ConnectionString = $"Host={host};Username=x-id;SSL Mode=VerifyFull", Login = "entra" }.Fault(onLoopback: false));
        Assert.Equal(scope, EntraLogin.ScopeOf(host));
    }

    private static async Task StartAsync(string connection, IEntraTokens? tokens)
    {
        var root = System.IO.Directory.CreateTempSubdirectory("supportbot-entra").FullName;
        try
        {
            var options = new StorageOptions { Provider = "postgres", ConnectionString = connection, Login = "entra", Keys = "keys" };
            await using var store = new Store(options, root, TimeProvider.System, NullLogger<Store>.Instance, tokens: tokens, onLoopback: true);
            await store.StartAsync(None);
            Assert.True(await store.ProbeAsync(None));
        }
        finally
        {
            System.IO.Directory.Delete(root, recursive: true);
        }
    }

    // Npgsql asks for the password by a timer of its own, which no test can move.
    private static async Task UntilAsync(Func<Task<bool>> isSo)
    {
        for (var i = 0; !await isSo(); i++)
        {
            Assert.True(i < 200, "The new token was never used.");
            await Task.Delay(20, None);
        }
    }
}
