using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SupportBot.Cases;
using SupportBot.Directory;

namespace SupportBot.Console;

/// <summary>For whoever was asked whether a case stays and does not see it otherwise: what is needed to decide, and not a word of the case.</summary>
public sealed class KeepPage(District district, KeepSight keeping, CaseWork work, ICaseBook book, RefusalWords refusals, SchoolTime time) : StaffPage(district)
{
    [FromRoute]
    public string Number { get; set; } = "";

    /// <summary>Never null once a page is shown.</summary>
    public AskedCase Asked { get; private set; } = null!;

    public SchoolTime Time => time;

    public string? Refused { get; private set; }

    public bool IsDone { get; private set; }

    public string SchoolName => District.School(Asked.Case.SchoolId)?.Name ?? "School not known";

    public async Task<IActionResult> OnGetAsync(string? done, CancellationToken cancel)
    {
        if (await keeping.FindAsync(Me, Number, cancel) is not { } asked) return new UnseenResult();
        (Asked, IsDone) = (asked, done == "decided");
        return Page();
    }

    public async Task<IActionResult> OnPostDecideAsync([FromForm] string? decision, [FromForm] string? sure, CancellationToken cancel)
    {
        if (await keeping.FindAsync(Me, Number, cancel) is not { } asked) return new UnseenResult();
        Asked = asked;
        if (decision is not ("keep" or "shred")) return Refuse("Please pick one.", 422);
        if (decision == "shred" && sure != "yes") return Refuse("Please confirm that the content may be deleted for good.", 422);
        var seen = new SeenCase(asked.Case, asked.Plan, MayDirect: false);
        var result = CaseEngine.DecideToKeep(asked.Case, decision == "shred", work.MomentOf(Me, seen));
        if (result.Refused is { } refused) return Refuse(refusals.Of(refused, seen), 422);
        return await book.CommitAsync(result.Step!, asked.Case.Revision, cancel) ? LocalRedirect($"/console/cases/{Number}/keeping?done=decided") : Refuse(RefusalWords.CameTooLate, 409);
    }

    private PageResult Refuse(string sentence, int status)
    {
        (Refused, Response.StatusCode) = (sentence, status);
        return Page();
    }
}
