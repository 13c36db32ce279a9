using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SupportBot.Directory;

namespace SupportBot.Console;

/// <summary>A signed-in person: a cookie for <c>/console</c> only, that no script reads and no other site sends.</summary>
internal static class StaffSession
{
    public const string Scheme = "console";
    public const string PersonClaim = "person";

    /// <summary>The inbox asks here by itself, so a request to it is nobody's sign of life.</summary>
    public const string AlertsPath = "/console/inbox/alerts";

    public static void Set(CookieAuthenticationOptions options, TimeSpan idle)
    {
        options.Cookie.Name = "console";
        options.Cookie.Path = "/console";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Strict;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.ExpireTimeSpan = idle;
        options.SlidingExpiration = true;
        options.LoginPath = "/console/sign-in";
        options.AccessDeniedPath = "/console/sign-in";
        options.ReturnUrlParameter = "to";
        options.Events.OnCheckSlidingExpiration = check =>
        {
            check.ShouldRenew = !AsksByItself(check.Request);
            return Task.CompletedTask;
        };
        options.Events.OnValidatePrincipal = StillStaff;
        options.Events.OnRedirectToLogin = challenge =>
        {
            if (AsksByItself(challenge.Request)) challenge.Response.StatusCode = StatusCodes.Status401Unauthorized;
            else challenge.Response.Redirect(challenge.RedirectUri);
            return Task.CompletedTask;
        };
    }

    public static ClaimsPrincipal Of(Person person) => new(new ClaimsIdentity([new Claim(PersonClaim, person.Id)], Scheme));

    private static bool AsksByItself(HttpRequest request) => request.Path.StartsWithSegments(AlertsPath);

    // Whoever left the directory is signed out, and a demo session is worth nothing outside Development.
    private static async Task StillStaff(CookieValidatePrincipalContext context)
    {
        var services = context.HttpContext.RequestServices;
        var known = services.GetRequiredService<District>().Person(context.Principal?.FindFirstValue(PersonClaim)) is not null;
        if (known && services.GetRequiredService<IHostEnvironment>().IsDevelopment()) return;
        context.RejectPrincipal();
        await context.HttpContext.SignOutAsync(Scheme);
    }
}
