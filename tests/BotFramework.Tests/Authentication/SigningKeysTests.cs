using System.Security.Cryptography;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using SupportBot.Connector;
using static SupportBot.BotFramework.Tests.TokenBench;

namespace SupportBot.BotFramework.Tests;

/// <summary>Callers are believed as long as they should be, whatever happens to the token service.</summary>
public sealed class SigningKeysTests : IAsyncLifetime
{
    private readonly FakeTimeProvider _time = new(TimeProvider.System.GetUtcNow());
    private readonly HttpClient _http = new(GuardedSockets.MakeHandler(allowLoopback: true)) { Timeout = TimeSpan.FromSeconds(10) };
    private FakeOidc _service;
    private TokenValidator _validator;

    public async ValueTask InitializeAsync()
    {
        _service = await FakeOidc.StartAsync();
        _service.Published = [(Kid, Genuine, ["msteams"])];
        var trust = Trust(_service.Metadata) with { AllowLoopback = true };
        _validator = new TokenValidator(trust, new SigningKeys(trust, _http, _time, NullLogger.Instance), _time);
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _service.DisposeAsync();
    }

    [Fact]
    public async Task Keys_are_fetched_when_they_are_needed_and_once_for_everybody()
    {
        Assert.Equal(0, _service.MetadataReads);
        Assert.All(await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => CheckAsync())), fault => Assert.Equal(TokenFault.None, fault));
        Assert.Equal((1, 1), (_service.MetadataReads, _service.KeyReads));
    }

    [Fact]
    public async Task A_new_key_is_known_within_a_minute_without_a_restart()
    {
        Assert.Equal(TokenFault.None, await CheckAsync());
        using var next = RSA.Create(2048);
        _service.Published = [("genuine-2", next, ["msteams"])];
        _time.Advance(TimeSpan.FromSeconds(60));
        Assert.Equal(TokenFault.None, await CheckAsync("genuine-2", next));
        Assert.Equal(TokenFault.UnknownKey, await CheckAsync());
    }

    [Fact]
    public async Task A_token_service_that_is_down_at_the_start_is_believed_within_half_a_minute_after_it_is_back()
    {
        _service.Trouble = http => Answer(http, 500);
        Assert.Equal(TokenFault.KeysUnavailable, await CheckAsync());
        _service.Trouble = _ => Task.FromResult(false);
        _time.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal(TokenFault.None, await CheckAsync());
    }

    [Fact]
    public async Task Keys_outlive_an_outage_for_a_day_and_no_longer()
    {
        Assert.Equal(TokenFault.None, await CheckAsync());
        _service.Trouble = http => Answer(http, 500);
        _time.Advance(TimeSpan.FromHours(23.9));
        Assert.Equal(TokenFault.None, await CheckAsync());
        _time.Advance(TimeSpan.FromHours(0.2));
        Assert.Equal(TokenFault.KeysUnavailable, await CheckAsync());
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("<html>")]
    [InlineData("{\"keys\":[]}")]
    [InlineData("{\"jwks_uri\":\"https://evil.example/keys\"}")]
    [InlineData("{\"jwks_uri\":\"file:///etc/passwd\"}")]
    [InlineData("{\"jwks_uri\":\"http://169.254.169.254/keys\"}")]
    public async Task Metadata_that_names_no_trusted_keys_is_no_metadata(string document)
    {
        _service.Trouble = async http => { await http.Response.Body.WriteAsync(System.Text.Encoding.UTF8.GetBytes(document)); return true; };
        Assert.Equal(TokenFault.KeysUnavailable, await CheckAsync());
        Assert.Equal(0, _service.KeyReads);
    }

    [Fact]
    public async Task A_redirect_of_the_metadata_is_not_followed()
    {
        await using var elsewhere = await FakeOidc.StartAsync();
        elsewhere.Published = [(Kid, Genuine, ["msteams"])];
        _service.Trouble = http => { http.Response.Redirect(elsewhere.Metadata.ToString()); return Task.FromResult(true); };
        Assert.Equal(TokenFault.KeysUnavailable, await CheckAsync());
        Assert.Equal(0, elsewhere.MetadataReads);
    }

    [Fact]
    public async Task A_slow_token_service_holds_up_nobody_whose_key_is_known()
    {
        Assert.Equal(TokenFault.None, await CheckAsync());
        var release = new TaskCompletionSource();
        _service.Trouble = async _ => { await release.Task; return false; };
        _time.Advance(SigningKeys.Pause);
        var junk = CheckAsync("made-up", Attacker);
        Assert.Equal(TokenFault.None, await CheckAsync());
        Assert.False(junk.IsCompleted);
        release.SetResult();
        Assert.Equal(TokenFault.UnknownKey, await junk);
    }

    [Fact]
    public async Task Twenty_thousand_genuine_callers_are_believed_while_junk_floods_in()
    {
        var genuine = "Bearer " + Token();
        var activity = Activity();
        Assert.Equal(TokenFault.None, await CheckAsync());
        var signed = Token(Header("made-up"), key: Attacker).Split('.');
        // Ids that nobody has, and the clock runs: all that an attacker can do to make the keys be fetched.
        var junk = Enumerable.Range(0, 64).Select(n => n % 2 == 0 ? $"Bearer {Text(Header($"made-up-{n}").ToJsonString())}.{signed[1]}.{signed[2]}" : "Bearer junk.junk.junk").ToArray();
        using var stop = new CancellationTokenSource();
        var believed = 0;
        var flood = Task.Run(async () =>
        {
            var sent = 0;
            for (; !stop.IsCancellationRequested; sent++)
            {
                if (await _validator.CheckAsync(activity, junk[sent % junk.Length], default) is TokenFault.None)
                    Interlocked.Increment(ref believed);
            }

            return sent;
        });

        var rejected = 0;
        await Parallel.ForEachAsync(Enumerable.Range(0, 20_000), new ParallelOptions { MaxDegreeOfParallelism = 2 }, async (number, cancellationToken) =>
        {
            if (number % 1000 == 0)
                _time.Advance(TimeSpan.FromSeconds(1));
            if (await _validator.CheckAsync(activity, genuine, cancellationToken) is not TokenFault.None)
                Interlocked.Increment(ref rejected);
        });
        await stop.CancelAsync();
        Assert.InRange(await flood, 100, int.MaxValue);
        Assert.Equal((0, 0), (rejected, believed));
        // Twenty seconds went by: one fetch at first and one in each ten seconds.
        Assert.InRange(_service.MetadataReads, 2, 4);
    }

    private static Task<bool> Answer(Microsoft.AspNetCore.Http.HttpContext http, int status)
    {
        http.Response.StatusCode = status;
        return Task.FromResult(true);
    }

    private async Task<TokenFault> CheckAsync(string kid = Kid, RSA key = null) =>
        await _validator.CheckAsync(Activity(), "Bearer " + Token(Header(kid), Claims(_time.GetUtcNow()), key), CancellationToken.None);
}
