using System.Text.RegularExpressions;
using SupportBot.Training;

namespace SupportBot.Content.Tests;

/// <summary>The trainings that ship, held against the fact sheet on staff training.</summary>
public partial class CourseContentTests
{
    private static readonly CatalogueReading Reading = CatalogueReader.Read(BuiltInDirectory.Files);
    private static readonly Catalogue Catalogue = Reading.Catalogue ?? throw new InvalidOperationException(string.Join('\n', Reading.Faults));

    [Fact]
    public void The_built_in_catalogue_loads_and_warns_of_what_must_be_verified_alone() =>
        Assert.Equal(
            Catalogue.Courses.Where(c => c.Status == "verify").Select(c => c.Id),
            Reading.Faults.Select(f => f.Where));

    /// <summary>Section 4 of the fact sheet: five items of awareness, seven of efficacy, each in the two languages of staff.</summary>
    [Fact]
    public void Feedback_asks_the_items_of_awareness_and_of_efficacy()
    {
        Assert.Equal(["a1", "a2", "a3", "a4", "a5"], Catalogue.Feedback.Where(f => f.About == FeedbackAbout.Awareness).Select(f => f.Id));
        Assert.Equal(["e1", "e2", "e3", "e4", "e5", "e6", "e7"], Catalogue.Feedback.Where(f => f.About == FeedbackAbout.Efficacy).Select(f => f.Id));
        Assert.All(Catalogue.Feedback, f => Assert.All(["en", "es"], language => Assert.False(string.IsNullOrWhiteSpace(f.Texts.GetValueOrDefault(language)))));
    }

    /// <summary>Section 1 of the fact sheet, row by row: code, hours, seats, renewal in months (0: once; -1: each school year), how it is held.</summary>
    [Theory]
    [InlineData("NHO-SAFE", 2, 60, 0, Modality.InPerson)]
    [InlineData("NHO-CORE", 2, 999, -1, Modality.SelfPaced)]
    [InlineData("MR-OR", 1.5, 999, -1, Modality.SelfPaced)]
    [InlineData("MR-CA", 3, 999, -1, Modality.SelfPaced)]
    [InlineData("T9-ALL", 1, 999, -1, Modality.SelfPaced)]
    [InlineData("T9-TEAM", 6, 30, -1, Modality.LiveOnline, "t9-all")]
    [InlineData("BH-101", 1, 200, -1, Modality.LiveOnline)]
    [InlineData("EQ-1", 2, 35, 0, Modality.InPerson)]
    [InlineData("EQ-2", 2, 35, 0, Modality.InPerson, "eq-1")]
    [InlineData("EQ-3", 2, 35, 36, Modality.InPerson, "eq-1")]
    [InlineData("EQ-4", 3, 30, 36, Modality.InPerson)]
    [InlineData("RP-2", 6, 24, 36, Modality.InPerson, "eq-4")]
    [InlineData("SEL-1", 2, 40, 0, Modality.InPerson)]
    [InlineData("SEL-2", 3, 30, 36, Modality.InPerson, "sel-1")]
    [InlineData("HLTH-1", 2, 60, -1, Modality.LiveOnline)]
    [InlineData("SP-QPR", 1.5, 35, 24, Modality.InPerson)]
    [InlineData("SP-ASIST", 15, 24, 24, Modality.InPerson)]
    [InlineData("SP-YMHFA", 7, 30, 36, Modality.Blended)]
    [InlineData("SP-L1", 4, 20, 24, Modality.InPerson, "sp-qpr or sp-asist")]
    [InlineData("SP-POST", 3, 24, 24, Modality.InPerson)]
    [InlineData("DE-VI", 8, 40, 12, Modality.Blended)]
    [InlineData("DE-PHY", 8, 20, 12, Modality.InPerson, "de-vi")]
    [InlineData("DE-ALL", 1.5, 40, -1, Modality.InPerson)]
    [InlineData("TA-TEAM", 6.5, 30, 24, Modality.InPerson)]
    [InlineData("SRP-REF", 0.5, 150, -1, Modality.InPerson)]
    [InlineData("ATT-1", 2, 60, 24, Modality.LiveOnline)]
    [InlineData("TIC-1", 3, 40, 36, Modality.InPerson)]
    [InlineData("MTSS-1", 3, 30, 24, Modality.InPerson)]
    [InlineData("DIG-1", 1.5, 999, 24, Modality.SelfPaced)]
    [InlineData("HR-1", 3, 25, 36, Modality.InPerson)]
    [InlineData("REENTRY", 1.5, 40, 24, Modality.LiveOnline)]
    [InlineData("FERPA-1", 1, 999, -1, Modality.SelfPaced)]
    public void Every_row_of_the_fact_sheet_is_there(string code, double hours, int seats, int renewal, Modality modality, string prerequisites = "")
    {
        var course = Assert.Single(Catalogue.Courses, c => c.Code == code);

        Assert.Equal(code.ToLowerInvariant(), course.Id);
        Assert.Equal((hours * 60, seats, modality), (course.Minutes, course.Seats, course.Modality));
        Assert.Equal(renewal switch { 0 => new Validity.Once(), -1 => new Validity.SchoolYear(), _ => new Validity.Months(renewal) }, course.Validity);
        Assert.Equal(prerequisites, string.Join(" and ", course.Prerequisites.Select(any => string.Join(" or ", any))));
        // Oregon counts one unit a clock hour.
        Assert.Equal((decimal)hours, course.Pdu);
    }

    [Fact]
    public void No_course_stands_in_no_row() => Assert.Equal(32, Catalogue.Courses.Count);

    [Theory]
    [InlineData("mr-ca"), InlineData("sp-qpr"), InlineData("sp-asist"), InlineData("sp-ymhfa")]
    public void What_the_sheet_has_from_general_knowledge_is_marked_to_be_verified(string course) => Assert.Equal("verify", Catalogue.Course(course)!.Status);

    [Fact]
    public void Whoever_learns_alone_is_tested() =>
        Assert.All(Catalogue.Courses.Where(c => c.Modality == Modality.SelfPaced), c => Assert.Equal(80, c.PassPercent));

    [Fact]
    public void Every_title_and_summary_is_there_in_Spanish_and_is_not_the_English_one() =>
        Assert.All(Texts(), texts => Assert.True(texts.TryGetValue("es", out var spanish) && spanish.Length > 0 && spanish != texts["en"], texts["en"]));

    [Fact]
    public void A_summary_is_one_or_two_sentences_and_each_can_be_read_in_one_breath()
    {
        foreach (var text in Catalogue.Courses.SelectMany(c => c.Summaries.Values))
        {
            var sentences = EndOfSentence().Split(text);
            Assert.True(sentences.Length <= 2, text);
            Assert.All(sentences, s => Assert.True(s.Split(' ').Length <= 30, s));
        }
    }

    [Fact]
    public void No_English_summary_is_harder_than_grade_nine() =>
        Assert.All(Catalogue.Courses, c => Assert.True(Grade(c.Summaries["en"]) <= 9, $"{c.Code}: grade {Grade(c.Summaries["en"]):0.0}"));

    [Fact]
    public void Only_what_tells_of_a_person_or_a_student_is_sensitive() =>
        Assert.Equal(["eq-3", "sp-post", "de-phy", "ta-team"], Catalogue.Courses.Where(c => c.Sensitive).Select(c => c.Id));

    [Fact]
    public void Screening_is_refused_until_the_course_that_grants_it_is_done()
    {
        Assert.Equal(["sp-l1"], Catalogue.Courses.Where(c => c.Grants is not null).Select(c => c.Id));
        Assert.Contains(BuiltInDirectory.District.Trainings, t => t.Id == Catalogue.Course("sp-l1")!.Grants);
        Assert.IsType<DueRule.BeforeTheWork>(Assert.Single(Catalogue.Requirements, r => r.CourseId == "sp-l1").Due);
    }

    [Fact]
    public void Everybody_whom_a_task_asks_to_screen_is_asked_to_learn_it_and_may_sign_up()
    {
        var asked = Catalogue.Requirements.Single(r => r.CourseId == "sp-l1").Audience.Roles;
        Assert.Superset(new HashSet<string> { "counselor", "duty-counselor" }, asked.ToHashSet());
        Assert.Empty(asked.Except(Catalogue.Course("sp-l1")!.Audience.Roles));
    }

    [Fact]
    public void Every_requirement_reaches_somebody_of_some_role_who_may_also_sign_up()
    {
        var today = new DateOnly(2026, 11, 26);
        var people = from role in BuiltInDirectory.District.Roles
                     from law in SupportBot.Directory.School.AllJurisdictions
                     select new Staffer("p") { Roles = [role.Id], Jurisdictions = [law], Levels = SupportBot.Directory.School.AllLevels, HiredOn = today.AddDays(-10) };
        Assert.All(Catalogue.Requirements, r => Assert.Contains(people, p => r.Audience.Takes(p, today, Catalogue.Rules.NewHireDays)));
        Assert.All(Catalogue.Requirements, r => Assert.DoesNotContain(people, p => r.Audience.Takes(p, today, Catalogue.Rules.NewHireDays) && !Catalogue.Course(r.CourseId)!.Audience.Takes(p, today, Catalogue.Rules.NewHireDays)));
    }

    [Fact]
    public void The_due_dates_are_those_of_the_fact_sheet()
    {
        DueRule Due(string id) => Catalogue.Requirements.Single(r => r.Id == id).Due;

        Assert.Equal(new DueRule.WorkdaysAfterHire(10), Due("nho-safe-new"));
        Assert.All(["nho-core-new", "mr-or-new", "mr-ca-new"], id => Assert.Equal(new DueRule.DaysAfterHire(30) { AtMost = 42 }, Due(id)));
        Assert.Equal(new DueRule.DaysIntoYear(42), Due("mr-ca-yearly"));
        Assert.All(["t9-all-yearly", "bh-101-yearly", "sp-qpr-all"], id => Assert.Equal(new DueRule.EachYearBy(11, 1, 30), Due(id)));
    }

    [Fact]
    public void New_people_begin_with_safety_and_go_through_the_equity_series_in_order()
    {
        var (orientation, equity) = (Catalogue.Series.Single(s => s.Id == "new-hire-orientation"), Catalogue.Series.Single(s => s.Id == "new-hire-equity"));

        Assert.Equal("nho-safe nho-core", string.Join(' ', orientation.CourseIds));
        Assert.Equal("eq-1 eq-2 eq-3 eq-4", string.Join(' ', equity.CourseIds));
        Assert.Equal("1 8 10", string.Join(' ', equity.CohortMonths));
        Assert.All(equity.CourseIds.Concat(orientation.CourseIds), c => Assert.Contains(Catalogue.Requirements, r => r.CourseId == c));
    }

    [Fact]
    public void Learning_days_are_working_days_without_school()
    {
        var calendar = BuiltInDirectory.District.CalendarOf(null);
        var dates = Catalogue.LearningDays.SelectMany(d => d.Dates).ToList();
        Assert.Equal(2, dates.Count);
        Assert.All(dates, d => Assert.True(calendar.IsWorkingDay(d) && !calendar.IsSchoolDay(d)));
    }

    [Theory]
    [InlineData("sel-1"), InlineData("eq-3"), InlineData("eq-4"), InlineData("hlth-1"), InlineData("tic-1")]
    public void What_supports_vulnerable_students_is_offered_on_a_learning_day(string course) =>
        Assert.Contains(Catalogue.LearningDays, d => d.Strands.Any(s => s.CoursesByBlock.Values.Any(c => c.Contains(course))));

    private static IEnumerable<IReadOnlyDictionary<string, string>> Texts() =>
        Catalogue.Courses.SelectMany(c => new[] { c.Titles, c.Summaries })
            .Concat(Catalogue.Series.Select(s => s.Titles))
            .Concat(Catalogue.LearningDays.SelectMany(d => d.Blocks.Select(b => b.Titles).Concat(d.Strands.Select(s => s.Titles)).Append(d.Titles)));

    // Flesch and Kincaid's grade: 0.39 words a sentence + 11.8 syllables a word - 15.59. Syllables are groups of vowels, less a silent e.
    private static double Grade(string text)
    {
        var words = Word().Matches(text).Select(m => m.Value.ToLowerInvariant()).ToList();
        var syllables = words.Sum(w => Math.Max(1, Vowels().Count(w) - (w.EndsWith('e') && !w.EndsWith("le", StringComparison.Ordinal) ? 1 : 0)));
        return 0.39 * words.Count / EndOfSentence().Split(text).Length + 11.8 * syllables / words.Count - 15.59;
    }

    [GeneratedRegex(@"(?<=[.!?])\s+")]
    private static partial Regex EndOfSentence();

    [GeneratedRegex("[A-Za-z'’]+")]
    private static partial Regex Word();

    [GeneratedRegex("[aeiouy]+")]
    private static partial Regex Vowels();
}
