using SupportBot.Cases;
using SupportBot.Directory;
using SupportBot.Protocols;

namespace SupportBot.Console;

/// <summary>What the district's protocols say of who asks for a log in one jurisdiction.</summary>
public sealed record LogDutyLine(string Title, LogDuty Duty);

/// <summary>Puts together what is published: counts of whole school years only, so that nobody can compare one day with the next.</summary>
public sealed class LogBoard(District district, ProtocolShelf shelf, LogWords words, ILogBook book, TimeProvider clock)
{
    public DateOnly Today => district.CalendarOf(null).Today(clock.GetUtcNow());

    /// <summary>Protocols whose cases enter a row, each in its newest version, in the order of their titles.</summary>
    public IReadOnlyList<Protocol> Logs { get; } =
        [.. shelf.All.Where(p => p.Case?.Tasks.Any(t => t.IsLog) == true).GroupBy(p => p.Id).Select(g => g.OrderByDescending(p => p.Version).First()).OrderBy(p => p.Case!.Title, StringComparer.CurrentCulture)];

    /// <summary>Jurisdictions of the district's schools, with what each log says of them.</summary>
    public IReadOnlyList<LogDutyLine> Duties =>
        [.. Jurisdictions.SelectMany(place => Logs.SelectMany(p => p.Case!.PublicLog.Where(d => d.In == place).Select(d => new LogDutyLine(p.Case.Title, d))))];

    /// <summary>This year and all years with rows, the newest first.</summary>
    public async Task<IReadOnlyList<int>> YearsAsync(CancellationToken cancel) => [.. (await book.YearsAsync(cancel)).Append(LogRow.YearOf(Today)).Distinct().OrderDescending()];

    public bool IsOver(int schoolYear) => Today >= LogWords.PublishedFrom(schoolYear);

    /// <summary>Nothing for a year that is not over; of jurisdictions where nobody asks for a log, nothing ever.</summary>
    public async Task<IReadOnlyList<PublishedLog>> PublishedAsync(int schoolYear, CancellationToken cancel)
    {
        if (!IsOver(schoolYear)) return [];
        var rows = (await book.ReadAsync(schoolYear, cancel)).Select(e => e.Row).ToList();
        return [.. Logs.Where(log => Jurisdictions.Any(place => IsAsked(log, place)))
            .Select(log => Published(log, [.. rows.Where(r => IdOf(r) == log.Id && IsAsked(log, r.Jurisdiction))]))];
    }

    private IEnumerable<string> Jurisdictions => district.Schools.Select(s => s.Jurisdiction).Append(district.Jurisdiction).Distinct().Order(StringComparer.Ordinal);

    private static bool IsAsked(Protocol log, string place) => log.Case!.PublicLog.Any(d => d.In == place && d.Asked != LogAsked.Nobody);

    private static string IdOf(LogRow row) => row.Protocol.Split('@')[0];

    private PublishedLog Published(Protocol log, IReadOnlyList<LogRow> rows)
    {
        var title = log.Case!.Title;
        if (SmallCounts.IsTooFew(rows.Count)) return new PublishedLog(title, rows.Count == 0 ? 0 : null, []);
        var schools = district.Schools.Where(s => IsAsked(log, s.Jurisdiction)).Select(s => s.Name).Append(LogWords.SchoolNotGiven);
        return new PublishedLog(title, rows.Count,
        [
            Table("School", schools, rows.Select(r => r.Held ? LogWords.SchoolNotGiven : words.School(r.SchoolId))),
            // Not the grades: they are sums over schools, and what a school's number is less than its grades' would tell of single rows.
            .. LogWords.Columns.Where(column => column.Field != LogPlan.Grades).Select(column => Table(
                column.Heading, LogWords.Choices(log.Case, column.Field).Select(c => c.Label), rows.Select(r => words.Choice(r, column.Field, column.Of(r))))),
            Table("Days from the report to the answer", LogWords.DayGroups.Select(g => g.Words), rows.Select(r => LogWords.DayGroups.First(g => r.Days <= g.UpTo).Words)),
        ]);
    }

    // What a version of before called otherwise gets a line of its own at the end.
    private static PublishedTable Table(string by, IEnumerable<string> names, IEnumerable<string> rows)
    {
        var counts = rows.CountBy(name => name).ToDictionary();
        string[] lines = [.. names.Concat(counts.Keys.Order(StringComparer.Ordinal)).Distinct()];
        long[] numbers = [.. lines.Select(name => (long)counts.GetValueOrDefault(name))];
        var shown = SmallCounts.Of(numbers);
        return new PublishedTable(by, [.. lines.Select((name, i) => new PublishedLine(name, shown[i], shown[i] == Shown.Exact ? numbers[i] : null))]);
    }
}
