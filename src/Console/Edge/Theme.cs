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
            if (!context.Response.HasStarted)
                context.Response.Cookies.Append(Cookie, asked, new CookieOptions { Path = "/console", HttpOnly = true, SameSite = SameSiteMode.Strict, Secure = context.Request.IsHttps });
            return asked;
        }

        return context.Request.Cookies[Cookie] is { } kept && Known.Contains(kept) ? kept : "";
    }
}
