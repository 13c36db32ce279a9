using Azure.Core;
using Azure.Identity;
using Microsoft.Extensions.Time.Testing;

namespace SupportBot.Graph.Tests;

/// <summary>Tokens are kept until shortly before they end, fetched once for all who wait, and a failure is not kept.</summary>
public sealed class AppTokensTests
{
    private const string Scope = "https://api.botframework.com/.default";
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 16, 18, 7, 0, TimeSpan.Zero));

    [Fact]
    public async Task Many_who_ask_at_once_share_one_fetch()
    {
        var issuer = new Issuer(_clock);
        var tokens = new AppTokens(issuer, _clock);
        var got = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(() => tokens.TokenAsync(Scope, false, CancellationToken.None).AsTask())));
        Assert.Equal(["token-1"], got.Distinct());
    }

    [Fact]
    public async Task Each_scope_has_a_token_of_its_own()
    {
        var tokens = new AppTokens(new Issuer(_clock), _clock);
        Assert.NotEqual(await tokens.TokenAsync(Scope, false, CancellationToken.None), await tokens.TokenAsync("https://graph.microsoft.com/.default", false, CancellationToken.None));
    }

    [Fact]
    public async Task A_token_is_kept_until_five_minutes_before_it_ends()
    {
        var tokens = new AppTokens(new Issuer(_clock), _clock);
        await tokens.TokenAsync(Scope, false, CancellationToken.None);
        _clock.Advance(TimeSpan.FromMinutes(54));
        Assert.Equal("token-1", await tokens.TokenAsync(Scope, false, CancellationToken.None));
        _clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal("token-2", await tokens.TokenAsync(Scope, false, CancellationToken.None));
    }

    [Fact]
    public async Task Whoever_was_refused_gets_another_one_and_many_at_once_get_the_same()
    {
        var tokens = new AppTokens(new Issuer(_clock), _clock);
        await tokens.TokenAsync(Scope, false, CancellationToken.None);
        _clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal("token-2", await tokens.TokenAsync(Scope, fresh: true, CancellationToken.None));
        Assert.Equal("token-2", await tokens.TokenAsync(Scope, fresh: true, CancellationToken.None));
    }

    [Fact]
    public async Task A_failure_is_told_and_not_kept()
    {
        var issuer = new Issuer(_clock) { IsDown = true };
        var tokens = new AppTokens(issuer, _clock);
        await Assert.ThrowsAsync<AuthenticationFailedException>(() => tokens.TokenAsync(Scope, false, CancellationToken.None).AsTask());
        issuer.IsDown = false;
        Assert.StartsWith("token-", await tokens.TokenAsync(Scope, false, CancellationToken.None), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("managed-identity", "", null, "MicrosoftAppId")]
    [InlineData("client-secret", "11111111-0000-0000-0000-000000000001", null, "MicrosoftAppTenantId")]
    [InlineData("certificate", "11111111-0000-0000-0000-000000000001", "11111111-0000-0000-0000-0000000000aa", "CertificatePath")]
    [InlineData("client-secret", "11111111-0000-0000-0000-000000000001", "11111111-0000-0000-0000-0000000000aa", "MicrosoftAppPassword")]
    [InlineData("a-wish", "11111111-0000-0000-0000-000000000001", "11111111-0000-0000-0000-0000000000aa", "none of")]
    public void What_is_configured_wrongly_is_said_in_a_sentence_and_makes_no_credential(string kind, string client, string? tenant, string part)
    {
        var options = new CredentialOptions { Kind = kind, ClientId = client, TenantId = tenant ?? "" };
        Assert.Contains(part, options.Fault(), StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => AppCredential.Of(options));
    }

    [Fact]
    public void A_secret_is_not_printed() =>
        Assert.DoesNotContain("hush", new CredentialOptions { Secret = "hush", ClientId = "11111111-0000-0000-0000-000000000001" }.ToString(), StringComparison.Ordinal);

    private sealed class Issuer(TimeProvider clock) : TokenCredential
    {
        private int _issued;

        public bool IsDown { get; set; }

        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            IsDown ? throw new AuthenticationFailedException("down") : new AccessToken($"token-{Interlocked.Increment(ref _issued)}", clock.GetUtcNow().AddHours(1));

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) => ValueTask.FromResult(GetToken(requestContext, cancellationToken));
    }
}
