using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Logging;
using SupportBot.Directory;

namespace SupportBot.Console;

/// <summary>
/// Takes the token that Teams gave the tab, in the Authorization header. No page of another site can send that header here, so there
/// is no form token.
/// </summary>
[Authorize(ConsolePolicies.Newcomer), IgnoreAntiforgeryToken]
public sealed class TeamsSignInPage(District district, ConsoleOptions options, ILogger<SignInPage> log) : PageModel
{
    private const string Scope = "access_as_user";

    // Teams on the desktop and on phones, and Teams in a browser: the only programs that ask for this token.
    private static readonly string[] TeamsClients = ["1fec8e78-bce4-4aaf-ab1b-5451cc387264", "5e3ce6c0-2b1f-4285-8d4b-75ee78787346"];

    // Opened as a page, there is nothing to see.
    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        if (context.HandlerMethod is null) context.Result = new UnseenResult();
    }

    public async Task<IActionResult> OnPostAsync([FromForm] string? to, [FromForm] string? page, [FromForm] string? theme)
    {
        if (Request.Headers.Authorization.Count == 0) return BadRequest();
        if (options.Entra is not { } entra) return new UnseenResult();
        var token = await HttpContext.AuthenticateAsync(EntraRegistration.TeamsScheme);
        if (!token.Succeeded) return await RefuseAsync(token.Failure?.GetType().Name ?? "no token");
        if (!TeamsClients.Contains(token.Principal.FindFirst("azp")?.Value)) return await RefuseAsync("the token was asked for by another program");
        if (token.Principal.FindFirst("scp")?.Value.Split(' ').Contains(Scope) != true) return await RefuseAsync("the token is for something else");
        if (EntraRegistration.PersonOf(token.Principal, entra, district) is not { } person) return await RefuseAsync("the account is nobody's of the directory");

        TeamsFrame.Enter(HttpContext);
        Theme.Keep(HttpContext, theme);
        await HttpContext.SignInAsync(StaffSession.Scheme, StaffSession.OfAccount(person, TeamsFrame.Teams));
        Log.SignedInByEntra(log, person.Id, TeamsFrame.Teams);
        return new JsonResult(new { to = ReturnPath.OfCase(page) ?? ReturnPath.Of(to) });
    }

    private async Task<IActionResult> RefuseAsync(string reason)
    {
        await NotInDirectory.WriteAsync(HttpContext, reason);
        return new EmptyResult();
    }
}
