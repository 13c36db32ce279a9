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

    /// <summary>The account in Microsoft Entra that signed in; without it, it is a demo session.</summary>
    public const string AccountClaim = "account";

    /// <summary>The inbox asks here by itself, so a request to it is nobody's sign of life.</summary>
    public const string AlertsPath = "/console/inbox/alerts";

    public static void Set(CookieAuthenticationOptions options, TimeSpan idle)
    {
        options.Cookie = new FramedCookie();
        options.Cookie.Name = "console";
        options.Cookie.Path = "/console";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Strict;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.ExpireTimeSpan = idle;
        options.SlidingExpiration = true;
        options.LoginPath = "/console/sign-in";
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
        options.Events.OnRedirectToAccessDenied = denied => UnseenResult.WriteAsync(denied.HttpContext);
    }

    public static ClaimsPrincipal Of(Person person) => new(new ClaimsIdentity([new Claim(PersonClaim, person.Id)], Scheme));

    /// <param name="place">Where the session lives: <see cref="TeamsFrame.Browser"/> or <see cref="TeamsFrame.Teams"/>.</param>
    public static ClaimsPrincipal OfAccount(Person person, string place) =>
        new(new ClaimsIdentity([new Claim(PersonClaim, person.Id), new Claim(AccountClaim, person.EntraId!), new Claim(TeamsFrame.PlaceClaim, place)], Scheme));

    private static bool AsksByItself(HttpRequest request) => request.Path.StartsWithSegments(AlertsPath);

    // Whoever left the directory is signed out, and so is an account that is somebody else's by now. A demo session is worth nothing
    // outside Development, nor where real accounts sign in.
    private static async Task StillStaff(CookieValidatePrincipalContext context)
    {
        var services = context.HttpContext.RequestServices;
        var person = services.GetRequiredService<District>().Person(context.Principal?.FindFirstValue(PersonClaim));
        var hasAccounts = services.GetRequiredService<ConsoleOptions>().Entra is not null;
        var stands = context.Principal?.FindFirstValue(AccountClaim) is { } account
            ? hasAccounts && person?.EntraId == account
            : !hasAccounts && person is not null && services.GetRequiredService<IHostEnvironment>().IsDevelopment();
        if (stands) return;
        context.RejectPrincipal();
        await context.HttpContext.SignOutAsync(Scheme);
    }
}
