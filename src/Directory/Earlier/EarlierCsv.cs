namespace SupportBot.Directory;

/// <summary>What a list of earlier completions gave: its good lines and its bad ones, or nothing and the reason.</summary>
/// <param name="Refused">Why nothing of it could be read, as a sentence with the cure; null where it could.</param>
/// <param name="Unread">Columns that nobody reads.</param>
public sealed record EarlierReading(string? Refused, IReadOnlyList<EarlierRow> Rows, IReadOnlyList<EarlierFault> Faults, IReadOnlyList<CsvUnread> Unread);

/// <summary>
/// Reads which trainings staff completed before this program came, as personnel and learning systems export them: one completion a line, with the columns employee id, course, completed on
/// and source, and for staff without an employee id here their mail address. Who and which course is meant is looked up by whoever knows people and courses. A cell that a spreadsheet would take
/// for a formula is text like any other here; whoever writes a list of it writes it by <see cref="CsvText"/>.
/// </summary>
public static class EarlierCsv
{
    public const int Largest = 384 * 1024;
    public const int MostLines = 2_500;

    /// <summary>Letters of a source.</summary>
    public const int LongestSource = 150;

    private const string Id = "employee id", Mail = "mail", Course = "course", On = "completed on", Source = "source";

    private static readonly CsvForm Form = new()
    {
        Name = "The list",
        Columns =
        [
            new(Id, AlsoKnownAs: ["employee number", "employee no", "employee #", "employee", "emp id", "emp no", "emp #", "emplid", "staff id", "staff number", "personnel number", "worker id"]),
            new(Course, AlsoKnownAs: ["course id", "course code", "course title", "course name", "training", "training title", "training name", "class", "module", "title"]),
            new(On, AlsoKnownAs: ["completed", "completion date", "date completed", "date of completion", "completed date", "day", "date", "finished on", "done on"]),
            new(Source, AlsoKnownAs: ["provider", "where", "by whom", "held by", "trainer", "instructor", "recorded from", "location", "organization", "organisation"]),
            new(Mail, IsNeeded: false, AlsoKnownAs: ["email", "e-mail", "mail address", "email address", "e-mail address", "work email", "work e-mail", "district email", "upn", "user principal name"]),
        ],
        Largest = Largest,
        LargestInWords = $"{Largest / 1024} KB",
        MostLines = MostLines,
        Entries = "lines",
        LessOfIt = "Bring it in parts, such as one course at a time.",
        FormulaSigns = "",
        LongestCell = 254,
    };

    /// <param name="text">The whole sheet.</param>
    /// <param name="today">By the district's clock.</param>
    /// <param name="earliest">An older day is taken for a slip of the pen.</param>
    public static EarlierReading Read(string text, DateOnly today, DateOnly earliest)
    {
        var sheet = CsvSheet.Read(text, Form);
        if (sheet.Code is not null) return new EarlierReading(sheet.Sentence, [], [], []);
        List<EarlierRow> rows = [];
        List<EarlierFault> faults = [];
        var style = HireDates.StyleOf(sheet.Lines.Select(l => l[On] ?? ""));
        foreach (var line in sheet.Lines)
        {
            if (RowOf(line, style, today, earliest, out var row) is { } wrong) faults.Add(new EarlierFault(line.Number, wrong.What, wrong.Cure));
            else rows.Add(row!);
        }

        return new EarlierReading(null, rows, faults, sheet.Unread);
    }

    private static Complaint? RowOf(CsvLine line, DateStyle style, DateOnly today, DateOnly earliest, out EarlierRow? row)
    {
        row = null;
        if (line.Refused is { } refused) return new Complaint(refused.What, refused.Cure);
        var (id, mail) = (line[Id]!.Trim(), line[Mail]?.Trim().ToLowerInvariant() is { Length: > 0 } told ? told : null);
        if (id.Length == 0 && mail is null) return new Complaint("the employee id is missing", "write it, or the mail address in a column mail");
        if (id.Length > 0 && !HireText.IsId(id)) return new Complaint("the employee id is no id", "write letters, digits, hyphens, dots and underscores only; set the column to text where it shows as 1.2E+05");
        if (mail is not null && PersonChecks.Mail(mail) is { } noMail) return noMail;
        var course = line[Course]!.Trim();
        if (course.Length == 0) return new Complaint("the course is missing", "write its id, its code or its title");
        if (HireDates.Read(line[On]!.Trim(), style, out var on) is { } noDay) return new Complaint(noDay.Kind == HireFaultKind.DayMissing ? "the day is missing" : noDay.What, noDay.Cure);
        if (on > today) return new Complaint($"the day {on:yyyy-MM-dd} has not come yet", "write the day on which it was completed");
        if (on < earliest) return new Complaint($"the day {on:yyyy-MM-dd} is too long ago", $"look at the year; days from {earliest:yyyy-MM-dd} on are taken");
        // In one line: what it is shown in has no room for more.
        var source = string.Join(' ', line[Source]!.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (source.Length == 0) return new Complaint("the source is missing", "write where or by whom it was held, or which list it is from");
        if (source.Length > LongestSource) return new Complaint($"the source is longer than {LongestSource} letters", "shorten it");
        row = new EarlierRow { Line = line.Number, EmployeeId = id, Mail = mail, Course = course, On = on, Source = source };
        return null;
    }
}
