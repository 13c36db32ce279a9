using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using SupportBot.Cases;
using SupportBot.Directory;

namespace SupportBot.Console;

/// <summary>The rows of the log, for whoever answers for it and nobody else. That somebody looked is written down before anything is shown.</summary>
[Authorize(ConsolePolicies.Log)]
public sealed class LogRowsPage(District district, LogBoard board, LogSight sight, LogWords words, LogExport export, ILogBook log, ICaseBook book, TimeProvider clock) : StaffPage(district)
{
    public const string Address = "/console/public-log/rows";

    [FromQuery(Name = "year")]
    public string? Wanted { get; set; }

    public int Year { get; private set; }

    public IReadOnlyList<int> Years { get; private set; } = [];

    /// <summary>By school, then the newest first.</summary>
    public IReadOnlyList<LogRow> Rows { get; private set; } = [];

    public LogWords Words => words;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        await LoadAsync(cancel);
        await NoteAsync(AuditAction.LogShown, FormattableString.Invariant($"{Year}:{Rows.Count}"), cancel);
    }

    public async Task<IActionResult> OnPostExportAsync(CancellationToken cancel)
    {
        await LoadAsync(cancel);
        await NoteAsync(AuditAction.LogExported, FormattableString.Invariant($"internal:{Year}:{Rows.Count}"), cancel);
        return PublicLogPage.Csv(export.Rows(Rows), FormattableString.Invariant($"internal-log-{Year}.csv"));
    }

    private Task NoteAsync(string action, string subject, CancellationToken cancel) => book.NoteAsync(new AuditEntry(Guid.Empty, Actor.Staff(Me.Id), action, subject, clock.GetUtcNow()), cancel);

    private async Task LoadAsync(CancellationToken cancel)
    {
        Years = await board.YearsAsync(cancel);
        Year = PublicLogPage.Choose(Wanted, Years, _ => true);
        Rows = [.. (await log.ReadAsync(Year, cancel)).Where(e => sight.MaySee(Me, e)).Select(e => e.Row)
            .OrderBy(r => words.School(r.SchoolId), StringComparer.CurrentCulture).ThenByDescending(r => r.Reported).ThenBy(r => r.Kind, StringComparer.Ordinal)];
    }
}
