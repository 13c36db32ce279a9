using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SupportBot.Directory;

namespace SupportBot.Console;

/// <summary>Lists the demo people and signs in as one of them.</summary>
[Authorize(ConsolePolicies.Newcomer)]
public sealed class SignInPage(District district, IHostEnvironment environment, ILogger<SignInPage> log) : PageModel
{
    public District District => district;

    /// <summary>Path to go on to; only pages of the console.</summary>
    public string To { get; private set; } = "/console";

    public IActionResult OnGet(string? to)
    {
        if (!DemoGate.IsOpen(HttpContext, environment)) return new UnseenResult();
        To = Inside(to);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromForm] string? person, [FromForm] string? to)
    {
        if (!DemoGate.IsOpen(HttpContext, environment) || district.Person(person) is not { } known) return new UnseenResult();
        await HttpContext.SignInAsync(StaffSession.Scheme, StaffSession.Of(known));
        Log.SignedIn(log, known.Id);
        return LocalRedirect(Inside(to));
    }

    public string RolesOf(Person person) => string.Join(", ", person.Posts.Select(p =>
        $"{district.Role(p.Role)?.Title ?? p.Role} ({(p.SchoolId is { } school ? district.School(school)?.Name ?? school : "whole district")})"));

    private string Inside(string? to) => to is not null && (to == "/console" || to.StartsWith("/console/", StringComparison.Ordinal)) && Url.IsLocalUrl(to) ? to : "/console";
}
