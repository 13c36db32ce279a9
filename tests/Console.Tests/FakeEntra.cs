using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace SupportBot.Console.Tests;

/// <summary>Microsoft Entra as far as a sign-in sees it, over HTTP on this machine: metadata, keys, authorize and token.</summary>
internal sealed class FakeEntra : IAsyncDisposable
{
    public const string TeamsWeb = "5e3ce6c0-2b1f-4285-8d4b-75ee78787346";
    private readonly RSA key = RSA.Create(2048);
    private readonly WebApplication app;
    private string? challenge;
    private string? nonce;

    public FakeEntra(DateTimeOffset now)
    {
        Now = now;
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        app = builder.Build();
        var tenant = $"/{Tenant:D}";
        app.MapGet($"{tenant}/v2.0/.well-known/openid-configuration", () => Results.Json(new
        {
            issuer = Issuer,
            jwks_uri = $"{Root}{tenant}/keys",
            authorization_endpoint = $"{Root}{tenant}/authorize",
            token_endpoint = $"{Root}{tenant}/token",
        }));
        app.MapGet($"{tenant}/keys", () =>
        {
            var open = key.ExportParameters(false);
            return Results.Json(new { keys = new[] { new { kty = "RSA", use = "sig", kid = "k1", n = Base64UrlEncoder.Encode(open.Modulus), e = Base64UrlEncoder.Encode(open.Exponent), issuer = Issuer } } });
        });
        app.MapGet($"{tenant}/authorize", (HttpRequest request) =>
        {
            (challenge, nonce) = (request.Query["code_challenge"], request.Query["nonce"]);
            return Results.Redirect($"{request.Query["redirect_uri"]}?code=c1&state={Uri.EscapeDataString(request.Query["state"]!)}");
        });
        app.MapPost($"{tenant}/token", async (HttpRequest request) =>
        {
            var form = await request.ReadFormAsync();
            var proves = Base64UrlEncoder.Encode(SHA256.HashData(System.Text.Encoding.ASCII.GetBytes(form["code_verifier"].ToString()))) == challenge;
            if (!proves || form["code"] != "c1") return Results.Json(new { error = "invalid_grant" }, statusCode: 400);
            return Results.Json(new { token_type = "Bearer", expires_in = 300, access_token = "a", id_token = Token(SignsInAs, t => { t["nonce"] = nonce!; t.Remove("azp"); t.Remove("scp"); }) });
        });
        app.StartAsync().GetAwaiter().GetResult();
    }

    public Guid Tenant { get; } = new("aaaaaaaa-0000-0000-0000-000000000001");

    public Guid Client { get; } = new("bbbbbbbb-0000-0000-0000-000000000001");

    public DateTimeOffset Now { get; }

    public string Root => app.Urls.First();

    public string Issuer => $"{Root}/{Tenant:D}/v2.0";

    public string SignsInAs { get; set; } = "11111111-0000-0000-0000-000000000001";

    public EntraSignIn Settings => new() { TenantId = Tenant, ClientId = Client, Instance = new Uri(Root + "/"), Audience = "api://support.example.org/botid-1" };

    public string Token(string? oid, Action<Dictionary<string, object>>? change = null, SigningCredentials? by = null)
    {
        var claims = new Dictionary<string, object>
        {
            ["iss"] = Issuer, ["aud"] = Client.ToString("D"), ["tid"] = Tenant.ToString("D"), ["ver"] = "2.0", ["sub"] = "s", ["azp"] = TeamsWeb, ["scp"] = "access_as_user",
            ["nbf"] = Now.AddMinutes(-1).ToUnixTimeSeconds(), ["iat"] = Now.AddMinutes(-1).ToUnixTimeSeconds(), ["exp"] = Now.AddMinutes(30).ToUnixTimeSeconds(),
        };
        if (oid is not null) claims["oid"] = oid;
        change?.Invoke(claims);
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(System.Text.Json.JsonSerializer.Serialize(claims), by ?? new SigningCredentials(new RsaSecurityKey(key) { KeyId = "k1" }, SecurityAlgorithms.RsaSha256));
    }

    /// <summary>The right key with another algorithm.</summary>
    public SigningCredentials Rs512 => new(new RsaSecurityKey(key) { KeyId = "k1" }, SecurityAlgorithms.RsaSha512);

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        key.Dispose();
    }
}
