using System.Security.Claims;
using Microsoft.AspNetCore.Http;

namespace SupportBot.Console;

/// <summary>
/// Whether a session lives in Teams, where the console stands in a frame of another site. There a cookie must be sent in that frame,
/// and is kept apart for it (partitioned); everywhere else no other site's page sends it.
/// </summary>
internal static class TeamsFrame
{
    public const string PlaceClaim = "place";
    public const string Teams = "Teams";
    public const string Browser = "a browser";

    // Says that this browser signed in inside Teams; nothing about who.
    private const string Marker = "console.teams";
    private static readonly object Key = new();

    /// <summary>Makes this answer's cookies fit for Teams, and remembers to sign in there again.</summary>
    public static void Enter(HttpContext context)
    {
        context.Items[Key] = true;
        context.Response.Cookies.Append(Marker, "1", Fit(context, new CookieOptions { Path = "/console", HttpOnly = true }));
    }

    public static bool IsIn(HttpContext context) =>
        context.Items.ContainsKey(Key) || context.User.FindFirstValue(PlaceClaim) == Teams;

    /// <summary>True where a sign-in has to go by the token of Teams, because Microsoft's sign-in page refuses to be framed.</summary>
    public static bool IsAskedFrom(HttpRequest request) =>
        request.Cookies.ContainsKey(Marker) || request.Headers["Sec-Fetch-Dest"] == "iframe";

    public static CookieOptions Fit(HttpContext context, CookieOptions options)
    {
        if (!IsIn(context)) return options;
        (options.SameSite, options.Secure) = (SameSiteMode.None, true);
        options.Extensions.Add("Partitioned");
        return options;
    }
}
