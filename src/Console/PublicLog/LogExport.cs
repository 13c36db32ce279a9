using System.Globalization;
using System.Text;
using SupportBot.Cases;
using SupportBot.Directory;

namespace SupportBot.Console;

/// <summary>The two tables that leave the console: what anybody may read, and the rows, which stay inside the district. No cell of them is a formula.</summary>
public sealed class LogExport(LogWords words)
{
    /// <summary>Counts only; a number that would give a person away is a word.</summary>
    public static string Published(int schoolYear, IReadOnlyList<PublishedLog> logs)
    {
        ArgumentNullException.ThrowIfNull(logs);
        var table = new StringBuilder(CsvText.Line("log", "school year", "by", "group", "complaints"));
        foreach (var log in logs)
        {
            table.Append(CsvText.Line(log.Title, LogWords.Year(schoolYear), "all", "All", LogWords.Total(log)));
            foreach (var by in log.Tables)
                foreach (var line in by.Lines)
                    table.Append(CsvText.Line(log.Title, LogWords.Year(schoolYear), by.By, line.Name, LogWords.Number(line)));
        }

        return table.ToString();
    }

    /// <summary>One line a case. Not for publishing.</summary>
    public string Rows(IReadOnlyList<LogRow> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var table = new StringBuilder(CsvText.Line(["INTERNAL, not to publish: log", "school year", "school", "day of the report", .. LogWords.Columns.Select(c => c.Heading), "days to the answer", "held back"]));
        foreach (var row in rows)
            table.Append(CsvText.Line(
            [
                words.Title(row.Protocol), LogWords.Year(row.SchoolYear), words.School(row.SchoolId), row.Reported?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "",
                .. LogWords.Columns.Select(c => words.Choice(row, c.Field, c.Of(row))),
                row.Days.ToString(CultureInfo.InvariantCulture), row.Held ? "yes" : "no",
            ]));
        return table.ToString();
    }
}
