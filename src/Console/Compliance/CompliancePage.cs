using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using SupportBot.Cases;
using SupportBot.Directory;
using SupportBot.Training;

namespace SupportBot.Console;

/// <summary>One way in which people are grouped.</summary>
/// <param name="Lines">At least one.</param>
public sealed record ComplianceGroup(string Id, string Title, IReadOnlyList<ComplianceLine> Lines)
{
    /// <summary>What a line is: <c>Site</c>.</summary>
    public required string Of { get; init; }
}

/// <summary>How all staff stand with required trainings, by site, role and month of the first day. For human resources: see <see cref="HireSight"/>.</summary>
[Authorize(ConsolePolicies.Hires)]
public sealed class CompliancePage(District district, ComplianceBoard board, ComplianceExport export, StaffStandings standings, ICaseBook book, TimeProvider clock) : StaffPage(district)
{
    public const string Address = "/console/training/compliance";

    /// <summary>Id of the course that is looked at alone; anything else is all together.</summary>
    [FromQuery(Name = "course")]
    public string? Course { get; set; }

    public Compliance Counted { get; private set; } = new(new("", 0, 0, 0, 0), [], [], []);

    public IReadOnlyList<Course> Courses { get; } = board.Courses;

    public IReadOnlyList<ComplianceGroup> Groups =>
    [
        new("site", "By site", Counted.BySite) { Of = "Site" },
        new("role", "By role", Counted.ByRole) { Of = "Role" },
        new("month", "By month of the first day", Counted.ByMonth) { Of = "Month" },
    ];

    public DateOnly Today => standings.Today;

    public async Task OnGetAsync(CancellationToken cancel) => Counted = await board.OfAsync(Chosen, cancel);

    // Written into the audit: a list of everybody leaves the program.
    public async Task<IActionResult> OnPostExportAsync(CancellationToken cancel)
    {
        var people = (await Request.ReadFormAsync(cancel))["what"] == "people";
        var staff = await board.StaffAsync(Chosen, cancel);
        await book.NoteAsync(new AuditEntry(Guid.Empty, Actor.Staff(Me.Id), AuditAction.ComplianceExported, people ? FormattableString.Invariant($"people:{staff.Count}") : "groups", clock.GetUtcNow()), cancel);
        var table = people ? export.People(staff) : ComplianceExport.Groups(board.Count(staff));
        // With the mark, spreadsheets read the letters right.
        return File([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(table)], "text/csv; charset=utf-8", $"required-trainings-{(people ? "people" : "groups")}-{Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}.csv");
    }

    private string? Chosen => Courses.FirstOrDefault(c => c.Id == Course)?.Id;
}
