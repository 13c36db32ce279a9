using System.Net;
using Microsoft.Bot.Builder.Integration.AspNet.Core;

namespace SupportBot.Bot;

/// <summary>
/// <c>POST /api/messages</c>. Until the token validator is there it exists in Development only, for callers on this machine:
/// an unauthenticated door that must never be open anywhere else.
/// </summary>
public static class MessagesEndpoint
{
    public static void MapMessages(this WebApplication app)
    {
        if (!app.Environment.IsDevelopment()) return;
        app.MapPost("/api/messages", async (HttpContext http, IBotFrameworkHttpAdapter adapter, MessagesBot bot) =>
        {
            if (http.Connection.RemoteIpAddress is not { } from || !IPAddress.IsLoopback(from))
            {
                http.Response.StatusCode = StatusCodes.Status404NotFound;
                return;
            }

            try
            {
                await adapter.ProcessAsync(http.Request, http.Response, bot, http.RequestAborted);
            }
            catch (BadHttpRequestException refused) when (!http.Response.HasStarted)
            {
                http.Response.StatusCode = refused.StatusCode;
            }
        }).AllowAnonymous();
    }
}
