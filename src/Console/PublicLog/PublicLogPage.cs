using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using SupportBot.Cases;
using SupportBot.Directory;

namespace SupportBot.Console;

/// <summary>What of the log anybody may read, and where a log is asked for at all. No row is read here.</summary>
[Authorize(ConsolePolicies.Log)]
public sealed class PublicLogPage(District district, LogBoard board, ICaseBook book, TimeProvider clock) : StaffPage(district)
{
    public const string Address = "/console/public-log";

    /// <summary>The year a school year began in; anything else is the newest that is over, or this one.</summary>
    [FromQuery(Name = "year")]
    public string? Wanted { get; set; }

    public int Year { get; private set; }

    public IReadOnlyList<int> Years { get; private set; } = [];

    public IReadOnlyList<PublishedLog> Published { get; private set; } = [];

    public bool IsOver => board.IsOver(Year);

    public IReadOnlyList<LogDutyLine> Duties => board.Duties;

    /// <summary>True where a log is asked for at one of the district's schools.</summary>
    public bool IsAsked => Duties.Any(d => d.Duty.Asked != LogAsked.Nobody);

    public async Task OnGetAsync(CancellationToken cancel) => await LoadAsync(cancel);

    public async Task<IActionResult> OnPostExportAsync(CancellationToken cancel)
    {
        await LoadAsync(cancel);
        // What would be an empty file says why on the page.
        if (Published.Count == 0) return Page();
        var table = LogExport.Published(Year, Published);
        await book.NoteAsync(new AuditEntry(Guid.Empty, Actor.Staff(Me.Id), AuditAction.LogExported, FormattableString.Invariant($"published:{Year}:{Published.Count}"), clock.GetUtcNow()), cancel);
        return Csv(table, FormattableString.Invariant($"public-log-{Year}.csv"));
    }

    // With the mark, spreadsheets read the letters right.
    internal static FileContentResult Csv(string table, string name) => new([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(table)], "text/csv; charset=utf-8") { FileDownloadName = name };

    internal static int Choose(string? wanted, IReadOnlyList<int> years, Func<int, bool> first) =>
        int.TryParse(wanted, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && years.Contains(year) ? year : years.Where(first).Append(years[0]).First();

    private async Task LoadAsync(CancellationToken cancel)
    {
        Years = await board.YearsAsync(cancel);
        Year = Choose(Wanted, Years, board.IsOver);
        Published = await board.PublishedAsync(Year, cancel);
    }
}
