using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace SupportBot.BotFramework.Tests;

/// <summary>A token service on a loopback port: metadata, keys with endorsements, and what goes wrong with them.</summary>
internal sealed class FakeOidc : IAsyncDisposable
{
    private readonly WebApplication _app;
    private int _metadata;
    private int _keys;
    private int _elsewhere;

    private FakeOidc(WebApplication app) => _app = app;

    public string Address { get; private set; }

    public Uri Metadata => new(Address + "/.well-known/openidconfiguration");

    /// <summary>What the metadata names; null for the service's own keys.</summary>
    public string KeysAt { get; set; }

    /// <summary>Runs instead of the answer when it returns true.</summary>
    public Func<HttpContext, Task<bool>> Trouble { get; set; } = _ => Task.FromResult(false);

    public List<(string Kid, RSA Key, string[] Endorsements)> Published { get; set; } = [];

    public int MetadataReads => Volatile.Read(ref _metadata);

    public int KeyReads => Volatile.Read(ref _keys);

    /// <summary>Requests to any other address, such as one that a token named.</summary>
    public int OtherReads => Volatile.Read(ref _elsewhere);

    public static async Task<FakeOidc> StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddLogging(logging => logging.ClearProviders());
        var app = builder.Build();
        var service = new FakeOidc(app);
        app.Run(service.AnswerAsync);
        await app.StartAsync();
        service.Address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>().Addresses.First();
        return service;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static string Text(byte[] bytes) => Base64Url.EncodeToString(bytes);

    private async Task AnswerAsync(HttpContext http)
    {
        var path = http.Request.Path.Value;
        Interlocked.Increment(ref path == "/.well-known/openidconfiguration" ? ref _metadata : ref path == "/keys" ? ref _keys : ref _elsewhere);
        if (await Trouble(http))
            return;
        await http.Response.WriteAsync(path switch
        {
            "/.well-known/openidconfiguration" => JsonSerializer.Serialize(new { issuer = TokenBench.Issuer, jwks_uri = KeysAt ?? Address + "/keys" }),
            "/keys" => JsonSerializer.Serialize(new { keys = Published.Select(k => Jwk(k.Kid, k.Key.ExportParameters(false), k.Endorsements)) }),
            _ => "{}",
        });
    }

    private static object Jwk(string kid, RSAParameters key, string[] endorsements) =>
        new { kty = "RSA", use = "sig", kid, n = Text(key.Modulus), e = Text(key.Exponent), endorsements };
}
