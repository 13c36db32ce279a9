using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace SupportBot.Bot.Channels.WebChat;

/// <summary>
/// The edge of the anonymous site: headers on whatever is answered, and help numbers on whatever goes wrong.
/// </summary>
internal sealed class AnonymousSite(RequestDelegate next, AnonymousPages pages, ILogger<AnonymousSite> log)
{
    // Other channels and the console bring their own headers and their own errors.
    private static readonly string[] OthersRooms = ["/console", "/api", "/health", "/_content"];

    public async Task InvokeAsync(HttpContext context)
    {
        var path = context.Request.Path;
        if (OthersRooms.Any(room => path.StartsWithSegments(room)))
        {
            await next(context);
            return;
        }

        SiteHeaders.Set(context);
        var forProgram = path.StartsWithSegments(WebChatSetup.DirectLine) || path.StartsWithSegments("/chat");
        try
        {
            await next(context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The tab is gone.
            return;
        }
        catch (Exception e) when (!context.Response.HasStarted)
        {
            // The exception's text may hold words; its type does not.
            log.WebChatRequestFailed(context.GetEndpoint()?.DisplayName ?? "no endpoint", e.GetType().Name);
            context.Response.Clear();
            SiteHeaders.Set(context);
            await (e is BadHttpRequestException ? DirectLineError.Malformed.WriteAsync(context) : forProgram ? DirectLineError.Broken.WriteAsync(context) : pages.BrokenAsync(context));
            return;
        }

        if (context.Response.HasStarted || context.Response.StatusCode != StatusCodes.Status404NotFound || context.Response.ContentLength > 0) return;
        await (forProgram ? DirectLineError.NotFound.WriteAsync(context) : pages.LostAsync(context));
    }
}
