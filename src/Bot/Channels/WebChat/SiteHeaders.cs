using Microsoft.AspNetCore.Http;

namespace SupportBot.Bot.Channels.WebChat;

/// <summary>The headers of every answer of the anonymous site: nothing is kept, framed, guessed, referred to or fetched from elsewhere.</summary>
internal static class SiteHeaders
{
    private const string Nothing = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

    public static void Set(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.CacheControl = "no-store";
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Permissions-Policy"] = "accelerometer=(), autoplay=(), browsing-topics=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), hid=(), idle-detection=(), local-fonts=(), magnetometer=(), microphone=(), midi=(), payment=(), publickey-credentials-get=(), serial=(), usb=(), clipboard-write=(self)";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Cross-Origin-Embedder-Policy"] = "require-corp";
        headers["X-DNS-Prefetch-Control"] = "off";
        if (headers.ContentSecurityPolicy.Count == 0) headers.ContentSecurityPolicy = Nothing;
    }

    /// <summary>A page's own policy in place of the one that allows nothing.</summary>
    public static void SetPolicy(HttpContext context, string policy) => context.Response.Headers.ContentSecurityPolicy = policy;
}
