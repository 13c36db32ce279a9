using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.Logging;

namespace SupportBot.Console;

/// <summary>
/// The console's HTTP edge: whatever throws ends here with a plain page. What the exception says is not logged, because it may quote
/// what somebody typed; its kind and where it was thrown are.
/// </summary>
internal sealed class FailureEdge(ILogger<FailureEdge> log) : IExceptionFilter
{
    private const string Html = """
        <!doctype html>
        <html lang="en">
        <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Something did not work</title><link rel="stylesheet" href="/_content/SupportBot.Console/console.css"></head>
        <body><main class="page" id="content"><h1>Something did not work</h1><p>What you just did may not be saved. Please look at the case before you do it again.</p><p>If it cannot wait, call your colleague or the principal. In danger call 911. For thoughts of suicide, call or text 988.</p><p><a href="/console">Go to your inbox</a></p></main></body>
        </html>
        """;

    public void OnException(ExceptionContext context)
    {
        if (context.HttpContext.RequestAborted.IsCancellationRequested) return;
        Log.PageFailed(log, context.Exception.GetType().Name, context.Exception.StackTrace);
        context.Result = new ContentResult { StatusCode = 500, ContentType = "text/html; charset=utf-8", Content = Html };
        context.ExceptionHandled = true;
    }
}
