using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SupportBot.Cases;
using SupportBot.Directory;

namespace SupportBot.Console;

/// <summary>
/// Brings absence figures as a list, shown before anything is kept, and shows the students over the line, for whom a person opens a case. The list is a text in
/// the form: no file is ever uploaded, and what was typed is in no address and no log line.
/// </summary>
[Authorize(ConsolePolicies.Attendance)]
public sealed class AttendancePage(District district, AttendanceSight sight, AttendancePlans plans, AbsenceImport import, AbsenceCases opening, IAbsenceBook absences, ICaseBook book, TimeProvider clock) : StaffPage(district)
{
    public const string Address = "/console/attendance";

    /// <summary>Never null once a page is shown: nobody may see it where there is none.</summary>
    public AttendancePlan Plan { get; } = plans.Now!;

    /// <summary>What was brought, as it was; empty before.</summary>
    public string Csv { get; private set; } = "";

    /// <summary>What the list gave; null before one was brought.</summary>
    public AbsenceReading? Reading { get; private set; }

    /// <summary>Null where nothing was imported: the reading is a preview then.</summary>
    public Imported? Imported { get; private set; }

    public string? Refused { get; private set; }

    public string? Done { get; private set; }

    /// <summary>The case that was just opened.</summary>
    public string? OpenedCase { get; private set; }

    /// <summary>Students over the line, worst first, by school.</summary>
    public IReadOnlyList<(School School, IReadOnlyList<StudentOverLine> Students)> OverLine { get; private set; } = [];

    public IReadOnlyList<School> Schools => sight.SchoolsOf(Me);

    /// <summary>Whether a case of this school would call this very person.</summary>
    public bool IsCalledFirst(School school) => sight.IsCalledFirst(Me, school.Id, Plan);

    /// <summary>Whom a new case calls first, in words.</summary>
    public string FirstCalled => District.Role(Plan.Alert.Role)?.Title.ToLowerInvariant() ?? Plan.Alert.Role;

    public async Task OnGetAsync(string? opened, int? all, CancellationToken cancel)
    {
        OpenedCase = CaseNumber.Read(opened);
        Done = all switch { null => null, 1 => "1 case is open now.", _ => string.Create(CultureInfo.InvariantCulture, $"{all} cases are open now.") };
        await ListAsync(cancel);
    }

    // Read from the form, and not bound: at the finest level the framework logs what it binds.
    public async Task<IActionResult> OnPostPreviewAsync(CancellationToken cancel)
    {
        await ReadAsync(cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostImportAsync(CancellationToken cancel)
    {
        await ReadAsync(cancel);
        if (Reading is not { Refused: null, Rows.Count: > 0 }) return Refuse("There is nothing to import.", 422);
        Imported = await import.BringAsync(Me, Reading.Rows, Plan, cancel);
        if (Imported is null) return Refuse("Cases changed at the same moment, and nothing was imported. Please press Import once more.", 409);
        await ListAsync(cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostOpenAsync(CancellationToken cancel)
    {
        var handle = (await Request.ReadFormAsync(cancel))["student"].ToString();
        var listed = await absences.OverLineAsync([.. Schools.Select(s => s.Id)], cancel);
        var number = listed.FirstOrDefault(s => s.Handle == handle) is { } student ? await opening.OpenAsync(Me, student, Plan, cancel) : null;
        if (number is not null) return LocalRedirect($"{Address}?opened={number}");
        await ListAsync(cancel);
        return Refuse("This student is not on the list any more. Somebody else may have opened the case: look among the cases.", 409);
    }

    public async Task<IActionResult> OnPostAllAsync(CancellationToken cancel)
    {
        var id = (await Request.ReadFormAsync(cancel))["school"].ToString();
        // A case that somebody else is called for is opened one by one: a single press must not send one person hundreds of alerts.
        if (Schools.FirstOrDefault(s => s.Id == id) is not { } school || !IsCalledFirst(school)) return new UnseenResult();
        var count = 0;
        foreach (var student in await absences.OverLineAsync([school.Id], cancel))
            if (await opening.OpenAsync(Me, student, Plan, cancel) is not null) count++;
        return LocalRedirect(string.Create(CultureInfo.InvariantCulture, $"{Address}?all={count}"));
    }

    private async Task ReadAsync(CancellationToken cancel)
    {
        Csv = (await Request.ReadFormAsync(cancel))["csv"].ToString();
        var mine = Schools.Select(s => s.Id).ToHashSet();
        Reading = AbsenceCsv.Read(Csv, District, school => mine.Contains(school.Id), clock.GetUtcNow());
        if (Reading.Refused is { } why) Refuse(why, 422);
    }

    // Who is over the line is about students: that it was shown is kept, with no more than how many.
    private async Task ListAsync(CancellationToken cancel)
    {
        var listed = await absences.OverLineAsync([.. Schools.Select(s => s.Id)], cancel);
        OverLine = [.. Schools.Select(s => (s, (IReadOnlyList<StudentOverLine>)[.. listed.Where(l => l.SchoolId == s.Id).OrderByDescending(l => l.Absent / l.Enrolled).ThenBy(l => l.Handle, StringComparer.Ordinal)])).Where(s => s.Item2.Count > 0)];
        foreach (var (school, students) in OverLine)
            await book.NoteAsync(new AuditEntry(Guid.Empty, Actor.Staff(Me.Id), AuditAction.AbsencesShown, FormattableString.Invariant($"{school.Id}:{students.Count}"), clock.GetUtcNow()), cancel);
    }

    private PageResult Refuse(string sentence, int status)
    {
        (Refused, Response.StatusCode) = (sentence, status);
        return Page();
    }
}
