using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Bot.Schema;
using SupportBot.Connector;
using SupportBot.Wire;

namespace SupportBot.BotFramework.Tests;

/// <summary>A registered bot, the genuine key, and the words of which tokens and bodies are made.</summary>
internal static class TokenBench
{
    public const string AppId = "3f2a1b0c-0000-4000-8000-00000000b07a";
    public const string Tenant = "7e000000-0000-4000-8000-00000000d157";
    public const string OtherTenant = "7e000000-0000-4000-8000-00000000ffff";
    public const string Issuer = "https://api.botframework.com";
    public const string ServiceUrl = "https://smba.trafficmanager.net/amer/7e000000-0000-4000-8000-00000000d157/";
    public const string Kid = "genuine-1";

    public static RSA Genuine { get; } = RSA.Create(2048);

    public static RSA Attacker { get; } = RSA.Create(2048);

    public static ChannelTrust Trust(Uri metadata) => new() { AppId = AppId, TenantId = Tenant, Metadata = metadata };

    public static JsonObject Header(string kid = Kid) => new() { ["alg"] = "RS256", ["kid"] = kid, ["x5t"] = kid, ["typ"] = "JWT" };

    public static JsonObject Claims(DateTimeOffset? now = null)
    {
        var from = (now ?? TimeProvider.System.GetUtcNow()).ToUnixTimeSeconds();
        return new JsonObject { ["serviceurl"] = ServiceUrl, ["nbf"] = from - 60, ["exp"] = from + 3600, ["iss"] = Issuer, ["aud"] = AppId };
    }

    public static JsonObject Body() => new()
    {
        ["type"] = "message", ["id"] = "in-1", ["text"] = "hello", ["channelId"] = "msteams", ["serviceUrl"] = ServiceUrl,
        ["from"] = new JsonObject { ["id"] = "29:ada" }, ["recipient"] = new JsonObject { ["id"] = "28:" + AppId },
        ["conversation"] = new JsonObject { ["id"] = "c1", ["tenantId"] = Tenant }, ["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = Tenant } },
    };

    public static Activity Activity(JsonObject body = null) => ActivityJson.Read(Encoding.UTF8.GetBytes((body ?? Body()).ToJsonString()));

    public static string Text(string part) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(part));

    public static string Token(string header, string claims, Func<byte[], byte[]> sign = null)
    {
        var signed = Text(header) + "." + Text(claims);
        sign ??= Rs256(Genuine);
        return signed + "." + Base64Url.EncodeToString(sign(Encoding.ASCII.GetBytes(signed)));
    }

    public static string Token(JsonObject header = null, JsonObject claims = null, RSA key = null) =>
        Token((header ?? Header()).ToJsonString(), (claims ?? Claims()).ToJsonString(), Rs256(key ?? Genuine));

    public static Func<byte[], byte[]> Rs256(RSA key) => data => key.SignData(data, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);

    public static JsonObject With(this JsonObject parent, string name, JsonNode value)
    {
        parent[name] = value;
        return parent;
    }

    public static JsonObject Without(this JsonObject parent, string name)
    {
        parent.Remove(name);
        return parent;
    }
}
