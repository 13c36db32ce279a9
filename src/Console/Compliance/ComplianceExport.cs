using System.Globalization;
using System.Text;
using SupportBot.Directory;
using SupportBot.Training;

namespace SupportBot.Console;

/// <summary>Writes what the compliance page shows as tables that a spreadsheet opens. No cell of them is a formula.</summary>
public sealed class ComplianceExport(District district, TrainingOffer offer)
{
    /// <summary>The groups as they are counted.</summary>
    public static string Groups(Compliance compliance)
    {
        ArgumentNullException.ThrowIfNull(compliance);
        var table = new StringBuilder(CsvText.Line("by", "group", "people", "met", "to do", "overdue", "paused"));
        void Add(string by, IEnumerable<ComplianceLine> lines)
        {
            foreach (var line in lines) table.Append(CsvText.Line(by, line.Name, Number(line.People), Number(line.Met), Number(line.Open), Number(line.Overdue), Number(line.Paused)));
        }

        Add("everybody", [compliance.Everybody]);
        Add("site", compliance.BySite);
        Add("role", compliance.ByRole);
        Add("first day", compliance.ByMonth);
        return table.ToString();
    }

    /// <summary>One line for each person. Sensitive courses are counted and not named.</summary>
    public string People(IReadOnlyList<StaffStanding> staff)
    {
        ArgumentNullException.ThrowIfNull(staff);
        var table = new StringBuilder(CsvText.Line("employee id", "name", "mail", "roles", "sites", "first day", "met", "to do", "overdue", "paused", "overdue courses"));
        foreach (var person in staff.OrderBy(NameOf, StringComparer.CurrentCulture))
            table.Append(CsvText.Line(
                person.Hire?.EmployeeId ?? "",
                NameOf(person),
                person.Person?.Mail ?? person.Hire?.Details.Mail.Reveal() ?? "",
                string.Join(", ", person.Staffer.Roles.Select(r => district.Role(r)?.Title ?? r)),
                person.Staffer.Schools.Count == 0 ? "Whole district" : string.Join(", ", person.Staffer.Schools.Select(s => district.School(s)?.Name ?? s)),
                person.Staffer.HiredOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "",
                Count(person, Standing.Met), Count(person, Standing.Open), Count(person, Standing.Overdue), Count(person, Standing.Paused),
                string.Join(", ", person.Overdue.Select(d => CodeOf(d.Requirement.CourseId)).Distinct())));
        return table.ToString();
    }

    private static string NameOf(StaffStanding person) => person.Person?.Name ?? person.Hire?.Details.Name.Reveal() ?? "";

    private static string Count(StaffStanding person, Standing standing) => Number(person.Duties.Count(d => d.Standing == standing));

    private string CodeOf(string courseId) => offer.Catalogue is { } catalogue ? CourseNames.CodeForOthers(catalogue, courseId) : CourseNames.Unnamed;

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
