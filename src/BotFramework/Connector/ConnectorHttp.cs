using System.Buffers;
using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Bot.Schema;
using Microsoft.Rest;
using SupportBot.Wire;

namespace SupportBot.Connector;

/// <summary>
/// Calls of a connector. A 429 is tried again after the time that the channel names; nothing else is, because a channel that failed
/// may have delivered the message.
/// </summary>
internal sealed class ConnectorHttp(Func<HttpClient> client, TimeProvider time)
{
    private const int Attempts = 4;
    private const int LargestAnswer = 1024 * 1024;
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(10);
    private static readonly string Agent = $"Microsoft-BotFramework/3.1 BotBuilder/{typeof(ConnectorHttp).Assembly.GetName().Version?.ToString(3)}";

    public static ConnectorHttp Shared { get; } = MakeShared();

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
        var buffer = body is null ? null : JsonBuffer.Rent();
        if (buffer is not null)
            JsonSerializer.Serialize(buffer.Writer, body, bodyInfo);

        for (var attempt = 1; ; attempt++)
        {
            var request = MakeRequest(method, address, buffer, customHeaders);
            var response = await client().SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
            if (response.StatusCode == HttpStatusCode.TooManyRequests && attempt < Attempts && Wait(response) is { } wait)
            {
                response.Dispose();
                await Task.Delay(wait, time, cancellationToken).ConfigureAwait(false);
                continue;
            }

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

    private static HttpRequestMessage MakeRequest(HttpMethod method, Uri address, JsonBuffer buffer, Dictionary<string, List<string>> customHeaders)
    {
        var request = new HttpRequestMessage(method, address) { Content = buffer is null ? null : new JsonBufferContent(buffer) };
        request.Headers.TryAddWithoutValidation("User-Agent", Agent);
        if (customHeaders is not null)
            foreach (var (name, values) in customHeaders)
                request.Headers.TryAddWithoutValidation(name, values);
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

    private static ConnectorHttp MakeShared()
    {
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            ConnectTimeout = TimeSpan.FromSeconds(10),
            PooledConnectionLifetime = TimeSpan.FromMinutes(15),
            PooledConnectionIdleTimeout = TimeSpan.FromMinutes(2),
            ActivityHeadersPropagator = null,
        };
        var client = new HttpClient(handler) { Timeout = TimeSpan.FromSeconds(100) };
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
