using System.Net;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using SupportBot.Bot.Channels.Teams;

namespace SupportBot.Bot;

/// <summary>
/// <c>POST /api/messages</c>. With an app id every caller shows a token that is checked. Without one the door exists in Development only,
/// for callers on this machine: an unauthenticated door must never be open anywhere else.
/// </summary>
public static class MessagesEndpoint
{
    public static void MapMessages(this WebApplication app)
    {
        var isRegistered = app.Configuration["MicrosoftAppId"] is { Length: > 0 };
        if (!isRegistered && !app.Environment.IsDevelopment()) return;
        app.MapPost("/api/messages", async (HttpContext http, IBotFrameworkHttpAdapter adapter, TeamsBot bot) =>
        {
            if (!isRegistered && (http.Connection.RemoteIpAddress is not { } from || !IPAddress.IsLoopback(from)))
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
