using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace SupportBot.Bot.Tests.Teams;

/// <summary>Whoever signs the connector's tokens, on this machine: metadata, one key endorsed for Teams, and tokens by it.</summary>
internal sealed class FakeIssuer : IAsyncDisposable
{
    private const string Kid = "key-1";
    private readonly WebApplication _app;
    private readonly RSA _key = RSA.Create(2048);

    private FakeIssuer(WebApplication app) => _app = app;

    public string Metadata => $"{_app.Urls.First()}/.well-known/openidconfiguration";

    public static async Task<FakeIssuer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var issuer = new FakeIssuer(app);
        app.MapGet("/.well-known/openidconfiguration", () => Results.Json(new { issuer = "https://api.botframework.com", jwks_uri = $"{app.Urls.First()}/keys" }));
        app.MapGet("/keys", () => Results.Json(new { keys = new[] { issuer.Published } }));
        await app.StartAsync();
        return issuer;
    }

    /// <summary>A token for a call about activities of that service address.</summary>
    /// <param name="key">Another key than the published one; null for that.</param>
    public string Token(string appId, string serviceUrl, DateTimeOffset now, RSA? key = null)
    {
        var header = JsonSerializer.Serialize(new { alg = "RS256", kid = Kid, typ = "JWT" });
        var claims = JsonSerializer.Serialize(new { iss = "https://api.botframework.com", aud = appId, serviceurl = serviceUrl, nbf = now.ToUnixTimeSeconds() - 60, exp = now.ToUnixTimeSeconds() + 3600 });
        var signed = $"{Text(header)}.{Text(claims)}";
        return $"{signed}.{Base64Url.EncodeToString((key ?? _key).SignData(Encoding.ASCII.GetBytes(signed), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1))}";
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _key.Dispose();
    }

    private object Published
    {
        get
        {
            var key = _key.ExportParameters(false);
            return new { kty = "RSA", use = "sig", kid = Kid, n = Base64Url.EncodeToString(key.Modulus), e = Base64Url.EncodeToString(key.Exponent), endorsements = new[] { "msteams" } };
        }
    }

    private static string Text(string part) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(part));
}
