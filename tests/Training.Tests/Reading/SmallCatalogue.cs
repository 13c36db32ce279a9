namespace SupportBot.Training.Tests;

/// <summary>A whole catalogue in a few lines, for tests to read, alter and break.</summary>
internal static class SmallCatalogue
{
    public const string Courses = "courses/courses.yaml", Requirements = "courses/requirements.yaml", Series = "courses/series.yaml", Days = "courses/learning-days.yaml", Rules = "courses/rules.yaml";

    public static CatalogueReading Read(IReadOnlyDictionary<string, string> files) => CatalogueReader.Read(files);

    /// <summary>The catalogue with one piece of text replaced; the piece must occur exactly once.</summary>
    public static CatalogueReading With(string path, string old, string replacement)
    {
        var files = Files();
        Assert.Equal(2, files[path].Split(old).Length);
        files[path] = files[path].Replace(old, replacement);
        return Read(files);
    }

    public static Dictionary<string, string> Files() => new()
    {
        [Courses] = CoursesText, [Requirements] = RequirementsText, [Series] = SeriesText, [Days] = DaysText, [Rules] = RulesText,
    };

    private const string CoursesText = """
        format: 1
        courses:
          - id: first
            code: FIRST
            title: { en: "First", es: "Primero" }
            summary: { en: "About first things." }
            minutes: 60
            modality: in-person
            seats: 30
            pdu: 1
            validity: { months: 24 }
            audience: { roles: [counselor], levels: [middle], schools: [north], jurisdictions: [OR], hired-from: "2026-08-01", new-hires: true }
            source: "test"
            status: found
          - id: alone
            code: ALONE
            title: { en: "Alone" }
            summary: { en: "At your desk." }
            minutes: 90
            modality: self-paced
            seats: 999
            validity: school-year
            pass-percent: 80
            audience: everybody
            source: "test"
            status: district default
          - id: screening
            code: SCREEN
            title: { en: "Screening" }
            summary: { en: "How to screen." }
            minutes: 240
            modality: blended
            seats: 20
            prerequisites: [first, [alone, other]]
            pdu: 4
            validity: once
            grants: level-1
            sensitive: true
            attend-percent: 100
            audience: everybody
            source: "test"
            status: found
          - id: other
            code: OTHER
            title: { en: "Other" }
            summary: { en: "Something else." }
            minutes: 45
            modality: live-online
            seats: 60
            validity: once
            audience: everybody
            source: "test"
            status: found
        """;

    private const string RequirementsText = """
        format: 1
        requirements:
          - { id: first-new, course: first, audience: { new-hires: true }, due: { workdays-after-hire: 10 }, source: "test", status: found }
          - { id: alone-new, course: alone, audience: { new-hires: true }, due: { days-after-hire: 30, at-most: 42 }, source: "test", status: found }
          - { id: alone-yearly, course: alone, audience: everybody, due: { each-year-by: "11-01", late-hire-days: 30 }, source: "test", status: found }
          - { id: other-yearly, course: other, audience: everybody, due: { days-into-year: 14 }, source: "test", status: found }
          - { id: screeners, course: screening, audience: { roles: [screener] }, due: before-the-work, source: "test", status: found }
        """;

    private const string SeriesText = """
        format: 1
        series:
          - id: new-people
            title: { en: "New people" }
            courses: [alone, first, screening]
            cohort-months: [1, 8, 10]
            audience: { new-hires: true }
            source: "test"
            status: found
        """;

    private const string DaysText = """
        format: 1
        learning-days:
          - id: autumn
            title: { en: "Learning day" }
            dates: ["2026-10-09"]
            blocks:
              - { id: welcome, title: { en: "Welcome" }, from: "08:00", to: "08:45" }
              - { id: a, title: { en: "Block A" }, from: "08:45", to: "10:15", elective: true }
            strands:
              - { id: everyone, title: { en: "Everyone" }, courses: { a: [first, other] } }
            source: "test"
            status: found
        """;

    private const string RulesText = """
        format: 1
        rules:
          opens-days-before: { is: 21, source: "test", status: found }
          closes-school-days-before: { is: 2, source: "test", status: found }
          free-cancel-hours: { is: 24, source: "test", status: found }
          offer-hours: { is: 24, source: "test", status: found }
          offer-hours-on-the-day: { is: 2, source: "test", status: found }
          no-shows: { is: 2, source: "test", status: found }
          check-in-before-minutes: { is: 15, source: "test", status: found }
          check-in-after-minutes: { is: 15, source: "test", status: found }
          code-seconds: { is: 30, source: "test", status: found }
          new-hire-days: { is: 365, source: "test", status: found }
          overdue: { is: [{ days: 0, to: employee }, { days: 21, to: hr }], source: "test", status: found }
          reminder-hours: { is: [168, 24], source: "test", status: found }
          due-soon-days: { is: [30, 7], source: "test", status: found }
          renewal-days: { is: [90, 7], source: "test", status: found }
          quiet-from: { is: "18:00", source: "test", status: found }
          quiet-to: { is: "07:00", source: "test", status: found }
          follow-up-days: { is: 60, source: "test", status: found }
        """;
}
