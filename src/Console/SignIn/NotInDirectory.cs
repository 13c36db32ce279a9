using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace SupportBot.Console;

/// <summary>The answer to every sign-in that does not lead to a person of the directory, whatever the cause: the same bytes, and no hint of any case.</summary>
internal static class NotInDirectory
{
    private const string Html = """
        <!doctype html>
        <html lang="en">
        <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Not in the staff directory</title><link rel="stylesheet" href="/_content/SupportBot.Console/console.css"></head>
        <body><main class="page" id="content"><h1>This page is for staff in the directory</h1><p>You are signed in, but not in the staff directory of this program, or the sign-in could not be confirmed.</p><p>If you work here, ask your school's administrator to add your account. If you just did, <a href="/console">try again</a>.</p></main></body>
        </html>
        """;

    public static Task WriteAsync(HttpContext context, string reason)
    {
        Log.SignInRefused(context.RequestServices.GetRequiredService<ILogger<SignInPage>>(), reason);
        (context.Response.StatusCode, context.Response.ContentType) = (StatusCodes.Status403Forbidden, "text/html; charset=utf-8");
        return context.Response.WriteAsync(Html, context.RequestAborted);
    }
}
