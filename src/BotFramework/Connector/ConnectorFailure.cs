using System.Net;
using System.Net.Http.Headers;
using Microsoft.Bot.Schema;

namespace SupportBot.Connector;

/// <summary>Why a call to a channel failed, by what the caller has to do about it.</summary>
/// <param name="Status">The channel's HTTP status; null when it gave none.</param>
/// <param name="Code">The channel's error code, such as <c>MessageWritesBlocked</c>; null when it gave none. No words of a person are in it.</param>
/// <param name="RetryAfter">For <see cref="ConnectorFailureKind.Throttled"/>: how long the channel asks to wait, if it says so.</param>
public sealed record ConnectorFailure(ConnectorFailureKind Kind, int? Status = null, string Code = null, TimeSpan? RetryAfter = null)
{
    private const int LongestCode = 64;

    /// <summary>What an exception of a connector's call means. Null for one that does not come from a call.</summary>
    public static ConnectorFailure Of(Exception exception, TimeProvider time = null)
    {
        ArgumentNullException.ThrowIfNull(exception);
        time ??= TimeProvider.System;
        return exception switch
        {
            ErrorResponseException { Response: { } response } refused => Of(response.StatusCode, CodeOf(refused), Wait(response.Headers, time)),
            AppTokenException => new ConnectorFailure(ConnectorFailureKind.OurCredentials),
            RefusedAddressException => new ConnectorFailure(ConnectorFailureKind.Refused),
            HttpRequestException { InnerException: RefusedAddressException } => new ConnectorFailure(ConnectorFailureKind.Refused),
            HttpRequestException or IOException or OperationCanceledException or TimeoutException => new ConnectorFailure(ConnectorFailureKind.Ambiguous),
            _ => null,
        };
    }

    private static ConnectorFailure Of(HttpStatusCode status, string code, TimeSpan? wait) => status switch
    {
        HttpStatusCode.TooManyRequests => new(ConnectorFailureKind.Throttled, (int)status, code, wait),
        HttpStatusCode.RequestTimeout or HttpStatusCode.PreconditionFailed or >= HttpStatusCode.InternalServerError => new(ConnectorFailureKind.Ambiguous, (int)status, code, wait),
        HttpStatusCode.Forbidden or HttpStatusCode.NotFound => new(ConnectorFailureKind.Unreachable, (int)status, code),
        HttpStatusCode.Unauthorized => new(ConnectorFailureKind.OurCredentials, (int)status, code),
        HttpStatusCode.RequestEntityTooLarge => new(ConnectorFailureKind.TooLarge, (int)status, code),
        _ => new(ConnectorFailureKind.Refused, (int)status, code),
    };

    // The code ends up in logs and in the audit: a name, or nothing.
    private static string CodeOf(ErrorResponseException refused) =>
        refused.Body?.Error?.Code is { Length: > 0 and <= LongestCode } code && code.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '.') ? code : null;

    private static TimeSpan? Wait(IDictionary<string, IEnumerable<string>> headers, TimeProvider time)
    {
        if (!headers.TryGetValue("Retry-After", out var values) || !RetryConditionHeaderValue.TryParse(string.Join(',', values), out var named))
            return null;
        var wait = named.Delta ?? named.Date - time.GetUtcNow();
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait;
    }
}
