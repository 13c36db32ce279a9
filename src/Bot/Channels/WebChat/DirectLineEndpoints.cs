using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Logging;
using Microsoft.Net.Http.Headers;
using SupportBot.Dialogs;

namespace SupportBot.Bot.Channels.WebChat;

/// <summary>Direct Line 3.0, as Microsoft's own <c>botframework-directlinejs</c> speaks it.</summary>
internal sealed class DirectLineEndpoints(WebChatTokens tokens, WebChatDoor door, StreamTickets tickets, WebChatStreams streams, UploadIntake uploads, IConversationTurns turns, TimeProvider time, ILogger<DirectLineEndpoints> log)
{
    private const string UploadRefused = "I could not take that. I can take up to five pictures (PNG, JPEG, WebP or GIF), each up to 10 MB. Nothing of it was kept.";

    /// <summary>POST tokens/generate: a new, empty conversation for a new tab.</summary>
    public async Task GenerateAsync(HttpContext context)
    {
        if (!await door.MayOpenAsync(context)) return;
        var token = tokens.Issue();
        await SendConversationAsync(context, token.ConversationId, tokens.ValueOf(token), null);
    }

    /// <summary>POST tokens/refresh: the same token with a new stamp, living on.</summary>
    public async Task RefreshAsync(HttpContext context)
    {
        if (await door.AdmitAsync(context, null) is { } visitor) await SendConversationAsync(context, visitor.ConversationId, tokens.ValueOf(visitor.Token), null);
    }

    /// <summary>POST conversations: the token's conversation, and a stream of it.</summary>
    public async Task StartAsync(HttpContext context)
    {
        if (await door.AdmitAsync(context, null) is not { } visitor) return;
        context.Response.StatusCode = StatusCodes.Status201Created;
        await SendConversationAsync(context, visitor.ConversationId, tokens.ValueOf(visitor.Token), StreamUrl(context, visitor, 0));
    }

    /// <summary>GET conversations/{id}?watermark: a new stream from there on.</summary>
    public async Task ReconnectAsync(HttpContext context)
    {
        if (await door.AdmitAsync(context, Id(context)) is not { } visitor) return;
        if (Watermark(context) is { } from) await SendConversationAsync(context, visitor.ConversationId, tokens.ValueOf(visitor.Token), StreamUrl(context, visitor, from));
        else await DirectLineError.BadWatermark.WriteAsync(context);
    }

    /// <summary>POST conversations/{id}/activities.</summary>
    public async Task PostAsync(HttpContext context)
    {
        if (await door.AdmitAsync(context, Id(context)) is not { } visitor) return;
        await door.SlowAsync(context, visitor);
        var (activity, refusal) = await ReadAsync(context, visitor);
        if (refusal is not null) await RefuseAsync(context, refusal);
        else await TakeAsync(context, visitor, activity!);
    }

    /// <summary>POST conversations/{id}/upload?userId: pictures, and the message they belong to.</summary>
    public async Task UploadAsync(HttpContext context)
    {
        if (await door.AdmitAsync(context, Id(context)) is not { } visitor) return;
        await door.SlowAsync(context, visitor);
        var (activity, refusal) = await uploads.ReadAsync(context, visitor.ConversationId);
        if (refusal is null)
        {
            await TakeAsync(context, visitor, activity!);
            return;
        }

        // A tab only shows that sending failed. Why is said in the chat.
        streams.Deliver(visitor.ConversationId, new TurnAnswer(TurnKind.NotSaved, [new Activity { Type = ActivityTypes.Message, Text = UploadRefused }], -1));
        await RefuseAsync(context, refusal);
    }

    /// <summary>GET conversations/{id}/activities?watermark.</summary>
    public async Task ReadActivitiesAsync(HttpContext context)
    {
        if (await door.AdmitAsync(context, Id(context)) is not { } visitor) return;
        if (Watermark(context) is not { } from)
        {
            await DirectLineError.BadWatermark.WriteAsync(context);
            return;
        }

        var transcript = await turns.TranscriptAsync(visitor.Key, visitor.Lockbox, from, context.RequestAborted) ?? new Transcript(from, []);
        var activities = transcript.Activities.Select((a, i) => DirectLineJson.Prepare(a, visitor.ConversationId, transcript.First + i));
        await DirectLineJson.SendAsync(context, DirectLineJson.ActivitySet(activities.Concat(streams.TakeUnsaved(visitor.ConversationId)), Math.Max(from, transcript.Next)));
    }

    /// <summary>GET conversations/{id}/stream?t&amp;watermark: a WebSocket.</summary>
    public async Task StreamAsync(HttpContext context)
    {
        if (WebChatDoor.IsForeign(context.Request))
            await DirectLineError.ForeignOrigin.WriteAsync(context);
        else if (await tickets.RedeemAsync(context.Request.Query["t"], Id(context), context.RequestAborted) is not { } visitor || !tokens.Recognise(visitor))
            await DirectLineError.ExpiredToken.WriteAsync(context);
        else if (!context.WebSockets.IsWebSocketRequest || Watermark(context) is not { } from)
            await DirectLineError.BadWatermark.WriteAsync(context);
        else
        {
            using var socket = await context.WebSockets.AcceptWebSocketAsync();
            await streams.RunAsync(socket, visitor, from, context.RequestAborted);
        }
    }

    /// <summary>POST /chat/wipe: the person left. Answered alike whatever the token was.</summary>
    public async Task WipeAsync(HttpContext context)
    {
        // Not "storage": it would come after the page has begun a new chat. Not "cookies": the console's would go with them.
        context.Response.Headers["Clear-Site-Data"] = "\"cache\"";
        context.Response.StatusCode = StatusCodes.Status204NoContent;
        if (WebChatDoor.IsForeign(context.Request)) return;
        var (visitor, _) = await tokens.AdmitAsync(context.Request.Headers.Authorization, null, context.RequestAborted);
        if (visitor is null) return;
        streams.End(visitor.ConversationId);
        tokens.Forget(visitor.ConversationId);
        try
        {
            await turns.ForgetAsync(visitor.Key, visitor.Lockbox, CancellationToken.None);
        }
        catch (Exception e)
        {
            log.WebChatNotWiped(e.GetType().Name);
        }
    }

    private async Task TakeAsync(HttpContext context, Visitor visitor, Activity activity)
    {
        var id = activity.Id;
        if (activity.Type == ActivityTypes.Typing)
        {
            await SendIdAsync(context, id);
            return;
        }

        // Not cancelled with the request: a report whose tab was closed in this very moment is still a report.
        var answer = await turns.RunAsync(new IncomingTurn(activity, visitor.Key, visitor.Lockbox, ChannelTraits.WebChat), CancellationToken.None);
        streams.Deliver(visitor.ConversationId, answer);
        if (answer.Kind == TurnKind.NotSaved) await RefuseAsync(context, DirectLineError.NotSaved);
        else await SendIdAsync(context, answer.First >= 0 && activity.Type == ActivityTypes.Message ? DirectLineJson.IdOf(visitor.ConversationId, answer.First) : id);
    }

    private async Task<(Activity?, DirectLineError?)> ReadAsync(HttpContext context, Visitor visitor)
    {
        if (!MediaTypeHeaderValue.TryParse(context.Request.ContentType, out var type) || !type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase)) return (null, DirectLineError.NotJson);
        if (context.Request.ContentLength > ActivityIntake.MaxBytes) return (null, DirectLineError.TooLarge);
        using var body = new MemoryStream();
        var piece = new byte[16 * 1024];
        int got;
        while ((got = await context.Request.Body.ReadAsync(piece, context.RequestAborted)) > 0)
        {
            if (body.Length + got > ActivityIntake.MaxBytes) return (null, DirectLineError.TooLarge);
            body.Write(piece, 0, got);
        }

        return ActivityIntake.Read(body.GetBuffer().AsMemory(0, (int)body.Length), visitor.ConversationId, time.GetUtcNow());
    }

    private Task RefuseAsync(HttpContext context, DirectLineError refusal)
    {
        log.WebChatRefused(refusal.Status, refusal.Code);
        return refusal.WriteAsync(context);
    }

    private string StreamUrl(HttpContext context, Visitor visitor, int from) =>
        $"{(context.Request.IsHttps ? "wss" : "ws")}://{context.Request.Host}{WebChatSetup.DirectLine}/conversations/{visitor.ConversationId}/stream?watermark={from}&t={tickets.Issue(visitor)}";

    private static Task SendConversationAsync(HttpContext context, string conversationId, string token, string? streamUrl) => DirectLineJson.SendAsync(context, writer =>
    {
        writer.WriteStartObject();
        writer.WriteString("conversationId", conversationId);
        writer.WriteString("token", token);
        writer.WriteNumber("expires_in", (int)WebChatTokens.Lifetime.TotalSeconds);
        if (streamUrl is not null) writer.WriteString("streamUrl", streamUrl);
        writer.WriteEndObject();
    });

    private static Task SendIdAsync(HttpContext context, string id) => DirectLineJson.SendAsync(context, writer =>
    {
        writer.WriteStartObject();
        writer.WriteString("id", id);
        writer.WriteEndObject();
    });

    private static string Id(HttpContext context) => (string)context.GetRouteValue("id")!;

    /// <summary>Where the tab is; null for what is no watermark. Clients write none in several ways.</summary>
    private static int? Watermark(HttpContext context) => context.Request.Query["watermark"].ToString() switch
    {
        "" or "-" or "null" or "undefined" => 0,
        var text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var from) ? from : null,
    };
}
