using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using static SupportBot.BotFramework.Tests.TokenBench;

namespace SupportBot.BotFramework.Tests;

/// <summary>What an attacker may send: the request's Authorization header and its body, each wrong in one way. Two of them are legal.</summary>
internal static class TokenVariants
{
    private const string Elsewhere = "https://evil.example/";
    private static readonly RSA Small = RSA.Create(1024);
    private static readonly RSA Entra = RSA.Create(2048);
    private static readonly ECDsa Curve = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    /// <summary>Keys that the token service publishes, by what the variants need.</summary>
    public static List<(string, RSA, string[])> Keys { get; } =
    [
        (Kid, Genuine, ["msteams", "directline"]), ("small", Small, ["msteams"]), ("directline-only", Genuine, ["directline"]), ("no-endorsement", Genuine, null),
    ];

    /// <param name="trap">An address at which connections are counted.</param>
    public static Dictionary<string, (string Header, JsonObject Body)> All(string trap)
    {
        var now = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
        var good = Token();
        var parts = good.Split('.');
        var all = new Dictionary<string, (string, JsonObject)>
        {
            ["01 none"] = (null, Body()),
            ["02 Basic"] = ("Basic " + good, Body()),
            ["03 bearer in lower case, benign"] = ("bearer " + good, Body()),
            ["04 two tokens"] = ($"Bearer {good}, Bearer {good}", Body()),
            ["05 garbage"] = ("Bearer not.a.token", Body()),
            ["06 alg none"] = ("Bearer " + Token(Header().With("alg", "none").ToJsonString(), Claims().ToJsonString(), _ => []), Body()),
            ["07 alg nOnE"] = ("Bearer " + Token(Header().With("alg", "nOnE").ToJsonString(), Claims().ToJsonString(), _ => []), Body()),
            ["08 HS256 with the public key"] = ("Bearer " + Token(Header().With("alg", "HS256").ToJsonString(), Claims().ToJsonString(), d => HMACSHA256.HashData(Encoding.ASCII.GetBytes(Genuine.ExportSubjectPublicKeyInfoPem()), d)), Body()),
            ["09 HS256 with the modulus"] = ("Bearer " + Token(Header().With("alg", "HS256").ToJsonString(), Claims().ToJsonString(), d => HMACSHA256.HashData(Genuine.ExportParameters(false).Modulus, d)), Body()),
            ["10 payload edited"] = ($"Bearer {parts[0]}.{Text(Claims().With("exp", now + 7200).ToJsonString())}.{parts[2]}", Body()),
            ["11 signature stripped"] = ($"Bearer {parts[0]}.{parts[1]}.", Body()),
            ["12 signature cut"] = ("Bearer " + good[..^8], Body()),
            ["13 attacker's key, unknown kid"] = ("Bearer " + Token(Header("evil"), key: Attacker), Body()),
            ["14 attacker's key, known kid"] = ("Bearer " + Token(key: Attacker), Body()),
            ["15 jwk"] = Brings("jwk", Jwk()),
            ["16 jku"] = Brings("jku", trap + "/jku"),
            ["17 x5c"] = Brings("x5c", new JsonArray("MIIB")),
            ["18 x5u"] = Brings("x5u", trap + "/x5u"),
            ["19 no kid"] = ("Bearer " + Token(Header().Without("kid")), Body()),
            ["20 expired"] = Claimed(c => c.With("nbf", now - 7200).With("exp", now - 301)),
            ["21 not yet"] = Claimed(c => c.With("nbf", now + 400)),
            ["22 no exp"] = Claimed(c => c.Without("exp")),
            ["23 exp in ten years"] = Claimed(c => c.With("exp", now + 315_360_000)),
            ["24 exp is a text"] = Claimed(c => c.With("exp", $"{now + 3600}")),
            ["25 another aud"] = Claimed(c => c.With("aud", "00000000-0000-4000-8000-000000000bad")),
            ["26 aud array"] = Claimed(c => c.With("aud", new JsonArray(AppId))),
            ["27 no aud"] = Claimed(c => c.Without("aud")),
            ["28 api aud"] = Claimed(c => c.With("aud", "api://" + AppId)),
            ["29 another issuer"] = Claimed(c => c.With("iss", "https://evil.example")),
            ["30 issuer with a slash"] = Claimed(c => c.With("iss", Issuer + "/")),
            ["31 issuer in another case"] = Claimed(c => c.With("iss", "https://API.botframework.com")),
            ["32 no issuer"] = Claimed(c => c.Without("iss")),
            ["33 another tenant"] = ("Bearer " + good, Body().With("conversation", new JsonObject { ["id"] = "c1", ["tenantId"] = OtherTenant }).With("channelData", new JsonObject { ["tenant"] = new JsonObject { ["id"] = OtherTenant } })),
            ["34 bot to bot"] = Claimed(c => c.With("iss", "https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/").With("ver", "1.0").With("appid", AppId)),
            ["35 a person's token of our tenant"] = Claimed(c => c.With("iss", $"https://login.microsoftonline.com/{Tenant}/v2.0").With("ver", "2.0").With("oid", "o-1")),
            ["36 our issuer, Entra's key"] = ("Bearer " + Token(Header("entra"), key: Entra), Body()),
            ["37 no serviceurl claim"] = Claimed(c => c.Without("serviceurl")),
            ["38 body names another host"] = ("Bearer " + good, Body().With("serviceUrl", Elsewhere)),
            ["39 metadata address"] = Both("http://169.254.169.254/"),
            ["40 http"] = Both("http://smba.trafficmanager.net/amer/"),
            ["41 port"] = Both("https://smba.trafficmanager.net:8443/amer/"),
            ["42 user info"] = Both("https://smba.trafficmanager.net@evil.example/"),
            ["43 look-alike suffix"] = Both("https://smba.trafficmanager.net.evil.example/"),
            ["44 another trafficmanager host"] = Both("https://evil.trafficmanager.net/amer/"),
            ["45 no serviceUrl"] = ("Bearer " + good, Body().Without("serviceUrl")),
            ["46 key not endorsed for msteams"] = ("Bearer " + Token(Header("directline-only")), Body()),
            ["47 channelId directline"] = Channel("directline"),
            ["48 no channelId"] = ("Bearer " + good, Body().Without("channelId")),
            ["49 empty channelId"] = Channel(""),
            ["50 AseChannel"] = Channel("AseChannel"),
            ["51 emulator"] = Channel("emulator"),
            ["52 MSTEAMS"] = Channel("MSTEAMS"),
            ["53 aud twice"] = Twice("aud", AppId),
            ["54 serviceurl twice"] = Twice("serviceurl", ServiceUrl),
            ["55 PS256"] = ("Bearer " + Token(Header().With("alg", "PS256").ToJsonString(), Claims().ToJsonString(), d => Genuine.SignData(d, HashAlgorithmName.SHA256, RSASignaturePadding.Pss)), Body()),
            ["56 RS512"] = ("Bearer " + Token(Header().With("alg", "RS512").ToJsonString(), Claims().ToJsonString(), d => Genuine.SignData(d, HashAlgorithmName.SHA512, RSASignaturePadding.Pkcs1)), Body()),
            ["57 ES256"] = ("Bearer " + Token(Header().With("alg", "ES256").ToJsonString(), Claims().ToJsonString(), d => Curve.SignData(d, HashAlgorithmName.SHA256)), Body()),
            ["58 RSA-1024"] = ("Bearer " + Token(Header("small"), key: Small), Body()),
            ["59 crit"] = ("Bearer " + Token(Header().With("crit", new JsonArray("exp")).With("exp", now + 60)), Body()),
            ["60 b64 false"] = ("Bearer " + Token(Header().With("b64", false)), Body()),
            ["61 18 KB"] = Claimed(c => c.With("pad", new string('a', 13_500))),
            ["62 newline"] = ("Bearer " + good + "\n", Body()),
            ["63 trailing dot"] = Both("https://smba.trafficmanager.net./amer/"),
            ["64 five parts"] = ($"Bearer {good}.{parts[1]}.{parts[2]}", Body()),
            ["65 extra nonce, benign"] = ("Bearer " + Token(Header().With("nonce", "n-1"), Claims().With("nonce", "n-2")), Body()),
        };
        return all;

        (string, JsonObject) Claimed(Func<JsonObject, JsonObject> change) => ("Bearer " + Token(claims: change(Claims())), Body());
        (string, JsonObject) Both(string url) => ("Bearer " + Token(claims: Claims().With("serviceurl", url)), Body().With("serviceUrl", url));
        (string, JsonObject) Channel(string id) => ("Bearer " + good, Body().With("channelId", id));
        // Signed by the genuine key: what is refused is the invitation, and not for want of a signature.
        (string, JsonObject) Brings(string member, JsonNode value) => ("Bearer " + Token(Header().With(member, value)), Body());
        (string, JsonObject) Twice(string name, string value) =>
            ("Bearer " + Token(Header().ToJsonString(), $"{{\"{name}\":\"{value}\"," + Claims().ToJsonString()[1..]), Body());
    }

    private static JsonObject Jwk()
    {
        var key = Attacker.ExportParameters(false);
        return new JsonObject
        {
            ["kty"] = "RSA", ["n"] = System.Buffers.Text.Base64Url.EncodeToString(key.Modulus), ["e"] = System.Buffers.Text.Base64Url.EncodeToString(key.Exponent),
        };
    }
}
