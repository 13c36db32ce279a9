using SupportBot.Yaml;

namespace SupportBot.Directory;

/// <summary>Reads the files under <c>calendars/</c>: one school year each.</summary>
internal static class CalendarReader
{
    private const int LongestYear = 430;

    public static IReadOnlyList<SchoolYear> Read(IReadOnlyList<YamlMap> pages, KnownIds known)
    {
        var years = new List<SchoolYear>();
        foreach (var page in pages)
        {
            var year = Year(page, known);
            if (years.Find(y => y.Calendar == year.Calendar && y.From <= year.To && year.From <= y.To) is { } other)
                page.KeyNode("speaks-for").Fault($"it overlaps the year {other.Name} of the same calendar", "let each year begin the day after the one before it ends");
            years.Add(year);
        }
        return years;
    }

    private static SchoolYear Year(YamlMap page, KnownIds known)
    {
        page.RefuseUnknownKeys("format", "calendar", "year", "speaks-for", "first-school-day", "last-school-day", "closed", "early-release");
        var calendar = page.Id("calendar");
        known.Add(calendar, page);
        var covers = page.Map("speaks-for");
        covers.RefuseUnknownKeys("from", "to");
        var (from, to) = (covers.Date("from"), covers.Date("to"));
        if (Fields.InOrder(covers, from, to) && to.DayNumber - from.DayNumber > LongestYear)
            covers.Fault("it speaks for more than one school year", "write one file for each school year");
        var (first, last) = (page.Date("first-school-day"), page.Date("last-school-day"));
        if (Fields.InOrder(page, first, last, "last-school-day") && (first < from || last > to))
            page.KeyNode("first-school-day").Fault("school days lie outside the time this file speaks for", "widen speaks-for, or correct the days");
        return new SchoolYear
        {
            Calendar = calendar,
            Name = page.Text("year"),
            From = from,
            To = to,
            FirstSchoolDay = first,
            LastSchoolDay = last,
            Closures = [.. page.OptionalMaps("closed").Select(row => Closed(row, from, to))],
            EarlyReleases = [.. page.OptionalMaps("early-release").Select(row => Early(row, first, last))],
        };
    }

    private static Closure Closed(YamlMap row, DateOnly yearFrom, DateOnly yearTo)
    {
        row.RefuseUnknownKeys("name", "from", "to", "day", "offices-closed");
        if (row.Has("day") == row.Has("from")) row.Fault("it does not say when", "write either day: \"...\" or from: \"...\" and to: \"...\"");
        var from = row.OptionalDate("day") ?? row.OptionalDate("from") ?? yearFrom;
        var to = row.Has("from") ? row.Date("to") : from;
        if (Fields.InOrder(row, from, to) && (from < yearFrom || to > yearTo)) row.Fault("it lies outside the time this file speaks for", "correct the day, or move the row to the file of its year");
        if (!row.Has("offices-closed")) row.Fault("it does not say whether the offices are closed too", "add offices-closed: true or offices-closed: false");
        return new Closure(from, to, row.Text("name"), row.Flag("offices-closed"));
    }

    private static EarlyRelease Early(YamlMap row, DateOnly first, DateOnly last)
    {
        row.RefuseUnknownKeys("name", "day", "closes");
        var day = row.Date("day");
        if (row.Has("day") && (day < first || day > last)) row["day"]!.Fault("an early release outside the school year", "correct the day");
        if (row.Has("day") && day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday) row["day"]!.Fault($"{day:yyyy-MM-dd} is a {day.DayOfWeek}", "correct the day");
        return new EarlyRelease(day, row.Time("closes"), row.Text("name"));
    }
}
