using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Features;
using SupportBot.Bot.Channels.WebChat;

namespace SupportBot.Bot.Calendars;

/// <summary>
/// <c>POST /api/graph/notifications</c>, where Graph tells of changes; it is there only where the district names an address for it. 200 with the token by which Graph asks whether the address is ours,
/// 202 for notifications, 400 for what is none, 413 for too much, 429 for too often. A notification with another secret gets 202 too, and nothing comes of it: whoever guesses learns nothing, and what
/// is left of a subscription of an earlier process is not sent again for hours.
/// </summary>
internal static class CalendarNoticesEndpoint
{
    public const string Path = "/api/graph/notifications";

    private const int LargestBody = 128 * 1024, LongestToken = 1024;

    // From one address. Graph puts several changes into one request, and one mailbox has few.
    private const double AtOnce = 60, PerSecond = 10;

    public static void MapCalendarNotices(this WebApplication app)
    {
        if (app.Services.GetService<CalendarNotices>() is not { } notices) return;
        var buckets = app.Services.GetRequiredService<SourceBuckets>();
        app.MapPost(Path, http => TakeAsync(http, notices, buckets)).AllowAnonymous();
    }

    private static async Task TakeAsync(HttpContext http, CalendarNotices notices, SourceBuckets buckets)
    {
        if (buckets.Delay("graph-notifications", http.Connection.RemoteIpAddress, AtOnce, PerSecond, refuseAfter: 0) is null)
        {
            http.Response.Headers.RetryAfter = "10";
            http.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        }
        else if (http.Request.Query.TryGetValue("validationToken", out var tokens))
        {
            await ConfirmAsync(http, tokens is [{ Length: > 0 and <= LongestToken } token] ? token : null);
        }
        else
        {
            http.Response.StatusCode = await ReadAsync(http, notices);
        }
    }

    // Graph sends only characters that stay as they are; anybody else's markup does not come back as markup.
    private static async Task ConfirmAsync(HttpContext http, string? token)
    {
        if (token is null)
        {
            http.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        http.Response.Headers.XContentTypeOptions = "nosniff";
        http.Response.ContentType = "text/plain; charset=utf-8";
        await http.Response.WriteAsync(WebUtility.HtmlEncode(token), http.RequestAborted);
    }

    private static async Task<int> ReadAsync(HttpContext http, CalendarNotices notices)
    {
        if (http.Request.ContentLength > LargestBody) return StatusCodes.Status413PayloadTooLarge;
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size) size.MaxRequestBodySize = LargestBody;
        try
        {
            var body = await JsonSerializer.DeserializeAsync(http.Request.Body, NotificationJson.Default.NotificationBody, http.RequestAborted);
            return notices.Take(body) ? StatusCodes.Status202Accepted : StatusCodes.Status400BadRequest;
        }
        catch (JsonException)
        {
            return StatusCodes.Status400BadRequest;
        }
        catch (BadHttpRequestException refused)
        {
            return refused.StatusCode;
        }
    }
}
