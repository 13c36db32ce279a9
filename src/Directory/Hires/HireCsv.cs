namespace SupportBot.Directory;

/// <summary>What a list of hires gave: its good lines and its bad ones, or nothing and the reason.</summary>
/// <param name="Refused">Why nothing of it could be read, as a sentence with the cure; null where it could.</param>
/// <param name="Unread">Columns that nobody reads.</param>
public sealed record HireReading(string? Refused, IReadOnlyList<HireRow> Rows, IReadOnlyList<HireFault> Faults, IReadOnlyList<CsvUnread> Unread)
{
    /// <summary>The reason as a short code, such as <c>no-column</c>, for whoever says it in words of their own; null where it could be read.</summary>
    public string? Code { get; init; }

    /// <summary>What the code is about: the column, or the line; empty for nothing.</summary>
    public string Word { get; init; } = "";
}

/// <summary>
/// Reads hires as personnel systems export them: one employee a line, with the columns employee id, name, mail, role, school and first day, and where HR tells it
/// supervisor mail. Every line stands for itself. A cell that a spreadsheet would take for a formula is text like any other here; whoever writes a list of it
/// writes it by <see cref="CsvText"/>.
/// </summary>
public static class HireCsv
{
    public const int Largest = 384 * 1024;
    public const int MostLines = 2_500;
    private const string Id = "employee id", Name = "name", Mail = "mail", HasRole = "role", AtSchool = "school", FirstDay = "first day", Supervisor = "supervisor mail";

    private static readonly CsvForm Form = new()
    {
        Name = "The list",
        Columns =
        [
            new(Id, AlsoKnownAs: ["employee number", "employee no", "employee #", "employee", "emp id", "emp no", "emp #", "emplid", "staff id", "staff number", "personnel number", "worker id"]),
            new(Name, AlsoKnownAs: ["full name", "employee name", "staff name", "display name", "legal name", "preferred name"]),
            new(Mail, AlsoKnownAs: ["email", "e-mail", "mail address", "email address", "e-mail address", "work email", "work e-mail", "district email", "upn", "user principal name"]),
            new(HasRole, AlsoKnownAs: ["position", "job", "job title", "title", "assignment", "job role"]),
            new(AtSchool, AlsoKnownAs: ["school name", "school id", "site", "campus", "building", "location", "work location", "department"]),
            new(FirstDay, AlsoKnownAs: ["first day of work", "first work day", "hire date", "date of hire", "hired on", "hired", "start date", "start", "effective date"]),
            new(Supervisor, IsNeeded: false, AlsoKnownAs: ["supervisor", "supervisor email", "supervisor e-mail", "supervisor mail address", "manager", "manager mail", "manager email", "manager e-mail", "reports to", "reports to email"]),
        ],
        Largest = Largest,
        LargestInWords = $"{Largest / 1024} KB",
        MostLines = MostLines,
        Entries = "lines",
        LessOfIt = "Bring it in parts, such as one school at a time.",
        FormulaSigns = "",
        LongestCell = 254,
    };

    /// <param name="text">The whole sheet.</param>
    /// <param name="today">By the district's clock.</param>
    public static HireReading Read(string text, District district, DateOnly today) => Read(CsvSheet.Read(text, Form), district, today);

    /// <summary>A file as text, for <see cref="Read(string, District, DateOnly)"/>; null where it is no text.</summary>
    /// <param name="line">Number of the line with letters in another encoding; empty where that cannot be told.</param>
    public static string? TextOf(ReadOnlySpan<byte> content, out string line)
    {
        var fault = CsvSheet.Text(content, Form, out var text);
        line = fault?.Word ?? "";
        return fault is null ? text : null;
    }

    private static HireReading Read(CsvSheet sheet, District district, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(district);
        if (sheet.Code is not null) return new HireReading(sheet.Sentence, [], [], []) { Code = sheet.Code, Word = sheet.Word };
        List<HireRow> rows = [];
        List<HireFault> faults = [];
        var style = HireDates.StyleOf(sheet.Lines.Select(l => l[FirstDay] ?? ""));
        foreach (var line in sheet.Lines)
        {
            var told = new HireText(line[Id], line[Name], line[Mail], line[HasRole], line[AtSchool], line[FirstDay], line[Supervisor]);
            if (line.Refused is { } refused) faults.Add(new HireFault(line.Number, refused.What, refused.Cure) { Kind = HireFaultKind.Line });
            else if (told.Read(line.Number, district, today, style, out var row) is { } wrong) faults.Add(wrong);
            else rows.Add(row!);
        }

        // Nobody can say which of two is right, so neither is taken.
        RefuseDoubles(rows, faults, r => r.EmployeeId, "the employee id", "leave one of them");
        RefuseDoubles(rows, faults, r => r.Mail, "the mail address", "give each person their own address");
        return new HireReading(null, rows, [.. faults.OrderBy(f => f.Line)], sheet.Unread);
    }

    /// <summary>The same hires as a list that can be looked at, changed and brought.</summary>
    public static string Write(IEnumerable<HireText> hires)
    {
        ArgumentNullException.ThrowIfNull(hires);
        return string.Concat(hires.Select(h => CsvText.Line(h.EmployeeId ?? "", h.Name ?? "", h.Mail ?? "", h.Role ?? "", h.School ?? "", h.FirstDay ?? "", h.SupervisorMail ?? "")).Prepend(CsvText.Line(Id, Name, Mail, HasRole, AtSchool, FirstDay, Supervisor)));
    }

    /// <summary>One hire as somebody filled it into a form.</summary>
    public static HireReading Read(HireText text, District district, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Read(1, district, today, DateStyle.MonthFirst, out var row) is { } wrong ? new HireReading(null, [], [wrong], []) : new HireReading(null, [row!], [], []);
    }

    private static void RefuseDoubles(List<HireRow> rows, List<HireFault> faults, Func<HireRow, string> key, string what, string cure)
    {
        foreach (var doubled in rows.GroupBy(key, StringComparer.OrdinalIgnoreCase).Where(g => g.Count() > 1).ToList())
        {
            var others = string.Join(", ", doubled.Select(r => r.Line));
            faults.AddRange(doubled.Select(r => new HireFault(r.Line, $"{what} {key(r)} stands in lines {others}", cure) { Kind = HireFaultKind.Doubled, Word = key(r), Other = others }));
            rows.RemoveAll(doubled.Contains);
        }
    }
}
