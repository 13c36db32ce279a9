using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace SupportBot.Console;

/// <summary>
/// The answer where there is nothing, or nothing for this person: the same bytes and headers in both cases, so that nobody learns
/// from it that a case exists.
/// </summary>
internal sealed class UnseenResult : ContentResult
{
    public const string Html = """
        <!doctype html>
        <html lang="en">
        <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Not found</title><link rel="stylesheet" href="/_content/SupportBot.Console/console.css"></head>
        <body><main class="page" id="content"><h1>There is nothing here for you</h1><p>Either this page does not exist, or it is not yours to see.</p><p><a href="/console">Go to your inbox</a></p></main></body>
        </html>
        """;

    public UnseenResult() => (StatusCode, ContentType, Content) = (404, "text/html; charset=utf-8", Html);

    /// <summary>The same answer where no page runs.</summary>
    public static Task WriteAsync(HttpContext context)
    {
        (context.Response.StatusCode, context.Response.ContentType) = (404, "text/html; charset=utf-8");
        return context.Response.WriteAsync(Html, context.RequestAborted);
    }
}
