using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace SupportBot.Console;

/// <summary>Where somebody with an account stands after signing out.</summary>
[Authorize(ConsolePolicies.Newcomer)]
public sealed class SignedOutPage : PageModel;
