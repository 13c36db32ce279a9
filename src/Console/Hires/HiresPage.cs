using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SupportBot.Cases;
using SupportBot.Directory;
using SupportBot.Training;

namespace SupportBot.Console;

/// <summary>
/// Human resources tells of hires, one by one or as a list that is shown before anything is kept, and sees their cohorts, progress, duties and leaves. Whatever names
/// somebody stands in a form, never in an address or a log line.
/// </summary>
[Authorize(ConsolePolicies.Hires)]
public sealed class HiresPage(District district, HirePlans plans, HireImport import, HireList list, IHireBook book, TrainingOffer offer, StaffStandings standings, TimeProvider clock, IEnumerable<IHireSource> sources) : StaffPage(district)
{
    public const string Address = "/console/training/hires";
    public const int OnOnePage = 100;

    private static readonly string[] Fields = ["employee", "name", "mail", "role", "school", "day", "supervisor"];

    [FromQuery(Name = "school")]
    public string? School { get; set; }

    /// <summary><c>2026-08</c>.</summary>
    [FromQuery(Name = "month")]
    public string? Month { get; set; }

    /// <summary><c>overdue</c>, <c>waits</c>, <c>leave</c>, <c>left</c>, or anything else for all.</summary>
    [FromQuery(Name = "state")]
    public string? State { get; set; }

    /// <summary>1 for the first.</summary>
    [FromQuery(Name = "part")]
    public int At { get; set; } = 1;

    /// <summary>What was brought, as it was; empty before.</summary>
    public string Csv { get; private set; } = "";

    /// <summary>What the list gave; null before one was brought.</summary>
    public HireReading? Reading { get; private set; }

    /// <summary>What the list would do, or did; null before one was brought, and where nothing of it could be read.</summary>
    public HirePlan? Plan { get; private set; }

    /// <summary>Null where nothing was imported: the plan is a preview then.</summary>
    public (int Added, int Changed)? Imported { get; private set; }

    /// <summary>What was filled into the form for one person, by field; empty where it was taken.</summary>
    public IReadOnlyDictionary<string, string> Filled { get; private set; } = new Dictionary<string, string>();

    public string? Refused { get; private set; }

    public string? Done { get; private set; }

    /// <summary>What was looked for; null where all are listed.</summary>
    public string? Sought { get; private set; }

    public IReadOnlyList<ListedHire> Hires { get; private set; } = [];

    /// <summary>How many fit, on all pages.</summary>
    public int Count { get; private set; }

    /// <summary>Months in which somebody began, the newest first.</summary>
    public IReadOnlyList<(int Year, int Month)> Months { get; private set; } = [];

    public DateOnly Today => standings.Today;

    /// <summary>Never null once a page is shown: nobody may see it where there is none.</summary>
    public Catalogue Catalogue { get; } = offer.Catalogue!;

    /// <summary>Lines that are not taken, each with its reason.</summary>
    public IReadOnlyList<HireFault> Faults => [.. (Reading?.Faults ?? []).Concat(Plan?.Faults ?? []).OrderBy(f => f.Line)];

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
        if (Plan is { Hires.Count: > 0 } && await BringAsync(Reading!.Rows, cancel))
            Done = Told(Imported!.Value);
        else if (Refused is null) Refuse("There is nothing to import.", 422);
        await ListAsync(cancel);
        return Page();
    }

    /// <summary>Where hires can be read from beside a list; null where nothing is configured.</summary>
    public IHireSource? Source { get; } = sources.FirstOrDefault();

    // What is read is shown as a list: only the button below it keeps anything.
    public async Task<IActionResult> OnPostGroupAsync(CancellationToken cancel)
    {
        if (Source is null) return new UnseenResult();
        var read = await Source.ReadAsync(cancel);
        if (read.Refused is { } why) Refuse(why, 502);
        else if (read.Hires.Count == 0) Refuse($"Nobody is in the groups of {Source.Name} that are set up for new hires.", 422);
        else await ReadAsync(HireCsv.Write(read.Hires), cancel);
        await ListAsync(cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostAddAsync(CancellationToken cancel)
    {
        var form = await Request.ReadFormAsync(cancel);
        Filled = Fields.ToDictionary(f => f, f => form[f].ToString());
        var reading = HireCsv.Read(new HireText(Filled["employee"], Filled["name"], Filled["mail"], Filled["role"], Filled["school"], Filled["day"], Filled["supervisor"]), District, Today);
        var fault = reading.Faults.Concat(reading.Rows.Count > 0 ? (await plans.OfAsync(reading.Rows, cancel)).Faults : []).FirstOrDefault();
        if (fault is not null) Refuse($"{Capital(fault.What)}. What to do: {Ended(fault.Cure)}", 422);
        else if (await BringAsync(reading.Rows, cancel))
        {
            Done = Told(Imported!.Value);
            Filled = new Dictionary<string, string>();
        }

        Plan = null;
        await ListAsync(cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostFindAsync(CancellationToken cancel)
    {
        Sought = (await Request.ReadFormAsync(cancel))["words"].ToString();
        await ListAsync(cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostLeaveAsync(CancellationToken cancel)
    {
        var form = await Request.ReadFormAsync(cancel);
        if (await book.FindAsync(form["employee"].ToString(), cancel) is not { } hire) return new UnseenResult();
        if (LeaveFault(hire, form["from"].ToString(), form["to"].ToString(), out var leave) is { } wrong) Refuse(wrong, 422);
        else
        {
            await book.LeaveAsync(hire.EmployeeId, leave!, new AuditEntry(Guid.Empty, Actor.Staff(Me.Id), AuditAction.LeaveSet, hire.EmployeeId, clock.GetUtcNow()), cancel);
            Done = leave!.To is { } to ? $"The leave of {NameOf(hire)} is kept: {SchoolTime.Day(leave.From)} to {SchoolTime.Day(to)}." : $"The leave of {NameOf(hire)} is kept from {SchoolTime.Day(leave.From)} on, until you set its last day.";
        }

        Sought = hire.EmployeeId;
        await ListAsync(cancel);
        return Page();
    }

    public static string NameOf(Hire hire) => ShownText.Of(hire.Details.Name);

    public string SchoolName(string? schoolId) => schoolId is null ? "Whole district" : District.School(schoolId)?.Name ?? schoolId;

    public string RoleTitle(string roleId) => District.Role(roleId)?.Title ?? roleId;

    public static string MonthName((int Year, int Month) month) => new DateOnly(month.Year, month.Month, 1).ToString("MMMM yyyy", CultureInfo.GetCultureInfo("en-US"));

    public static string MonthId((int Year, int Month) month) => FormattableString.Invariant($"{month.Year:0000}-{month.Month:00}");

    /// <summary>What a duty is called for HR: a sensitive course has no title here.</summary>
    public string NameOf(Duty duty) => CourseNames.ForOthers(Catalogue, duty.Requirement.CourseId);

    /// <summary>A cure as the end of a sentence; some are questions.</summary>
    public static string Ended(string cure)
    {
        ArgumentNullException.ThrowIfNull(cure);
        return cure.EndsWith('?') ? cure : cure + ".";
    }

    private async Task ReadAsync(CancellationToken cancel) => await ReadAsync((await Request.ReadFormAsync(cancel))["csv"].ToString(), cancel);

    private async Task ReadAsync(string csv, CancellationToken cancel)
    {
        Csv = csv;
        Reading = HireCsv.Read(Csv, District, Today);
        if (Reading.Refused is { } why) Refuse(why, 422);
        else Plan = await plans.OfAsync(Reading.Rows, cancel);
    }

    private async Task<bool> BringAsync(IReadOnlyList<HireRow> rows, CancellationToken cancel)
    {
        if (await import.BringAsync(Me, rows, cancel) is not { } brought)
        {
            Refuse("Somebody else brought hires at the same moment, and nothing was kept. Please press the button once more.", 409);
            return false;
        }

        (Plan, Imported) = (brought.Plan, (brought.Added, brought.Changed));
        return true;
    }

    private static string Told((int Added, int Changed) imported) => imported switch
    {
        (0, 0) => "Everything was there already as it is told; nothing changed.",
        var (added, changed) => string.Create(CultureInfo.InvariantCulture, $"{added} new, {changed} put right."),
    };

    private static string? LeaveFault(Hire hire, string from, string to, out Leave? leave)
    {
        leave = null;
        bool Day(string text, out DateOnly day) => DateOnly.TryParseExact(text.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);
        var ends = default(DateOnly);
        if (!Day(from, out var begins)) return "Choose the first day of the leave.";
        if (to.Trim().Length > 0 && !Day(to, out ends)) return "The last day of the leave is not a date. Choose it, or leave it empty while the leave goes on.";
        var asked = new Leave(begins, to.Trim().Length > 0 ? ends : null);
        if (asked.To < asked.From) return "The leave ends before it begins. Look at both days.";
        if (asked.From < hire.On) return $"The leave begins before the first day of work, {SchoolTime.Day(hire.On)}. Look at both days.";
        // One that begins on the same day is this one, and gets its new end.
        if (hire.Leaves.FirstOrDefault(l => l.From != asked.From && (asked.To is not { } last || l.From <= last) && (l.To is not { } other || asked.From <= other)) is { } overlaps)
            return $"There is a leave from {SchoolTime.Day(overlaps.From)} on that covers some of these days. Set its last day first.";
        leave = asked;
        return null;
    }

    private async Task ListAsync(CancellationToken cancel)
    {
        var all = await list.AllAsync(cancel);
        Months = [.. all.Select(l => (l.Hire.On.Year, l.Hire.On.Month)).Distinct().OrderDescending()];
        var fitting = (Sought is { } sought ? HireList.Named(all, sought) : HireList.Fitting(all, FilterOf())).ToList();
        Count = fitting.Count;
        At = Math.Clamp(At, 1, Math.Max(1, (Count + OnOnePage - 1) / OnOnePage));
        Hires = [.. fitting.Skip((At - 1) * OnOnePage).Take(OnOnePage)];
    }

    private HireFilter FilterOf() => new(
        School switch { null or "" => null, HireText.WholeDistrict => "", var id => id },
        DateOnly.TryParseExact(Month + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? (day.Year, day.Month) : null,
        State switch { "waits" => HireState.Waits, "leave" => HireState.OnLeave, "left" => HireState.Left, _ => null },
        State == "overdue");

    private static string Capital(string sentence) => sentence.Length == 0 ? sentence : char.ToUpperInvariant(sentence[0]) + sentence[1..];

    private void Refuse(string sentence, int status) => (Refused, Response.StatusCode) = (sentence, status);
}
