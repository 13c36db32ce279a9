using System.Security.Cryptography;
using Microsoft.Extensions.Logging;
using SupportBot.Cases;
using SupportBot.Console;

namespace SupportBot.Storage;

/// <summary>The rows of the public log. They are written with their cases: see <see cref="LogWriter"/>.</summary>
public sealed class LogBook(Store store, ILogger<LogBook> log) : ILogBook
{
    private static readonly Sql Find = new(
        """
        SELECT r.protocol, r.school, r.jurisdiction, r.school_year, r.reported, r.kind, r.grades, r.basis, r.outcome, r.action, r.days, r.held, c.id, c.revision, c.facts, c.excluded
        FROM log_row r LEFT JOIN case_file c ON c.id=r.case_id WHERE r.school_year=@year ORDER BY r.id
        """,
        "i:year");

    private static readonly Sql FindYears = new("SELECT DISTINCT school_year FROM log_row WHERE school_year>@least ORDER BY school_year", "i:least");

    public Task<IReadOnlyList<int>> YearsAsync(CancellationToken cancel) => store.Open.Database.ReadAsync<IReadOnlyList<int>>(async link =>
    {
        var years = new List<int>();
        await using var row = await link.ReadAsync(FindYears, [0], cancel);
        while (await row.ReadAsync(cancel)) years.Add(row.GetInt32(0));
        return years;
    });

    public Task<IReadOnlyList<LogEntry>> ReadAsync(int schoolYear, CancellationToken cancel) => store.Open.Database.ReadAsync<IReadOnlyList<LogEntry>>(async link =>
    {
        var entries = new List<LogEntry>();
        await using var row = await link.ReadAsync(Find, [schoolYear], cancel);
        while (await row.ReadAsync(cancel))
        {
            var kept = new LogRow(
                row.GetString(0), row.GetString(1), row.GetString(2), row.GetInt32(3), row.IsDBNull(4) ? null : DateOnly.FromDayNumber(row.GetInt32(4)),
                row.GetString(5), row.GetString(6), row.GetString(7), row.GetString(8), row.GetString(9), row.GetInt32(10), row.GetInt32(11) == 1);
            IReadOnlyList<string>? keptOut = [];
            if (!row.IsDBNull(12)) keptOut = KeptOut(row.GetFieldValue<byte[]>(12), row.GetInt32(13), row.GetString(14), row.GetFieldValue<byte[]>(15));
            entries.Add(new LogEntry(kept, keptOut));
        }

        return entries;
    });

    // Without knowing who is kept out nobody may see the row itself; it is counted all the same.
    private IReadOnlyList<string>? KeptOut(byte[] id, int revision, string facts, byte[] excluded)
    {
        try
        {
            return store.Open.Facts.Read(id, revision, facts, excluded).Excluded;
        }
        catch (CryptographicException)
        {
            Log.DoesNotOpen(log, "case_file");
            return null;
        }
    }
}
