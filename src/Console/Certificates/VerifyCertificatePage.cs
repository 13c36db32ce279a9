using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SupportBot.Directory;

namespace SupportBot.Console;

/// <summary>
/// Says to anybody who has a certificate before them whether its serial number is valid: course and day, and no name. Staff who are signed in see whose it is;
/// human resources and the training lead take it back here.
/// </summary>
[Authorize(ConsolePolicies.Anybody)]
public sealed class VerifyCertificatePage(District district, TrainingSight sight, CertificateDesk desk, SessionWords words) : PageModel
{
    /// <summary>As it was typed; empty before.</summary>
    public string Serial { get; private set; } = "";

    public FoundCertificate? Found { get; private set; }

    public bool IsDone { get; private set; }

    public string? Refused { get; private set; }

    /// <summary>Null where nobody is signed in.</summary>
    public Person? Me => district.Person(User.FindFirstValue(StaffSession.PersonClaim));

    public bool MayTakeBack => Me is { } me && CertificateDesk.MayTakeBack(me);

    public SessionWords Words => words;

    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        if (context.HandlerMethod is null || !sight.HasTrainings) context.Result = new UnseenResult();
    }

    public async Task OnGetAsync(string? serial, string? done, CancellationToken cancel)
    {
        (Serial, IsDone) = (serial?.Trim() ?? "", done == "back");
        if (Serial.Length > 0) Found = await desk.FindAsync(Serial, cancel);
    }

    public async Task<IActionResult> OnPostBackAsync([FromForm] string? serial, [FromForm] string? sure, CancellationToken cancel)
    {
        if (Me is not { } me || !CertificateDesk.MayTakeBack(me) || await desk.FindAsync(serial ?? "", cancel) is not { } found) return new UnseenResult();
        (Serial, Found) = (found.Completion.Serial!, found);
        if (sure == "yes")
        {
            await desk.TakeBackAsync(me, found, cancel);
            return LocalRedirect($"{CertificateDesk.VerifyPath}?serial={Serial}&done=back");
        }

        (Refused, Response.StatusCode) = ("Please confirm that the certificate is taken back.", 422);
        return Page();
    }
}
