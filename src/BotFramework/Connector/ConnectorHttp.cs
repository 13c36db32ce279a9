using System.Buffers;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Bot.Schema;
using Microsoft.Rest;
using SupportBot.Wire;

namespace SupportBot.Connector;

/// <summary>
/// Calls of a connector. A 429 is tried again after the time that the channel names; nothing else is, because a channel that failed
/// may have delivered the message. A 401 is tried once more with a fresh token: a channel that did not know the bot took nothing.
/// </summary>
/// <param name="right">Null for a bot without an app id, which shows no token.</param>
/// <param name="attempts">How often a busy channel is asked.</param>
internal sealed class ConnectorHttp(Func<HttpClient> client, TimeProvider time, OutboundRight right = null, int attempts = ConnectorHttp.Attempts)
{
    private const int Attempts = 4;
    private const int LargestAnswer = 1024 * 1024;
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(10);
    private static readonly string Agent = $"Microsoft-BotFramework/3.1 BotBuilder/{typeof(ConnectorHttp).Assembly.GetName().Version?.ToString(3)}";

    public static ConnectorHttp Shared { get; } = MakeShared();

    /// <summary>The same calls; but nothing is tried again.</summary>
    public ConnectorHttp OnceOnly() => new(client, time, right, attempts: 1);

    /// <param name="body">Null for a call without content.</param>
    /// <exception cref="ErrorResponseException">The channel answered with anything but 2xx.</exception>
    public async Task<HttpOperationResponse<TResult>> SendAsync<TBody, TResult>(
        HttpMethod method,
        Uri address,
        TBody body,
        JsonTypeInfo<TBody> bodyInfo,
        JsonTypeInfo<TResult> resultInfo,
        Dictionary<string, List<string>> customHeaders,
        CancellationToken cancellationToken)
        where TBody : class
    {
        if (right is null && !HttpConnectorFactory.IsHere(address.GetLeftPart(UriPartial.Authority)))
            throw new RefusedAddressException();
        right?.Require(address);
        var token = right is null ? null : await right.TokenAsync(fresh: false, cancellationToken).ConfigureAwait(false);
        var refreshed = false;
        var buffer = body is null ? null : JsonBuffer.Rent();
        if (buffer is not null)
            JsonSerializer.Serialize(buffer.Writer, body, bodyInfo);

        for (var attempt = 1; ; attempt++)
        {
            var request = MakeRequest(method, address, buffer, customHeaders, token);
            var response = await client().SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
            if (response.StatusCode == HttpStatusCode.TooManyRequests && attempt < attempts && Wait(response) is { } wait)
            {
                response.Dispose();
                await Task.Delay(wait, time, cancellationToken).ConfigureAwait(false);
                continue;
            }

            if (response.StatusCode == HttpStatusCode.Unauthorized && right is not null && !refreshed)
            {
                refreshed = true;
                response.Dispose();
                token = await right.TokenAsync(fresh: true, cancellationToken).ConfigureAwait(false);
                continue;
            }

            // Whoever gets the answer gets the request too, and needs no token.
            request.Headers.Authorization = null;

            // Only here: after an exception the connection may still be reading the buffer, and then the garbage collector has it.
            request.Content = null;
            buffer?.Dispose();

            var rented = ArrayPool<byte>.Shared.Rent(1024);
            try
            {
                (rented, var length) = await ReadAsync(response.Content, rented, cancellationToken).ConfigureAwait(false);
                return Finish(request, response, rented.AsSpan(0, length), resultInfo);
            }
            catch
            {
                request.Dispose();
                response.Dispose();
                throw;
            }
            finally
            {
                ArrayPool<byte>.Shared.Return(rented);
            }
        }
    }

    // A channel that took the message but answers in no form we know has taken it all the same.
    private static HttpOperationResponse<TResult> Finish<TResult>(HttpRequestMessage request, HttpResponseMessage response, ReadOnlySpan<byte> answer, JsonTypeInfo<TResult> resultInfo) =>
        response.IsSuccessStatusCode
            ? new HttpOperationResponse<TResult> { Request = request, Response = response, Body = ParseOrNothing(answer, resultInfo) }
            : throw Refusal(request, response, answer);

    private static HttpRequestMessage MakeRequest(HttpMethod method, Uri address, JsonBuffer buffer, Dictionary<string, List<string>> customHeaders, string token)
    {
        var request = new HttpRequestMessage(method, address) { Content = buffer is null ? null : new JsonBufferContent(buffer) };
        request.Headers.TryAddWithoutValidation("User-Agent", Agent);
        if (customHeaders is not null)
            foreach (var (name, values) in customHeaders)
                request.Headers.TryAddWithoutValidation(name, values);
        if (token is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return request;
    }

    private static async ValueTask<(byte[] Bytes, int Length)> ReadAsync(HttpContent content, byte[] rented, CancellationToken cancellationToken)
    {
        var stream = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        var length = 0;
        while (true)
        {
            var read = await stream.ReadAsync(rented.AsMemory(length), cancellationToken).ConfigureAwait(false);
            length += read;
            if (read == 0)
                return (rented, length);
            if (length == LargestAnswer)
                throw new HttpRequestException("The connector's answer is too large.");
            if (length < rented.Length)
                continue;
            var larger = ArrayPool<byte>.Shared.Rent(Math.Min(rented.Length * 2, LargestAnswer));
            rented.AsSpan(0, length).CopyTo(larger);
            ArrayPool<byte>.Shared.Return(rented);
            rented = larger;
        }
    }

    private static TResult ParseOrNothing<TResult>(ReadOnlySpan<byte> json, JsonTypeInfo<TResult> info)
    {
        try
        {
            return json.IsEmpty ? default : JsonSerializer.Deserialize(json, info);
        }
        catch (JsonException)
        {
            return default;
        }
    }

    private static ErrorResponseException Refusal(HttpRequestMessage request, HttpResponseMessage response, ReadOnlySpan<byte> answer) =>
        new($"Operation returned an invalid status code '{response.StatusCode}'")
        {
            Request = new HttpRequestMessageWrapper(request, content: null),
            Response = new HttpResponseMessageWrapper(response, System.Text.Encoding.UTF8.GetString(answer)),
            Body = ParseOrNothing(answer, (JsonTypeInfo<ErrorResponse>)ActivityJson.Options.GetTypeInfo(typeof(ErrorResponse))),
        };

    public static HttpClient MakeClient(bool allowLoopback) => new(GuardedSockets.MakeHandler(allowLoopback)) { Timeout = TimeSpan.FromSeconds(100) };

    private static ConnectorHttp MakeShared()
    {
        var client = MakeClient(allowLoopback: true);
        return new ConnectorHttp(() => client, TimeProvider.System);
    }

    /// <summary>How long to wait before the next attempt; null when the channel wants longer than a turn can wait.</summary>
    private TimeSpan? Wait(HttpResponseMessage response)
    {
        var wait = response.Headers.RetryAfter switch
        {
            { Delta: { } delta } => delta,
            { Date: { } date } => date - time.GetUtcNow(),
            _ => TimeSpan.FromSeconds(1),
        };
        if (wait > LongestWait)
            return null;
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait;
    }
}
