using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace SupportBot.Storage.Tests;

/// <summary>
/// A key vault over HTTP on this machine, as its REST reference (7.4) describes it: one key, any number of versions, wrap and unwrap with
/// RSA-OAEP-256. It checks paths, version of the interface and token, because a real one does.
/// </summary>
public sealed class FakeVault : IAsyncDisposable
{
    public const string Token = "token-of-the-program";
    private readonly WebApplication _app;
    private readonly List<(string Name, RSA Key)> _versions = [];

    private FakeVault(WebApplication app) => _app = app;

    /// <summary>What <c>Storage:VaultKey</c> is set to.</summary>
    public string Key => $"{_app.Urls.First()}/keys/supportbot";

    /// <summary>Each request as <c>GET</c>, <c>wrapkey VERSION</c> or <c>unwrapkey VERSION</c>, in order.</summary>
    public ConcurrentQueue<string> Asked { get; } = new();

    /// <summary>Answers before anything else, with this status; 0: as it should.</summary>
    public int Status { get; set; }

    /// <summary>Statuses that one request each is answered with.</summary>
    public ConcurrentQueue<int> Next { get; } = new();

    /// <summary>Which header of authorization opens it.</summary>
    public Func<string, bool> Accepts { get; set; } = header => header == $"Bearer {Token}";

    public string Kind { get; set; } = "RSA-HSM";

    public bool Exportable { get; set; }

    public string[] Operations { get; set; } = ["wrapKey", "unwrapKey"];

    public HashSet<string> Disabled { get; } = [];

    public string Newest => _versions[^1].Name;

    public static async Task<FakeVault> StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddRoutingCore();
        builder.Logging.ClearProviders();
        var vault = new FakeVault(builder.Build());
        vault._app.Run(vault.AnswerAsync);
        vault.Rotate();
        await vault._app.StartAsync();
        return vault;
    }

    /// <summary>The key gets a new version; the old ones stay.</summary>
    public void Rotate() => _versions.Add((Guid.NewGuid().ToString("N"), RSA.Create(2048)));

    public int Count(string what) => Asked.Count(a => a.StartsWith(what, StringComparison.Ordinal));

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        foreach (var (_, key) in _versions) key.Dispose();
    }

    private async Task AnswerAsync(HttpContext http)
    {
        var path = http.Request.Path.Value!.Trim('/').Split('/');
        Asked.Enqueue(http.Request.Method == "GET" ? "GET" : $"{path[^1]} {path[^2]}");
        if (Next.TryDequeue(out var once)) await RefuseAsync(http, once, "Once");
        else if (Status != 0) await RefuseAsync(http, Status, "Forbidden");
        else if (http.Request.Query["api-version"] != "7.4") await RefuseAsync(http, 400, "BadParameter");
        else if (!Accepts(http.Request.Headers.Authorization.ToString())) await RefuseAsync(http, 401, "Unauthorized");
        else if (path is not ["keys", "supportbot", ..]) await RefuseAsync(http, 404, "KeyNotFound");
        else if (http.Request.Method == "GET" && path.Length == 2) await http.Response.WriteAsJsonAsync(Bundle());
        else if (http.Request.Method == "POST" && path is [_, _, var version, "wrapkey" or "unwrapkey"]) await OperateAsync(http, version, path[3] == "wrapkey");
        else await RefuseAsync(http, 404, "NotFound");
    }

    private JsonObject Bundle() => new()
    {
        ["key"] = new JsonObject { ["kid"] = $"{Key}/{Newest}", ["kty"] = Kind, ["key_ops"] = new JsonArray([.. Operations.Select(o => (JsonNode)o)]), ["n"] = "AQ", ["e"] = "AQAB" },
        ["attributes"] = new JsonObject { ["enabled"] = !Disabled.Contains(Newest), ["exportable"] = Exportable, ["created"] = 1493942451 },
    };

    private async Task OperateAsync(HttpContext http, string version, bool wrap)
    {
        var body = (await JsonNode.ParseAsync(http.Request.Body))!;
        if (_versions.FirstOrDefault(v => v.Name == version).Key is not { } key)
        {
            await RefuseAsync(http, 404, "KeyNotFound");
            return;
        }

        if (Disabled.Contains(version))
        {
            await RefuseAsync(http, 403, "Forbidden");
            return;
        }

        Assert.Equal("RSA-OAEP-256", (string?)body["alg"]);
        var value = Base64Url.DecodeFromChars((string)body["value"]!);
        try
        {
            var result = wrap ? key.Encrypt(value, RSAEncryptionPadding.OaepSHA256) : key.Decrypt(value, RSAEncryptionPadding.OaepSHA256);
            await http.Response.WriteAsJsonAsync(new JsonObject { ["kid"] = $"{Key}/{version}", ["value"] = Base64Url.EncodeToString(result) });
        }
        catch (CryptographicException)
        {
            await RefuseAsync(http, 400, "BadParameter");
        }
    }

    private static Task RefuseAsync(HttpContext http, int status, string code)
    {
        http.Response.StatusCode = status;
        return http.Response.WriteAsJsonAsync(new JsonObject { ["error"] = new JsonObject { ["code"] = code, ["message"] = "Client address: 203.0.113.7" } });
    }
}
