using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using SupportBot.Dialogs;

namespace SupportBot.Storage.Tests;

/// <summary>A key vault wraps every key (0004); a small one over HTTP stands in for Azure's.</summary>
public sealed class VaultTests : IAsyncLifetime
{
    private static readonly CancellationToken None = CancellationToken.None;
    private readonly string _root = System.IO.Directory.CreateTempSubdirectory("supportbot-vault").FullName;
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero));
    private readonly FixedTokens _tokens = new(FakeVault.Token);
    private FakeVault _vault = null!;

    private StorageOptions Options => new() { VaultKey = _vault.Key, Keys = "keys" };

    public async ValueTask InitializeAsync() => _vault = await FakeVault.StartAsync();

    public async ValueTask DisposeAsync()
    {
        await _vault.DisposeAsync();
        System.IO.Directory.Delete(_root, recursive: true);
    }

    [Fact]
    public async Task With_a_vault_no_key_lies_in_the_folder_that_would_open_anything()
    {
        await using (var store = Make())
        {
            await store.StartAsync(None);
            await store.PrepareAsync(["bullying"], None);
        }

        var files = System.IO.Directory.GetFiles(Path.Combine(_root, "keys"));
        Assert.Equal(5, files.Length);
        Assert.DoesNotContain(files, f => f.EndsWith("master.key", StringComparison.Ordinal));
        var server = await File.ReadAllBytesAsync(Path.Combine(_root, "keys", "server.key"), None);
        Assert.Equal(_vault.Newest, Encoding.ASCII.GetString(server, 2, server[1]));
        Assert.All(_tokens.Scopes, s => Assert.Equal("https://vault.azure.net/.default", s));

        await using var again = Make();
        await again.StartAsync(None);
        Assert.True(await again.ProbeAsync(None));
    }

    [Fact]
    public async Task After_a_rotation_new_keys_go_under_the_newest_version_and_old_ones_open_with_theirs()
    {
        using var kek = Kek();
        var key = RandomNumberGenerator.GetBytes(32);
        var before = await kek.WrapAsync(key, None);
        var old = _vault.Newest;
        _vault.Rotate();
        var after = await kek.WrapAsync(key, None);
        using var restarted = Kek();
        Assert.Equal(key, await restarted.UnwrapAsync(before, None));
        Assert.Equal(key, await restarted.UnwrapAsync(after, None));
        Assert.Equal([$"wrapkey {old}", $"wrapkey {_vault.Newest}", $"unwrapkey {old}", $"unwrapkey {_vault.Newest}"], _vault.Asked.Where(a => a != "GET"));
    }

    [Fact]
    public async Task An_unwrapped_key_is_asked_for_once_an_hour()
    {
        using var kek = Kek();
        var wrapped = await kek.WrapAsync(new byte[32], None);
        for (var i = 0; i < 5; i++) CryptographicOperations.ZeroMemory(await kek.UnwrapAsync(wrapped, None));
        Assert.Equal(1, _vault.Count("unwrapkey"));
        _clock.Advance(TimeSpan.FromMinutes(61));
        Assert.Equal(new byte[32], await kek.UnwrapAsync(wrapped, None));
        Assert.Equal(2, _vault.Count("unwrapkey"));
    }

    [Fact]
    public async Task What_the_caller_wipes_is_its_own_copy()
    {
        using var kek = Kek();
        var key = RandomNumberGenerator.GetBytes(32);
        var wrapped = await kek.WrapAsync(key, None);
        CryptographicOperations.ZeroMemory(await kek.UnwrapAsync(wrapped, None));
        CryptographicOperations.ZeroMemory(await kek.UnwrapAsync(wrapped, None));
        Assert.Equal(key, await kek.UnwrapAsync(wrapped, None));
    }

    [Theory]
    [InlineData(503), InlineData(429), InlineData(0)]
    public async Task A_silent_vault_takes_no_key_away_for_a_day_and_then_it_does(int status)
    {
        using var kek = Kek();
        var wrapped = await kek.WrapAsync(new byte[32], None);
        await kek.UnwrapAsync(wrapped, None);
        if (status == 0) await _vault.DisposeAsync();
        else _vault.Status = status;
        _clock.Advance(TimeSpan.FromHours(23));
        Assert.Equal(new byte[32], await kek.UnwrapAsync(wrapped, None));
        _clock.Advance(TimeSpan.FromHours(2));
        await Assert.ThrowsAsync<StoreUnavailableException>(() => kek.UnwrapAsync(wrapped, None));
        if (status == 0) _vault = await FakeVault.StartAsync();
    }

    [Fact]
    public async Task Where_Entra_gives_no_token_a_key_in_memory_still_does()
    {
        using var kek = Kek();
        var wrapped = await kek.WrapAsync(new byte[32], None);
        await kek.UnwrapAsync(wrapped, None);
        _tokens.IsDown = true;
        _clock.Advance(TimeSpan.FromHours(2));
        Assert.Equal(new byte[32], await kek.UnwrapAsync(wrapped, None));
    }

    [Fact]
    public async Task A_vault_that_refuses_ends_what_is_in_memory_at_once()
    {
        using var kek = Kek();
        var wrapped = await kek.WrapAsync(new byte[32], None);
        await kek.UnwrapAsync(wrapped, None);
        _clock.Advance(TimeSpan.FromHours(2));
        _vault.Disabled.Add(_vault.Newest);
        var refused = await Assert.ThrowsAsync<StoreUnavailableException>(() => kek.UnwrapAsync(wrapped, None));
        Assert.Contains("older versions enabled", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("203.0.113.7", refused.ToString(), StringComparison.Ordinal);
        _vault.Status = 503;
        await Assert.ThrowsAsync<StoreUnavailableException>(() => kek.UnwrapAsync(wrapped, None));
    }

    [Fact]
    public async Task One_failure_is_tried_again_and_a_refused_token_is_fetched_anew()
    {
        using var kek = Kek();
        _vault.Next.Enqueue(503);
        await kek.CheckAsync(None);
        _vault.Next.Enqueue(401);
        await kek.CheckAsync(None);
        Assert.Equal([false, false, false, true], _tokens.Fresh);
    }

    [Fact]
    public async Task What_another_key_wrapped_or_somebody_changed_does_not_open()
    {
        using var kek = Kek();
        var wrapped = await kek.WrapAsync(new byte[32], None);
        wrapped[^1] ^= 1;
        await Assert.ThrowsAsync<CryptographicException>(() => kek.UnwrapAsync(wrapped, None));
        wrapped[^1] ^= 1;
        wrapped[2] = (byte)'/';
        await Assert.ThrowsAsync<CryptographicException>(() => kek.UnwrapAsync(wrapped, None));
        await Assert.ThrowsAsync<CryptographicException>(() => kek.UnwrapAsync(new byte[100], None));
        await Assert.ThrowsAsync<CryptographicException>(() => kek.UnwrapAsync(new byte[] { VaultKek.Mark, 200, 1 }, None));
    }

    [Fact]
    public async Task A_vault_that_cannot_do_what_it_must_stops_the_start_with_a_sentence()
    {
        async Task Refused(string says)
        {
            await using var store = Make();
            var refused = await Assert.ThrowsAsync<StorageCannotStartException>(() => store.StartAsync(None));
            Assert.Contains(says, refused.Message, StringComparison.Ordinal);
            Assert.Contains(_vault.Key, refused.Message, StringComparison.Ordinal);
            Assert.DoesNotContain("database", refused.Message, StringComparison.Ordinal);
        }

        _vault.Kind = "EC";
        await Refused("must be RSA");
        _vault.Kind = "RSA";
        _vault.Exportable = true;
        await Refused("may be exported");
        _vault.Exportable = false;
        _vault.Operations = ["sign"];
        await Refused("unwrapKey");
        _vault.Operations = ["wrapKey", "unwrapKey"];
        _vault.Disabled.Add(_vault.Newest);
        await Refused("disabled");
        _vault.Disabled.Clear();
        _vault.Status = 403;
        await Refused("Key Vault Crypto Service Encryption User");
        _vault.Status = 404;
        await Refused("has no key");
        _vault.Status = 500;
        await Refused("does not answer");
    }

    [Fact]
    public async Task Without_an_identity_or_a_token_the_start_says_so()
    {
        await using var none = new Store(Options, _root, _clock, NullLogger<Store>.Instance, onLoopback: true);
        Assert.Contains("MicrosoftAppId", (await Assert.ThrowsAsync<StorageCannotStartException>(() => none.StartAsync(None))).Message, StringComparison.Ordinal);
        _tokens.IsDown = true;
        await using var down = Make();
        Assert.Contains("no token", (await Assert.ThrowsAsync<StorageCannotStartException>(() => down.StartAsync(None))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keys_that_began_in_a_file_are_not_taken_for_the_vaults_nor_the_other_way_round()
    {
        await using (var file = Make(new StorageOptions { Keys = "keys" })) await file.StartAsync(None);
        await using (var vault = Make())
            Assert.Contains("master.key", (await Assert.ThrowsAsync<StorageCannotStartException>(() => vault.StartAsync(None))).Message, StringComparison.Ordinal);

        await using (var vault = Make(new StorageOptions { Keys = "vault-keys", ConnectionString = "Data Source=other/a.db", VaultKey = _vault.Key })) await vault.StartAsync(None);
        await using var forgotten = Make(new StorageOptions { Keys = "vault-keys", ConnectionString = "Data Source=other/a.db" });
        Assert.Contains("Storage:VaultKey", (await Assert.ThrowsAsync<StorageCannotStartException>(() => forgotten.StartAsync(None))).Message, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(_root, "vault-keys", "master.key")));
    }

    [Fact]
    public async Task A_key_file_that_is_gone_is_asked_for_instead_of_made_anew()
    {
        await using (var first = Make(new StorageOptions { Keys = "keys" })) await first.StartAsync(None);
        File.Delete(Path.Combine(_root, "keys", "master.key"));
        await using var second = Make(new StorageOptions { Keys = "keys" });
        Assert.Contains("is gone", (await Assert.ThrowsAsync<StorageCannotStartException>(() => second.StartAsync(None))).Message, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(_root, "keys", "master.key")));
    }

    [Fact]
    [System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
    public async Task A_share_that_knows_no_owners_will_do_where_the_vault_wraps_every_key()
    {
        if (OperatingSystem.IsWindows()) Assert.Skip("Windows keeps no such mode.");
        var keys = System.IO.Directory.CreateDirectory(Path.Combine(_root, "keys"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute).FullName;
        File.SetUnixFileMode(keys, File.GetUnixFileMode(keys) | UnixFileMode.OtherRead | UnixFileMode.OtherExecute);
        await using var store = Make();
        await store.StartAsync(None);
    }

    [Theory]
    [InlineData("supportbot", "no address")]
    [InlineData("http://district-kv.vault.azure.net/keys/supportbot", "in no vault")]
    [InlineData("https://district-kv.vault.azure.net.example/keys/supportbot", "in no vault")]
    [InlineData("https://vault.azure.net/keys/supportbot", "in no vault")]
    [InlineData("https://district-kv.vault.azure.net:8443/keys/supportbot", "in no vault")]
    [InlineData("http://127.0.0.1:5000/keys/supportbot", "in no vault")]
    [InlineData("https://someone@district-kv.vault.azure.net/keys/supportbot", "no address")]
    [InlineData("https://district-kv.vault.azure.net/keys/supportbot/0123456789abcdef", "names a version")]
    [InlineData("https://district-kv.vault.azure.net/secrets/supportbot", "names no key")]
    [InlineData("https://district-kv.vault.azure.net", "names no key")]
    public void An_address_that_is_no_key_of_a_vault_of_Microsofts_is_refused(string address, string says) =>
        Assert.Contains(says, new StorageOptions { VaultKey = address }.Fault(onLoopback: false), StringComparison.Ordinal);

    [Theory]
    [InlineData("https://district-kv.vault.azure.net/keys/supportbot", "https://vault.azure.net/.default")]
    [InlineData("https://district-kv.vault.usgovcloudapi.net/keys/supportbot/", "https://vault.usgovcloudapi.net/.default")]
    [InlineData("https://district.managedhsm.azure.net/keys/supportbot", "https://managedhsm.azure.net/.default")]
    public void The_address_says_what_the_token_is_for(string address, string scope)
    {
        var key = VaultKey.Read(address, onLoopback: false, out var fault);
        Assert.Null(fault);
        Assert.Equal((scope, address.TrimEnd('/')), (key!.Scope, key.Address.AbsoluteUri));
    }

    private VaultKek Kek() => new(VaultKey.Read(_vault.Key, onLoopback: true, out _)!, _tokens, _clock);

    private Store Make(StorageOptions? options = null) => new(options ?? Options, _root, _clock, NullLogger<Store>.Instance, tokens: _tokens, onLoopback: true);
}
