using System.Globalization;
using System.Text;
using CsvHelper;
using SupportBot.Directory;
using SupportBot.Training;

namespace SupportBot.Console;

/// <summary>A roll as CSV. A cell that a spreadsheet would run as a formula gets an apostrophe before it.</summary>
public static class RosterFile
{
    public const string MediaType = "text/csv; charset=utf-8";

    private static readonly CsvWriterOptions Form = new() { NewLine = "\r\n", Injection = CsvInjection.Escape };

    /// <param name="listed">In the order of the list.</param>
    public static byte[] Of(Roll roll, IReadOnlyList<Enrolment> listed, District district, SessionWords words)
    {
        ArgumentNullException.ThrowIfNull(roll);
        ArgumentNullException.ThrowIfNull(listed);
        ArgumentNullException.ThrowIfNull(district);
        ArgumentNullException.ThrowIfNull(words);
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        using (var csv = CsvWriter.Create(text, Form, leaveOpen: true))
        {
            csv.WriteRecord(["Name", "Mail", "School", "State", "Place in line", "Required", "Checked in", "Minutes"]);
            foreach (var seat in listed)
            {
                var person = district.Person(seat.PersonId);
                csv.WriteRecord([
                    words.NameOf(seat.PersonId), person?.Mail ?? "", SchoolsOf(person, district), SessionWords.Of(seat).Words, Number(roll.PlaceOf(seat.PersonId)), seat.Required ? "yes" : "no",
                    seat.CheckedInAt is { } at ? words.At(roll.Session, at) : "", Number(seat.Minutes)]);
            }
        }

        // With the mark, because without it a spreadsheet takes the letters of names for others.
        return [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(text.ToString())];
    }

    private static string SchoolsOf(Person? person, District district) =>
        person is null ? "" : string.Join(", ", person.Posts.Select(p => p.SchoolId).OfType<string>().Distinct().Select(id => district.School(id)?.Name ?? id));

    private static string Number(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";
}
