using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SupportBot.Directory;

namespace SupportBot.Console;

/// <summary>A page for a signed-in member of staff.</summary>
[Authorize(ConsolePolicies.Staff)]
public abstract class StaffPage(District district) : PageModel
{
    public District District => district;

    /// <summary>Who looks. The session is checked against the directory before any page runs.</summary>
    public Person Me => district.Person(User.FindFirstValue(StaffSession.PersonClaim)) ?? throw new InvalidOperationException("No page runs without a person.");

    // Without this, a POST to a handler that does not exist would show the page as if nothing had been asked.
    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        if (context.HandlerMethod is null) context.Result = new UnseenResult();
    }
}
