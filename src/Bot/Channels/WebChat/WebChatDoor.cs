using Microsoft.AspNetCore.Http;

namespace SupportBot.Bot.Channels.WebChat;

/// <summary>What every Direct Line call passes first: its origin, its pace, its token.</summary>
internal sealed class WebChatDoor(WebChatTokens tokens, SourceBuckets buckets, TimeProvider time)
{
    /// <summary>A page of another site must not speak here. A program that is no browser sends no origin.</summary>
    public static bool IsForeign(HttpRequest request)
    {
        var origin = request.Headers.Origin.ToString();
        if (origin.Length == 0) return false;
        return !Uri.TryCreate(origin, UriKind.Absolute, out var from) || !string.Equals(from.Authority, Authority(request, from), StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The visitor; or null after the refusal was written.</summary>
    /// <param name="conversationId">Null where the token itself names the conversation.</param>
    public async Task<Visitor?> AdmitAsync(HttpContext context, string? conversationId)
    {
        if (IsForeign(context.Request))
        {
            await DirectLineError.ForeignOrigin.WriteAsync(context);
            return null;
        }

        var (visitor, refusal) = await tokens.AdmitAsync(context.Request.Headers.Authorization, conversationId, context.RequestAborted);
        if (refusal is not null) await refusal.WriteAsync(context);
        return visitor;
    }

    /// <summary>True once a new chat may be opened; false after the refusal was written.</summary>
    public async Task<bool> MayOpenAsync(HttpContext context)
    {
        if (IsForeign(context.Request))
        {
            await DirectLineError.ForeignOrigin.WriteAsync(context);
            return false;
        }

        if (buckets.Delay("open", context.Connection.RemoteIpAddress, capacity: 1000, perSecond: 20, refuseAfter: 45) is { } delay)
        {
            await WaitAsync(delay, context.RequestAborted);
            return true;
        }

        context.Response.Headers.RetryAfter = "5";
        await DirectLineError.Flooded.WriteAsync(context);
        return false;
    }

    /// <summary>What a person says waits at most; it is never refused.</summary>
    public Task SlowAsync(HttpContext context, Visitor visitor)
    {
        var source = buckets.Delay("say", context.Connection.RemoteIpAddress, capacity: 600, perSecond: 20);
        var tab = buckets.Delay($"tab {visitor.ConversationId}", null, capacity: 60, perSecond: 1);
        return WaitAsync(source > tab ? source!.Value : tab!.Value, context.RequestAborted);
    }

    private Task WaitAsync(TimeSpan delay, CancellationToken cancel) => delay > TimeSpan.Zero ? Task.Delay(delay, time, cancel) : Task.CompletedTask;

    // The scheme is the proxy's, so only host and port are compared, without a port that the scheme implies.
    private static string Authority(HttpRequest request, Uri from) =>
        request.Host.Port is { } port && port == from.Port && from.IsDefaultPort ? request.Host.Host : request.Host.Value ?? "";
}
