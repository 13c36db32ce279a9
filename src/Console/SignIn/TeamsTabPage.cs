using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace SupportBot.Console;

/// <summary>Where the tab in Teams starts: its script signs in with the token of Teams and goes on to the page that was asked for.</summary>
[Authorize(ConsolePolicies.Newcomer)]
public sealed class TeamsTabPage(ConsoleOptions options) : PageModel
{
    public string To { get; private set; } = ReturnPath.Inbox;

    public ConsoleOptions Options => options;

    public IActionResult OnGet(string? to, [FromQuery(Name = "case")] string? number)
    {
        if (options.Entra is null) return LocalRedirect(ReturnPath.OfCase(number) ?? ReturnPath.Of(to));
        To = ReturnPath.OfCase(number) ?? ReturnPath.Of(to);
        return Page();
    }
}
