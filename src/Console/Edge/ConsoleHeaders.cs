using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using SupportBot.Directory;

namespace SupportBot.Console;

/// <summary>
/// Puts the same protection on every answer under <c>/console</c>, redirects and errors too: it stands before everything else.
/// </summary>
internal sealed class ConsoleHeaders : IStartupFilter
{
    private const long LargestForm = 256 * 1024;

    // A list of absence figures, hires or earlier trainings is told in words when it is too large; in a form each of its bytes may take three.
    private const long LargestAbsences = (3 * AbsenceCsv.Largest) + (16 * 1024);
    private const long LargestHires = (3 * HireCsv.Largest) + (16 * 1024);
    private const long LargestEarlier = (3 * EarlierCsv.Largest) + (16 * 1024);

    // Teams in the browser and on the desktop, and nobody else of Microsoft 365: docs/decisions/0011.
    private const string Frames = "frame-ancestors 'self' https://teams.microsoft.com https://*.teams.microsoft.com https://*.cloud.microsoft; base-uri 'none'";

    public const string PagePolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; frame-src 'self'; " + Frames;

    /// <summary>For the page inside the sandboxed frame that draws a chart, and for nothing else: the drawing library writes styles.</summary>
    public const string DrawingPolicy = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src data:; form-action 'none'; sandbox allow-scripts; " + Frames;

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use(Guard);
        next(app);
    };

    private static Task Guard(HttpContext context, RequestDelegate rest)
    {
        if (!context.Request.Path.StartsWithSegments("/console")) return rest(context);
        context.Response.OnStarting(() =>
        {
            Write(context.Response.Headers);
            return Task.CompletedTask;
        });
        if (!HttpMethods.IsPost(context.Request.Method)) return rest(context);

        // A multipart form could lay what people wrote in a temporary file.
        if (!IsPlainForm(context.Request.ContentType))
        {
            context.Response.StatusCode = StatusCodes.Status415UnsupportedMediaType;
            return Task.CompletedTask;
        }

        var path = context.Request.Path;
        var largest = path.StartsWithSegments(AttendancePage.Address) ? LargestAbsences : path.StartsWithSegments(HiresPage.Address) ? LargestHires : path.StartsWithSegments(EarlierPage.Address) ? LargestEarlier : LargestForm;
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size) size.MaxRequestBodySize = largest;
        if (context.Request.ContentLength <= largest) return rest(context);
        context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
        return Task.CompletedTask;
    }

    private static bool IsPlainForm(string? contentType) =>
        contentType is not null && contentType.Split(';')[0].Trim().Equals("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase);

    private static void Write(IHeaderDictionary headers)
    {
        if (headers.ContentSecurityPolicy.Count == 0) headers.ContentSecurityPolicy = PagePolicy;
        headers.CacheControl = "no-store";
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["X-Robots-Tag"] = "noindex";
    }
}
