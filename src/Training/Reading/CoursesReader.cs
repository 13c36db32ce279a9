using SupportBot.Yaml;

namespace SupportBot.Training;

/// <summary>Courses as they were read, faults or not, and their ids for whatever points to them.</summary>
internal sealed record CoursesRead(IReadOnlyList<Course> Courses, KnownIds Known)
{
    /// <summary>Null where there is none of that id; that was told of where it is named.</summary>
    public Course? Course(string id) => Courses.FirstOrDefault(c => c.Id == id);
}

/// <summary>Reads <c>courses/courses.yaml</c>.</summary>
internal static class CoursesReader
{
    private const int LongestMinutes = 60 * 200, MostSeats = 9999;

    public static CoursesRead Read(YamlMap? page, List<Mention> mentions)
    {
        var (courses, known, codes) = (new List<Course>(), new KnownIds("course"), new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase));
        page?.RefuseUnknownKeys("format", "courses");
        var entries = page?.Maps("courses") ?? [];
        foreach (var entry in entries)
        {
            var isKnown = known.Take(entry, out var id);
            var course = Course(entry, id, mentions);
            if (course.Code.Length > 0 && !codes.TryAdd(course.Code, id)) entry["code"]!.Fault($"\"{course.Code}\" is already the code of {codes[course.Code]}", "give each course a code of its own");
            if (isKnown) courses.Add(course);
        }

        Prerequisites.Check(entries, courses, known);
        return new CoursesRead(courses, known);
    }

    private static Course Course(YamlMap entry, string id, List<Mention> mentions)
    {
        entry.RefuseUnknownKeys("id", "code", "title", "summary", "minutes", "modality", "seats", "prerequisites", "pdu", "validity", "grants", "sensitive", "attend-percent", "pass-percent", "audience", "source", "status");
        var (source, status) = Entry.Origin(entry);
        if (entry.OptionalId("grants") is not null) mentions.Add(new Mention(Mentioned.Training, entry.Scalar("grants")!));
        var pdu = entry.OptionalFraction("pdu") ?? 0;
        if (pdu < 0) entry["pdu"]!.Fault("pdu is less than 0", "write one unit a clock hour, such as 1.5");
        var modality = entry.Choice<Modality>("modality");
        if (modality == Modality.SelfPaced && entry.Has("attend-percent")) entry["attend-percent"]!.Fault("a self-paced course has no minutes that anybody counts", "remove the line, or ask for pass-percent");
        return new Course
        {
            Id = id,
            Code = entry.Text("code"),
            Titles = entry.TextsByLanguage("title"),
            Summaries = entry.TextsByLanguage("summary"),
            Minutes = Entry.Within(entry, "minutes", entry.Number("minutes"), 1, LongestMinutes),
            Modality = modality,
            Seats = Entry.Within(entry, "seats", entry.Number("seats"), 1, MostSeats),
            Prerequisites = Prerequisites.Read(entry),
            Pdu = pdu,
            Validity = Validity(entry),
            Grants = entry.OptionalId("grants"),
            Sensitive = entry.Flag("sensitive"),
            AttendPercent = Entry.Within(entry, "attend-percent", entry.OptionalNumber("attend-percent") ?? 90, 1, 100),
            PassPercent = entry.OptionalNumber("pass-percent") is { } pass ? Entry.Within(entry, "pass-percent", pass, 1, 100) : null,
            Audience = Entry.Audience(entry, mentions),
            Source = source,
            Status = status,
        };
    }

    private static Validity Validity(YamlMap entry)
    {
        if (entry["validity"] is not YamlMap months)
        {
            return entry.Choice<Whole>("validity") == Whole.SchoolYear ? new Validity.SchoolYear() : new Validity.Once();
        }

        months.RefuseUnknownKeys("months");
        return new Validity.Months(Entry.Within(months, "months", months.Number("months"), 1, 120));
    }

    private enum Whole
    {
        Once,
        SchoolYear,
    }
}
