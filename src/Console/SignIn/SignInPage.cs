using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SupportBot.Directory;

namespace SupportBot.Console;

/// <summary>Sends whoever has an account in Microsoft Entra there; in a demo, lists the demo people and signs in as one of them.</summary>
[Authorize(ConsolePolicies.Newcomer)]
public sealed class SignInPage(District district, ConsoleOptions options, IHostEnvironment environment, ILogger<SignInPage> log) : PageModel
{
    public District District => district;

    /// <summary>Path to go on to; only pages of the console.</summary>
    public string To { get; private set; } = "/console";

    public IActionResult OnGet(string? to)
    {
        To = ReturnPath.Of(to);
        if (options.Entra is not null)
        {
            if (TeamsFrame.IsAskedFrom(Request)) return LocalRedirect($"/console/teams?to={Uri.EscapeDataString(To)}");
            return Challenge(new AuthenticationProperties { RedirectUri = $"/console/sign-in/done?to={Uri.EscapeDataString(To)}" }, EntraRegistration.BrowserScheme);
        }

        if (!DemoGate.IsOpen(HttpContext, environment)) return new UnseenResult();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromForm] string? person, [FromForm] string? to)
    {
        if (options.Entra is not null || !DemoGate.IsOpen(HttpContext, environment) || district.Person(person) is not { } known) return new UnseenResult();
        await HttpContext.SignInAsync(StaffSession.Scheme, StaffSession.Of(known));
        Log.SignedIn(log, known.Id);
        return LocalRedirect(ReturnPath.Of(to));
    }

    public string RolesOf(Person person) => string.Join(", ", person.Posts.Select(p =>
        $"{district.Role(p.Role)?.Title ?? p.Role} ({(p.SchoolId is { } school ? district.School(school)?.Name ?? school : "whole district")})"));
}
