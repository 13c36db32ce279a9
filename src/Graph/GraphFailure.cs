using System.Globalization;
using System.Net.Http.Headers;
using Azure.Identity;
using Microsoft.Graph.Models.ODataErrors;
using Microsoft.Kiota.Abstractions;

namespace SupportBot.Graph;

/// <summary>Why a call to Graph failed, by what the caller has to do about it.</summary>
/// <param name="Code">Short, for logs and the audit: Graph's error code, else the status, else <c>timeout</c>, <c>no-answer</c>, <c>no-token</c>. Never words.</param>
/// <param name="RetryAfter">For <see cref="GraphFailureKind.Throttled"/> and <see cref="GraphFailureKind.Resting"/>: how long to wait.</param>
public sealed record GraphFailure(GraphFailureKind Kind, string Code, TimeSpan RetryAfter = default, int? Status = null)
{
    private const int LongestCode = 64;

    /// <summary>Used where Graph is too busy and does not say for how long.</summary>
    private static readonly TimeSpan UsualWait = TimeSpan.FromSeconds(5);

    /// <summary>What an exception of a call means. Null for one that does not come from a call.</summary>
    public static GraphFailure? Of(Exception exception, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(time);
        return exception switch
        {
            ApiException { ResponseStatusCode: > 0 } refused => Of(refused, time),
            // 401 from whoever gives tokens, and a giver that cannot be reached, look the same from here.
            AuthenticationFailedException or ForeignAddressException => new(GraphFailureKind.OurCredentials, exception is ForeignAddressException ? "foreign-address" : "no-token"),
            OperationCanceledException or TimeoutException => new(GraphFailureKind.Unreachable, "timeout"),
            // An answer that is not what Graph gives (a proxy's page, half a JSON) is no answer.
            HttpRequestException or IOException or ApiException or System.Text.Json.JsonException => new(GraphFailureKind.Unreachable, "no-answer"),
            _ => null,
        };
    }

    private static GraphFailure Of(ApiException refused, TimeProvider time)
    {
        var (status, code) = (refused.ResponseStatusCode, CodeOf(refused) ?? refused.ResponseStatusCode.ToString(CultureInfo.InvariantCulture));
        var wait = Wait(refused.ResponseHeaders, time);
        return status switch
        {
            429 => new(GraphFailureKind.Throttled, code, wait ?? UsualWait, status),
            // Outlook says with 503 and a time what the others say with 429.
            503 when wait is { } named => new(GraphFailureKind.Throttled, code, named, status),
            401 => new(GraphFailureKind.OurCredentials, code, Status: status),
            403 => new(GraphFailureKind.Forbidden, code, Status: status),
            404 => new(GraphFailureKind.NotFound, code, Status: status),
            409 => new(GraphFailureKind.Conflict, code, Status: status),
            410 => new(GraphFailureKind.Gone, code, Status: status),
            408 or >= 500 => new(GraphFailureKind.Unreachable, code, Status: status),
            _ => new(GraphFailureKind.Refused, code, Status: status),
        };
    }

    // The code ends up in logs and in the audit: a name, or nothing.
    private static string? CodeOf(ApiException refused) =>
        refused is ODataError { Error.Code: { Length: > 0 and <= LongestCode } code } && code.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '.') ? code : null;

    private static TimeSpan? Wait(IDictionary<string, IEnumerable<string>>? headers, TimeProvider time)
    {
        var named = headers?.FirstOrDefault(h => h.Key.Equals("Retry-After", StringComparison.OrdinalIgnoreCase)).Value;
        if (named is null || !RetryConditionHeaderValue.TryParse(string.Join(',', named), out var after)) return null;
        var wait = after.Delta ?? after.Date - time.GetUtcNow();
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait;
    }
}
