using Microsoft.AspNetCore.Http;

namespace SupportBot.Console;

/// <summary>The look that Teams asks for by <c>?theme=</c>; remembered in a cookie that holds this one word. Empty: as the device prefers.</summary>
internal static class Theme
{
    private const string Cookie = "console.theme";
    private static readonly string[] Known = ["default", "dark", "contrast"];

    public static string Of(HttpContext context)
    {
        if (context.Request.Query["theme"] is [{ } asked] && Known.Contains(asked))
        {
            Keep(context, asked);
            return asked;
        }

        return context.Request.Cookies[Cookie] is { } kept && Known.Contains(kept) ? kept : "";
    }

    /// <summary>Remembers the look; anything but a known one is left alone.</summary>
    public static void Keep(HttpContext context, string? theme)
    {
        if (theme is null || !Known.Contains(theme) || context.Response.HasStarted) return;
        context.Response.Cookies.Append(Cookie, theme, TeamsFrame.Fit(context, new CookieOptions { Path = "/console", HttpOnly = true, SameSite = SameSiteMode.Strict, Secure = context.Request.IsHttps }));
    }
}
