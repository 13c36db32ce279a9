using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SupportBot.Cases;
using SupportBot.Directory;

namespace SupportBot.Console;

/// <summary>What the school's year begins at the schools of whoever looks, and what was said of it. Nothing on it is about a student.</summary>
public sealed class YearPage(District district, YearBoard board, IBeginnings book, SchoolTime time, RefusalWords names, TimeProvider clock) : StaffPage(district)
{
    public const string Address = "/console/year";

    public IReadOnlyList<BegunEntry> Begun { get; private set; } = [];

    public string? Done { get; private set; }

    public string? Refused { get; private set; }

    public YearBoard Board => board;

    public SchoolTime Time => time;

    public RefusalWords Names => names;

    public async Task OnGetAsync(string? done, CancellationToken cancel)
    {
        Done = done switch { "begun" => "It is noted that this has begun at your school.", "done" => "It is noted that this is done at your school.", _ => null };
        Begun = await board.OfAsync(Me, cancel);
    }

    public async Task<IActionResult> OnPostSayAsync([FromForm] string? protocol, [FromForm] string? entry, [FromForm] string? school, [FromForm] string? on, [FromForm] string? answer, CancellationToken cancel)
    {
        Begun = await board.OfAsync(Me, cancel);
        if (Begun.FirstOrDefault(b => b.Beginning.Protocol == protocol && b.Beginning.Entry == entry && b.Beginning.SchoolId == school && KeyOf(b.Beginning.On) == on) is not { Beginning: var about })
            return new UnseenResult();
        if (answer is not ("begun" or "done")) return Refuse("Please press one of the two buttons.", 422);
        var said = answer == "begun" ? BeginningAnswer.Begun : BeginningAnswer.Done;
        var audit = new AuditEntry(Guid.Empty, Actor.Staff(Me.Id), said == BeginningAnswer.Begun ? AuditAction.YearlyBegun : AuditAction.YearlyDone, $"{about.SchoolId}:{about.Protocol}:{about.Entry}:{KeyOf(about.On)}", clock.GetUtcNow());
        if (await book.AnswerAsync(about, said, audit, cancel)) return LocalRedirect($"{Address}?done={answer}");
        Begun = await board.OfAsync(Me, cancel);
        return Refuse("Somebody has said so before you. Here is what was said.", 409);
    }

    /// <summary><c>2027-02-01</c>.</summary>
    public static string KeyOf(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private PageResult Refuse(string sentence, int status)
    {
        (Refused, Response.StatusCode) = (sentence, status);
        return Page();
    }
}
