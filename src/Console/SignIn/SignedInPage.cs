using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace SupportBot.Console;

/// <summary>
/// A step of our own between Microsoft's sign-in and the console: a browser sends a strict cookie only where the way began on this
/// very site, and a redirect from Microsoft's did not.
/// </summary>
[Authorize(ConsolePolicies.Newcomer)]
public sealed class SignedInPage : PageModel
{
    public string To { get; private set; } = ReturnPath.Inbox;

    public void OnGet(string? to) => To = ReturnPath.Of(to);
}
