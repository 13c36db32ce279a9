using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using SupportBot.Cases;
using SupportBot.Directory;
using SupportBot.Training;

namespace SupportBot.Console;

/// <summary>
/// Human resources and the training lead bring a list of what staff completed before this program came. It is shown before anything is kept; what was brought is listed, and wrong lines are taken
/// back. Whatever names somebody stands in a form, never in an address or a log line.
/// </summary>
[Authorize(ConsolePolicies.Earlier)]
public sealed class EarlierPage(District district, EarlierDesk desk, IHireBook hires, TrainingOffer offer, ICaseBook book, SessionWords words, TimeProvider clock) : StaffPage(district)
{
    public const string Address = "/console/training/earlier";
    public const int OnOnePage = 100;

    /// <summary>1 for the first.</summary>
    [FromQuery(Name = "part")]
    public int At { get; set; } = 1;

    public SessionWords Words => words;

    public DateOnly Today => desk.Today;

    /// <summary>Never null once a page is shown: nobody may see it where there is none.</summary>
    public Catalogue Catalogue { get; } = offer.Catalogue!;

    /// <summary>What was brought, as it was; empty before.</summary>
    public string Csv { get; private set; } = "";

    /// <summary>What the list gave; null before one was brought.</summary>
    public EarlierReading? Reading { get; private set; }

    /// <summary>What the list would do, or did; null before one was brought, and where nothing of it could be read.</summary>
    public EarlierPlan? Plan { get; private set; }

    /// <summary>How many were new; null where nothing was imported: the plan is a preview then.</summary>
    public int? Imported { get; private set; }

    /// <summary>Lines that are not taken, each with its reason.</summary>
    public IReadOnlyList<EarlierFault> Faults => [.. (Reading?.Faults ?? []).Concat(Plan?.Faults ?? []).OrderBy(f => f.Line)];

    public string? Refused { get; private set; }

    public string? Done { get; private set; }

    /// <summary>What was looked for; null where all are listed.</summary>
    public string? Sought { get; private set; }

    /// <summary>The form that was refused, with what was typed.</summary>
    public TypedForm? Typed { get; private set; }

    /// <summary>What was brought, the newest list first.</summary>
    public IReadOnlyList<EarlierLine> Lines { get; private set; } = [];

    /// <summary>How many fit, on all pages.</summary>
    public int Count { get; private set; }

    public Task OnGetAsync(CancellationToken cancel) => ListAsync(cancel);

    // Read from the form, and not bound: at the finest level the framework logs what it binds.
    public async Task<IActionResult> OnPostPreviewAsync(CancellationToken cancel)
    {
        await ReadAsync(cancel);
        await ListAsync(cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostImportAsync(CancellationToken cancel)
    {
        await ReadAsync(cancel);
        if (Plan is { Lines.Count: > 0 } plan)
        {
            Imported = await desk.BringAsync(Me, plan, cancel);
            Done = Imported == 0 ? "Everything was on record already; nothing changed." : string.Create(CultureInfo.InvariantCulture, $"{Imported} put on record.");
        }
        else if (Refused is null) Refuse("There is nothing to import.", 422);
        await ListAsync(cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostFindAsync(CancellationToken cancel)
    {
        Sought = (await Request.ReadFormAsync(cancel))["words"].ToString();
        await ListAsync(cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostBackAsync(CancellationToken cancel)
    {
        var form = TypedForm.Of("back", await Request.ReadFormAsync(cancel));
        if (!DateOnly.TryParseExact(form.Text("on"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var on)) return new UnseenResult();
        var (person, course) = (form.Text("person"), form.Text("course"));
        switch (await desk.TakeBackAsync(Me, person, course, on, form.Words("reason"), cancel))
        {
            case EarlierBack.NotThere:
                return new UnseenResult();
            case EarlierBack.Done:
                Done = $"Taken back: {words.NameOf(person)}, {words.CodeOf(course)}, {SchoolTime.Day(on)}. It counts no more.";
                break;
            case EarlierBack.NoReason:
                (Typed, Refused, Response.StatusCode) = (form, "Please say why the line is taken back.", 422);
                break;
            default:
                (Typed, Refused, Response.StatusCode) = (form, $"Please say it in at most {EarlierDesk.LongestReason} characters. What you typed is still here.", 422);
                break;
        }

        Sought = District.Person(person)?.Name;
        await ListAsync(cancel);
        return Page();
    }

    // Written into the audit: a list of people leaves the program.
    public async Task<IActionResult> OnPostExportAsync(CancellationToken cancel)
    {
        var lines = await desk.AllAsync(cancel);
        await book.NoteAsync(new AuditEntry(Guid.Empty, Actor.Staff(Me.Id), AuditAction.EarlierExported, FormattableString.Invariant($"{lines.Count}"), clock.GetUtcNow()), cancel);
        var table = EarlierExport.Of(lines, District, words, await hires.AllAsync(cancel));
        // With the mark, spreadsheets read the letters right.
        return File([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(table)], "text/csv; charset=utf-8", $"earlier-trainings-{Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}.csv");
    }

    /// <summary>True for the line whose taking back was refused.</summary>
    public bool IsTyped(Completion done)
    {
        ArgumentNullException.ThrowIfNull(done);
        return Typed is { } form && (form.Text("person"), form.Text("course"), form.Text("on")) == (done.PersonId, done.CourseId, CalendarPage.Iso(done.On));
    }

    public static string Counts(Completion done)
    {
        ArgumentNullException.ThrowIfNull(done);
        return done.Until == DateOnly.MaxValue ? "counts for good" : $"counts until {SchoolTime.Day(done.Until)}";
    }

    private async Task ReadAsync(CancellationToken cancel)
    {
        Csv = (await Request.ReadFormAsync(cancel))["csv"].ToString();
        (Reading, Plan) = await desk.ReadAsync(Csv, cancel);
        if (Reading.Refused is { } why) Refuse(why, 422);
    }

    private async Task ListAsync(CancellationToken cancel)
    {
        var all = await desk.AllAsync(cancel);
        var fitting = Sought is { } sought ? await NamedAsync(all, sought.Trim(), cancel) : all;
        Count = fitting.Count;
        At = Math.Clamp(At, 1, Math.Max(1, (Count + OnOnePage - 1) / OnOnePage));
        Lines = [.. fitting.Skip((At - 1) * OnOnePage).Take(OnOnePage)];
    }

    // By name, mail address or employee id of the person, or by the course, whole or in part.
    private async Task<IReadOnlyList<EarlierLine>> NamedAsync(IReadOnlyList<EarlierLine> all, string asked, CancellationToken cancel)
    {
        if (asked.Length == 0) return [];
        bool Has(string? text) => text?.Contains(asked, StringComparison.CurrentCultureIgnoreCase) == true;
        var people = District.People.Where(p => Has(p.Name) || Has(p.Mail)).Select(p => p.Id)
            .Concat((await hires.AllAsync(cancel)).Where(h => h.PersonId is not null && Has(h.EmployeeId)).Select(h => h.PersonId!)).ToHashSet(StringComparer.Ordinal);
        return [.. all.Where(l => people.Contains(l.Completion.PersonId) || Has(words.CodeOf(l.Completion.CourseId)) || Has(words.TitleOf(l.Completion.CourseId)))];
    }

    private void Refuse(string sentence, int status) => (Refused, Response.StatusCode) = (sentence, status);
}
