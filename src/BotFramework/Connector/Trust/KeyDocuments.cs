using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;

namespace SupportBot.Connector;

/// <summary>The two documents in which a token service says with which keys it signs.</summary>
internal static class KeyDocuments
{
    private const int LeastBits = 2048;
    private const int MostBits = 8192;
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 16 };

    /// <exception cref="HttpRequestException">Not reachable, or another answer than 200.</exception>
    /// <exception cref="JsonException">Not the document, no usable key in it, or keys at an address that is not trusted.</exception>
    public static async Task<IReadOnlyDictionary<string, SigningKey>> FetchAsync(ChannelTrust trust, HttpClient http, CancellationToken cancellationToken)
    {
        using var metadata = await ReadAsync(http, trust.Metadata, cancellationToken).ConfigureAwait(false);
        if (!KeyAddress.TryTake(BearerToken.Text(metadata.RootElement, "jwks_uri"), trust, out var address))
            throw new JsonException("The keys are at an address that is not trusted.");
        using var keySet = await ReadAsync(http, address, cancellationToken).ConfigureAwait(false);
        var keys = Keys(keySet.RootElement);
        return keys.Count > 0 ? keys : throw new JsonException("No usable key.");
    }

    private static async Task<JsonDocument> ReadAsync(HttpClient http, Uri address, CancellationToken cancellationToken)
    {
        using var response = await http.GetAsync(address, cancellationToken).ConfigureAwait(false);
        if (response.StatusCode != System.Net.HttpStatusCode.OK)
            throw new HttpRequestException("Another answer than 200.", null, response.StatusCode);
        var document = JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false), Strict);
        if (document.RootElement.ValueKind == JsonValueKind.Object)
            return document;
        document.Dispose();
        throw new JsonException("Not an object.");
    }

    private static Dictionary<string, SigningKey> Keys(JsonElement set)
    {
        var keys = new Dictionary<string, SigningKey>(StringComparer.Ordinal);
        if (!set.TryGetProperty("keys", out var list) || list.ValueKind != JsonValueKind.Array)
            return keys;
        foreach (var key in list.EnumerateArray())
            if (key.ValueKind == JsonValueKind.Object && BearerToken.Text(key, "kid") is { Length: > 0 } kid && Read(key) is { } usable && !keys.TryAdd(kid, usable))
                throw new JsonException("Two keys have one id.");
        return keys;
    }

    // Keys of another kind may stand beside ours; they are passed over.
    private static SigningKey Read(JsonElement key)
    {
        if (BearerToken.Text(key, "kty") != "RSA" || (key.TryGetProperty("use", out _) && BearerToken.Text(key, "use") != "sig")
            || Number(key, "n") is not { } modulus || Number(key, "e") is not { } exponent)
            return null;
        var bits = modulus.Length == 0 ? 0 : (modulus.Length * 8) - byte.LeadingZeroCount(modulus[0]);
        if (bits is < LeastBits or > MostBits || exponent.Length is 0 or > 4 || (exponent is [1]) || exponent[^1] % 2 == 0)
            return null;
        var channels = key.TryGetProperty("endorsements", out var endorsed) && endorsed.ValueKind == JsonValueKind.Array
            ? endorsed.EnumerateArray().Where(e => e.ValueKind == JsonValueKind.String).Select(e => e.GetString()).ToHashSet(StringComparer.Ordinal)
            : [];
        return new SigningKey(new RSAParameters { Modulus = modulus, Exponent = exponent }, channels);
    }

    private static byte[] Number(JsonElement key, string name)
    {
        try
        {
            return BearerToken.Text(key, name) is { } text ? Base64Url.DecodeFromChars(text).AsSpan().TrimStart((byte)0).ToArray() : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
