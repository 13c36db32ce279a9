using System.Globalization;
using System.Text;
using SupportBot.Directory;

namespace SupportBot.Console;

/// <summary>Writes what was brought as a table that a spreadsheet opens. No cell of it is a formula.</summary>
public static class EarlierExport
{
    public static string Of(IReadOnlyList<EarlierLine> lines, District district, SessionWords words, IReadOnlyList<Hire> hires)
    {
        ArgumentNullException.ThrowIfNull(lines);
        ArgumentNullException.ThrowIfNull(district);
        ArgumentNullException.ThrowIfNull(words);
        var employees = HiresBy.PersonId(hires);
        var table = new StringBuilder(CsvText.Line("employee id", "mail", "course", "completed on", "source", "counts until", "brought on", "taken back"));
        foreach (var line in lines)
        {
            var done = line.Completion;
            table.Append(CsvText.Line(
                employees.GetValueOrDefault(done.PersonId) ?? "", district.Person(done.PersonId)?.Mail ?? "", words.CodeOf(done.CourseId), Day(done.On), line.Source.Reveal(),
                done.Until == DateOnly.MaxValue ? "" : Day(done.Until), Day(done.Brought!.Value), done.Revoked ? "yes" : ""));
        }

        return table.ToString();
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
