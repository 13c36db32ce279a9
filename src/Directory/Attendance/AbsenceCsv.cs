using System.Globalization;

namespace SupportBot.Directory;

/// <summary>What a sheet of absence figures gave: its good lines and its bad ones, or nothing and the reason.</summary>
/// <param name="Refused">Why nothing of it could be read, as a sentence with the cure; null where it could.</param>
/// <param name="Unread">Columns that nobody reads.</param>
public sealed record AbsenceReading(string? Refused, IReadOnlyList<AbsenceRow> Rows, IReadOnlyList<AbsenceFault> Faults, IReadOnlyList<CsvUnread> Unread);

/// <summary>
/// Reads absence figures as student information systems export them: one student a line, with the columns student number, school, days enrolled,
/// days absent and as-of date. Every line stands for itself: a bad one is refused with its reason, and keeps no other from being taken.
/// </summary>
public static class AbsenceCsv
{
    public const int Largest = 128 * 1024;
    public const int MostLines = 2_000;
    private const string Number = "student number", AtSchool = "school", DaysEnrolled = "days enrolled", DaysAbsent = "days absent", AsOf = "as-of date";
    private static readonly string[] Dates = ["yyyy-MM-dd", "M/d/yyyy"];

    private static readonly CsvForm Form = new()
    {
        Name = "The list",
        Columns =
        [
            new(Number, AlsoKnownAs: ["student no", "student #", "student id", "student", "local student id", "pupil number", "pupil id"]),
            new(AtSchool, AlsoKnownAs: ["school name", "school id", "campus", "site", "building"]),
            new(DaysEnrolled, AlsoKnownAs: ["enrolled days", "enrolled", "days in membership", "membership days", "membership", "days possible"]),
            new(DaysAbsent, AlsoKnownAs: ["absent days", "absent", "absences", "days missed", "total absences", "total days absent"]),
            new(AsOf, AlsoKnownAs: ["as of", "date", "through", "through date", "report date", "data as of"]),
        ],
        Largest = Largest,
        LargestInWords = $"{Largest / 1024} KB",
        MostLines = MostLines,
        Entries = "lines",
        LessOfIt = "Bring it in parts, such as one school at a time.",
        // A hyphen begins no value either: a negative number of days is as wrong as a formula.
        FormulaSigns = "=+-@\t\r",
        LongestCell = 100,
    };

    /// <param name="text">The whole sheet.</param>
    /// <param name="mayBring">Whether whoever brings the figures works with attendance at a school.</param>
    /// <param name="now">UTC; the day is that of each school.</param>
    public static AbsenceReading Read(string text, District district, Func<School, bool> mayBring, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(district);
        ArgumentNullException.ThrowIfNull(mayBring);
        var sheet = CsvSheet.Read(text, Form);
        if (sheet.Code is not null) return new AbsenceReading(sheet.Sentence, [], [], []);
        List<AbsenceRow> rows = [];
        List<AbsenceFault> faults = [];
        foreach (var line in sheet.Lines)
        {
            if (RowOf(line, district, mayBring, now, out var row) is { } wrong) faults.Add(new AbsenceFault(line.Number, wrong.What, wrong.Cure));
            else rows.Add(row!);
        }

        // Nobody can say which of two is right, so neither is taken.
        foreach (var doubled in rows.GroupBy(r => (r.Student.RevealKey(), r.AsOf)).Where(g => g.Count() > 1).ToList())
        {
            var others = string.Join(", ", doubled.Select(r => r.Line));
            faults.AddRange(doubled.Select(r => new AbsenceFault(r.Line, $"the same student stands in lines {others} for the same date", "leave one of them")));
            rows.RemoveAll(doubled.Contains);
        }

        return new AbsenceReading(null, rows, [.. faults.OrderBy(f => f.Line)], sheet.Unread);
    }

    private static Complaint? RowOf(CsvLine line, District district, Func<School, bool> mayBring, DateTimeOffset now, out AbsenceRow? row)
    {
        row = null;
        if (line.Refused is { } refused) return new Complaint(refused.What, refused.Cure);
        if (StudentNumber.Read(line[Number]) is not { } student) return new Complaint("the student number is missing or is no number", "write digits, letters and hyphens only; set the column to text where it shows as 1.2E+05");
        if (SchoolOf(line[AtSchool]!, district) is not { } school) return new Complaint($"no school is called \"{line[AtSchool]!.Trim()}\"", "write the school's name as the console shows it, or its id");
        if (!mayBring(school)) return new Complaint($"you do not work with attendance at {school.Name}", "ask somebody who does to bring these lines");
        if (Days(line[DaysEnrolled]!) is not { } enrolled) return new Complaint("days enrolled is not a number", "write a number such as 60 or 60.5");
        if (Days(line[DaysAbsent]!) is not { } absent) return new Complaint("days absent is not a number", "write a number such as 6 or 6.5");
        if (absent > enrolled) return new Complaint("more days are missed than enrolled", "look whether two columns are mixed up");
        var calendar = district.CalendarOf(school.Id);
        var today = calendar.Today(now);
        if (!DateOnly.TryParseExact(line[AsOf]!.Trim(), Dates, CultureInfo.InvariantCulture, DateTimeStyles.None, out var asOf))
            return new Complaint($"\"{line[AsOf]!.Trim()}\" is not a date that can be read for certain", "write it as 2026-11-20 or 11/20/2026, month first");
        if (asOf > today) return new Complaint($"the date {asOf:yyyy-MM-dd} has not come yet", "write the day by which the days were counted");
        if (calendar.YearOf(today) is not { } year) return new Complaint("the calendar of this school year is not there yet", "ask the district office to add it to the content");
        if (!year.SpeaksFor(asOf)) return new Complaint($"the date {asOf:yyyy-MM-dd} is of another school year than {year.Name}", "bring figures of this school year");
        if (enrolled > asOf.DayNumber - year.From.DayNumber + 1) return new Complaint($"there were not so many days in {year.Name} by {asOf:yyyy-MM-dd}", "look at days enrolled");
        row = new AbsenceRow(line.Number, student, school, year, enrolled, absent, asOf);
        return null;
    }

    // A name that is only near one is never taken for it.
    private static School? SchoolOf(string text, District district)
    {
        if (district.School(text.Trim()) is { } school) return school;
        var typed = PlainWords.Of(text);
        var named = district.Schools.Where(s => s.AlsoKnownAs.Append(s.Name).Any(n => PlainWords.Of(n) == typed)).ToList();
        return typed.Length > 0 && named.Count == 1 ? named[0] : null;
    }

    private static decimal? Days(string text)
    {
        var number = text.Trim();
        // With semicolons between cells, a comma may stand for the point; before three digits it stands for thousands.
        if (number.IndexOf(',', StringComparison.Ordinal) is var comma and > 0 && number.Length - comma is 2 or 3) number = number.Replace(',', '.');
        return decimal.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var days) && days <= 366 ? days : null;
    }
}
