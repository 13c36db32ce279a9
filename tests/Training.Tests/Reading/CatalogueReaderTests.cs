using CsCheck;
using SupportBot.Yaml;

namespace SupportBot.Training.Tests;

/// <summary>Each fault planted in a sound catalogue must be told with its file, its line and a cure, and must keep the catalogue from being used.</summary>
public class CatalogueReaderTests
{
    private const string Courses = SmallCatalogue.Courses, Requirements = SmallCatalogue.Requirements, Series = SmallCatalogue.Series, Days = SmallCatalogue.Days, Rules = SmallCatalogue.Rules;

    private static readonly string[] Instead = ["", "[]", "{}", "x", "0", "-1", "2147483647", "99999999999", "\"\"", "true", "\n", ": ", "- ", "é", "[[]]", "{ a: [1] }"];

    [Fact]
    public void A_sound_catalogue_has_no_fault() => Assert.Empty(SmallCatalogue.Read(SmallCatalogue.Files()).Faults);

    [Theory]
    // courses
    [InlineData(Courses, "seats: 60", "seets: 60", "\"seets\" is not known here", "did you mean seats?")]
    [InlineData(Courses, "id: other", "id: alone", "there are two courses \"alone\"", "another id")]
    [InlineData(Courses, "code: OTHER", "code: First", "already the code of first", "of its own")]
    [InlineData(Courses, "seats: 20", "seats: 0", "seats is 0", "from 1")]
    [InlineData(Courses, "minutes: 45", "minutes: 0", "minutes is 0", "from 1")]
    [InlineData(Courses, "modality: blended", "modality: blendid", "cannot be \"blendid\"", "blended")]
    [InlineData(Courses, "months: 24", "months: 0", "months is 0", "from 1 to 120")]
    [InlineData(Courses, "validity: school-year", "validity: each-year", "cannot be \"each-year\"", "school-year")]
    [InlineData(Courses, "attend-percent: 100", "attend-percent: 101", "attend-percent is 101", "from 1 to 100")]
    [InlineData(Courses, "pass-percent: 80", "pass-percent: 0", "pass-percent is 0", "from 1 to 100")]
    [InlineData(Courses, "pass-percent: 80", "attend-percent: 80", "no minutes that anybody counts", "pass-percent")]
    [InlineData(Courses, "pdu: 4", "pdu: -4", "less than 0", "one unit a clock hour")]
    [InlineData(Courses, "[alone, other]]", "[alon, other]]", "no course \"alon\"", "did you mean alone?")]
    [InlineData(Courses, "prerequisites: [first, [alone, other]]", "prerequisites: [screening]", "requires itself", "remove it")]
    [InlineData(Courses, "prerequisites: [first, [alone, other]]", "prerequisites: [first, []]", "names no course", "one is enough")]
    [InlineData(Courses, "title: { en: \"Other\" }", "title: { es: \"Otro\" }", "title has no English text", "add en")]
    [InlineData(Courses, "roles: [counselor]", "roles: []", "roles names nobody", "name at least one")]
    [InlineData(Courses, "pass-percent: 80\n    audience: everybody", "pass-percent: 80\n    audience: all", "audience cannot be \"all\"", "write everybody")]
    [InlineData(Courses, "new-hires: true", "new-hire: true", "\"new-hire\" is not known here", "new-hires")]
    [InlineData(Courses, "status: district default", "status: defalt", "no status \"defalt\"", "found, verify, district default")]
    // requirements
    [InlineData(Requirements, "id: alone-yearly", "id: alone-new", "two requirements \"alone-new\"", "another id")]
    [InlineData(Requirements, "course: other", "course: othr", "no course \"othr\"", "did you mean other?")]
    [InlineData(Requirements, "course: screening", "course: first", "nothing refuses the work", "grants:")]
    [InlineData(Requirements, "due: before-the-work", "due: before-work", "no due date", "before-the-work")]
    [InlineData(Requirements, "{ days-into-year: 14 }", "{ days-into-year: 14, days-after-hire: 14 }", "one way to count", "days-into-year")]
    [InlineData(Requirements, "{ days-into-year: 14 }", "{ days-into-year: 14, at-most: 20 }", "belongs to days-after-hire", "remove it")]
    [InlineData(Requirements, "{ days-into-year: 14 }", "{ days-into-year: 0 }", "days-into-year is 0", "from 1")]
    [InlineData(Requirements, "{ workdays-after-hire: 10 }", "{ workdays-after-hire: 250 }", "somebody is new for 365", "an earlier day")]
    [InlineData(Requirements, "at-most: 42", "at-most: 20", "less than days-after-hire", "a larger number")]
    [InlineData(Requirements, "\"11-01\"", "\"11-31\"", "not a day of the year", "month and day")]
    // series
    [InlineData(Series, "courses: [alone, first, screening]", "courses: [alone, first, screning]", "no course \"screning\"", "did you mean screening?")]
    [InlineData(Series, "courses: [alone, first, screening]", "courses: [screening, first, alone]", "screening requires first", "in the order")]
    [InlineData(Series, "courses: [alone, first, screening]", "courses: [alone, first, alone]", "twice", "once")]
    [InlineData(Series, "courses: [alone, first, screening]", "courses: []", "there is no course", "at least one")]
    [InlineData(Series, "[1, 8, 10]", "[1, 8, 13]", "no month", "from 1 to 12")]
    [InlineData(Series, "[1, 8, 10]", "[8, 10, 1]", "do not rise", "[1, 8, 10]")]
    [InlineData(Series, "[1, 8, 10]", "[]", "no cohort ever begins", "at least one")]
    // learning days
    [InlineData(Days, "[first, other]", "[first, alone]", "alone is self-paced", "another course")]
    [InlineData(Days, "[first, other]", "[first, screening]", "takes 240 minutes, and a has 90", "shorter")]
    [InlineData(Days, "[first, other]", "[first, otter]", "no course \"otter\"", "did you mean other?")]
    [InlineData(Days, "{ a: [first, other] }", "{ b: [first, other] }", "no block \"b\"", "use one of a")]
    [InlineData(Days, "{ a: [first, other] }", "{ a: [] }", "offers nothing in a", "at least one")]
    [InlineData(Days, "from: \"08:45\"", "from: \"08:30\"", "before welcome ends", "order of the day")]
    [InlineData(Days, "to: \"08:45\"", "to: \"07:45\"", "ends before it begins", "later time")]
    [InlineData(Days, "\"2026-10-09\"", "\"9 October\"", "not a day", "2026-10-09")]
    [InlineData(Days, "[\"2026-10-09\"]", "[\"2026-10-09\", \"2026-10-09\"]", "already a day of autumn", "once")]
    // rules
    [InlineData(Rules, "no-shows:", "no-show:", "\"no-show\" is not known here", "did you mean no-shows?")]
    [InlineData(Rules, "{ days: 21, to: hr }", "{ days: 0, to: hr }", "steps do not rise", "first")]
    [InlineData(Rules, "to: hr }", "to: boss }", "cannot be \"boss\"", "employee, supervisor, principal, hr")]
    [InlineData(Rules, "[168, 24]", "[24, 168]", "do not fall", "longest time first")]
    [InlineData(Rules, "[90, 7]", "[90, 0]", "no number from 1", "without quotes")]
    [InlineData(Rules, "code-seconds: { is: 30", "code-seconds: { is: 0", "is is 0", "from 10")]
    [InlineData(Rules, "opens-days-before: { is: 21", "opens-days-before: { is: 1", "opens after it closes", "more days")]
    [InlineData(Rules, "offer-hours-on-the-day: { is: 2,", "offer-hours-on-the-day: { is: 48,", "longer on the day", "fewer hours")]
    [InlineData(Rules, "quiet-to: { is: \"07:00\"", "quiet-to: { is: \"18:00\"", "end when they begin", "another time")]
    public void A_planted_fault_is_told_with_file_line_and_cure(string path, string old, string replacement, string what, string cure)
    {
        var sound = SmallCatalogue.Files()[path];
        var line = sound[..(sound.IndexOf(old, StringComparison.Ordinal) + old.Length)].Count(c => c == '\n') + 1;
        var reading = SmallCatalogue.With(path, old, replacement);

        Assert.Null(reading.Catalogue);
        var fault = Assert.Single(reading.Faults, f => f.What.Contains(what, StringComparison.Ordinal));
        Assert.Equal((path, line), (fault.File, fault.Line));
        Assert.Contains(cure, fault.Cure, StringComparison.Ordinal);
    }

    [Fact]
    public void Courses_that_wait_for_each_other_are_a_circle_that_is_written_out()
    {
        var reading = SmallCatalogue.With(Courses, "minutes: 45", "minutes: 45\n    prerequisites: [[alone, screening]]");

        Assert.Null(reading.Catalogue);
        Assert.Equal(
            [(34, "it goes in a circle: screening requires other requires screening"), (48, "it goes in a circle: other requires screening requires other")],
            reading.Faults.Select(f => (f.Line, f.What)));
    }

    [Fact]
    public void A_rule_that_is_missing_is_told_once()
    {
        var fault = Assert.Single(SmallCatalogue.With(Rules, "  follow-up-days: { is: 60, source: \"test\", status: found }", "").Faults);

        Assert.Equal((Rules, "follow-up-days is missing"), (fault.File, fault.What));
    }

    [Fact]
    public void A_district_without_the_folder_has_no_trainings_and_no_fault()
    {
        var reading = SmallCatalogue.Read(new Dictionary<string, string> { ["roles/roles.yaml"] = "not: [ours" });

        Assert.Null(reading.Catalogue);
        Assert.Empty(reading.Faults);
    }

    [Theory]
    [InlineData(Courses, false), InlineData(Rules, false), InlineData(Requirements, true), InlineData(Series, true), InlineData(Days, true)]
    public void Courses_and_rules_must_be_there_and_the_others_may(string path, bool mayMiss)
    {
        var files = SmallCatalogue.Files();
        files.Remove(path);
        var reading = SmallCatalogue.Read(files);

        Assert.Equal(mayMiss, reading.Catalogue is not null);
        Assert.Equal(!mayMiss, reading.Faults.Any(f => f.File == path && f.What == "the file is missing"));
    }

    [Fact]
    public void A_file_that_nothing_reads_is_a_fault_with_the_name_that_was_meant()
    {
        var files = SmallCatalogue.Files();
        files["courses/serie.yaml"] = "format: 1";
        var fault = Assert.Single(SmallCatalogue.Read(files).Faults);

        Assert.Equal(("courses/serie.yaml", "did you mean series.yaml?"), (fault.File, fault.Cure));
    }

    [Fact]
    public void What_must_still_be_verified_is_a_warning_and_the_catalogue_is_used()
    {
        var reading = SmallCatalogue.With(Courses, "status: district default", "status: verify");

        Assert.Equal("verify", reading.Catalogue!.Course("alone")!.Status);
        var warning = Assert.Single(reading.Faults);
        Assert.Equal((FaultSeverity.Warning, Courses, 26, "alone"), (warning.Severity, warning.File, warning.Line, warning.Where));
    }

    [Fact]
    public void No_text_makes_the_reader_throw()
    {
        var paths = SmallCatalogue.Files().Keys.ToArray();
        // A sound file with a stretch cut out or written over comes much deeper into the reader than random letters do.
        var hurt = Gen.Select(Gen.Int[0, 4], Gen.Int[0, 3000], Gen.Int[0, 40], Gen.Int[0, Instead.Length - 1].Select(i => Instead[i]));
        hurt.Sample((file, at, length, instead) =>
        {
            var files = SmallCatalogue.Files();
            var text = files[paths[file]];
            var from = at % text.Length;
            files[paths[file]] = text[..from] + instead + text[Math.Min(text.Length, from + length)..];
            var reading = SmallCatalogue.Read(files);
            Assert.True(reading.Catalogue is not null || reading.Faults.Any(f => f.IsError));
        }, iter: 1500);
        Gen.Select(Gen.Int[0, 4], Gen.String).Sample((file, text) =>
        {
            var files = SmallCatalogue.Files();
            files[paths[file]] = text;
            SmallCatalogue.Read(files);
        }, iter: 500);
    }
}
