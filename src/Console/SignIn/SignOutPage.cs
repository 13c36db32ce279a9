using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace SupportBot.Console;

[Authorize(ConsolePolicies.Staff)]
public sealed class SignOutPage(ConsoleOptions options) : PageModel
{
    public IActionResult OnGet() => LocalRedirect("/console");

    public async Task<IActionResult> OnPostAsync()
    {
        await HttpContext.SignOutAsync(StaffSession.Scheme);
        // With an account, the sign-in page would sign the person in again at once.
        return LocalRedirect(options.Entra is null ? "/console/sign-in" : "/console/signed-out");
    }
}
