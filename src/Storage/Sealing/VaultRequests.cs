using System.Buffers.Text;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace SupportBot.Storage;

/// <summary>
/// The three things that are asked of a vault: https://learn.microsoft.com/rest/api/keyvault/keys, version 7.4. Whatever fails is a
/// <see cref="HttpRequestException"/>, with a status where the vault gave one.
/// </summary>
internal sealed class VaultRequests(VaultKey key, IEntraTokens tokens) : IDisposable
{
    private const string Version = "?api-version=7.4";
    private const string Algorithm = "RSA-OAEP-256";
    private readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, ConnectTimeout = TimeSpan.FromSeconds(3), PooledConnectionLifetime = TimeSpan.FromMinutes(5) })
    {
        Timeout = TimeSpan.FromSeconds(5),
    };

    /// <summary>The newest version of the key, and what may be done with it.</summary>
    public async Task<KeyBundle> NewestAsync(CancellationToken cancel) =>
        await AskAsync(() => new HttpRequestMessage(HttpMethod.Get, key.Address + Version), VaultJson.Default.KeyBundle, cancel);

    public Task<byte[]> WrapAsync(string version, ReadOnlyMemory<byte> value, CancellationToken cancel) => AskAsync("wrapkey", version, value, cancel);

    public Task<byte[]> UnwrapAsync(string version, ReadOnlyMemory<byte> value, CancellationToken cancel) => AskAsync("unwrapkey", version, value, cancel);

    public void Dispose() => http.Dispose();

    private async Task<byte[]> AskAsync(string what, string version, ReadOnlyMemory<byte> value, CancellationToken cancel)
    {
        var body = new KeyOperation(Algorithm, Base64Url.EncodeToString(value.Span));
        var answer = await AskAsync(() => new HttpRequestMessage(HttpMethod.Post, $"{key.Address}/{version}/{what}{Version}") { Content = JsonContent.Create(body, VaultJson.Default.KeyOperation) }, VaultJson.Default.KeyResult, cancel);
        if (answer.Value is null || !Base64Url.IsValid(answer.Value)) throw Unreadable();
        return Base64Url.DecodeFromChars(answer.Value);
    }

    // Asked twice: a connection that was kept may have been closed meanwhile, and a token may have been taken back.
    private async Task<T> AskAsync<T>(Func<HttpRequestMessage> make, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> shape, CancellationToken cancel)
    {
        HttpRequestException? failed = null;
        for (var time = 0; time < 2; time++)
        {
            try
            {
                using var request = make();
                request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await tokens.TokenAsync(key.Scope, fresh: failed?.StatusCode == HttpStatusCode.Unauthorized, cancel));
                using var answer = await http.SendAsync(request, cancel);
                if (answer.IsSuccessStatusCode) return await answer.Content.ReadFromJsonAsync(shape, cancel) ?? throw Unreadable();
                failed = new HttpRequestException($"{(int)answer.StatusCode} {await CodeOfAsync(answer, cancel)}", null, answer.StatusCode);
                if (failed.StatusCode != HttpStatusCode.Unauthorized && (int)answer.StatusCode < 500) throw failed;
            }
            catch (HttpRequestException e) when (e.StatusCode is null)
            {
                failed = e;
            }
            catch (OperationCanceledException e) when (!cancel.IsCancellationRequested)
            {
                // The client's own patience is over. No second time: whoever asked has waited long enough.
                throw new HttpRequestException("it took too long", e);
            }
            catch (JsonException e)
            {
                throw new HttpRequestException(Unreadable().Message, e);
            }
        }

        throw failed!;
    }

    // The code only: a message of the vault's may name addresses.
    private static async Task<string> CodeOfAsync(HttpResponseMessage answer, CancellationToken cancel)
    {
        try
        {
            var code = (await answer.Content.ReadFromJsonAsync(VaultJson.Default.KeyError, cancel))?.Error?.Code ?? "";
            return code.Length <= 60 && code.All(char.IsAsciiLetterOrDigit) ? code : "";
        }
        catch (JsonException)
        {
            return "";
        }
    }

    private static HttpRequestException Unreadable() => new("its answer cannot be read");
}

internal sealed record KeyOperation([property: JsonPropertyName("alg")] string Alg, [property: JsonPropertyName("value")] string Value);

internal sealed record KeyResult([property: JsonPropertyName("kid")] string? Kid, [property: JsonPropertyName("value")] string? Value);

internal sealed record KeyBundle([property: JsonPropertyName("key")] VaultJsonKey? Key, [property: JsonPropertyName("attributes")] KeyAttributes? Attributes);

internal sealed record VaultJsonKey(
    [property: JsonPropertyName("kid")] string? Kid, [property: JsonPropertyName("kty")] string? Kty, [property: JsonPropertyName("key_ops")] string[]? KeyOps);

internal sealed record KeyAttributes([property: JsonPropertyName("enabled")] bool? Enabled, [property: JsonPropertyName("exportable")] bool? Exportable);

internal sealed record KeyError([property: JsonPropertyName("error")] KeyErrorBody? Error);

internal sealed record KeyErrorBody([property: JsonPropertyName("code")] string? Code);

[JsonSerializable(typeof(KeyOperation)), JsonSerializable(typeof(KeyResult)), JsonSerializable(typeof(KeyBundle)), JsonSerializable(typeof(KeyError))]
internal sealed partial class VaultJson : JsonSerializerContext;
