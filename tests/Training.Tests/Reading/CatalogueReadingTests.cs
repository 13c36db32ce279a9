namespace SupportBot.Training.Tests;

/// <summary>What is made of a sound catalogue.</summary>
public class CatalogueReadingTests
{
    private static readonly CatalogueReading Reading = SmallCatalogue.Read(SmallCatalogue.Files());
    private static readonly Catalogue Catalogue = Reading.Catalogue!;

    [Fact]
    public void A_course_is_what_its_entry_says()
    {
        var (first, alone, screening) = (Catalogue.Course("first")!, Catalogue.Course("alone")!, Catalogue.Course("screening")!);

        Assert.Equal(("FIRST", "Primero", "About first things.", 60, Modality.InPerson, 30, 1m), (first.Code, first.TitleIn("es"), first.SummaryIn("es"), first.Minutes, first.Modality, first.Seats, first.Pdu));
        Assert.Equal([new Validity.Months(24), new Validity.SchoolYear(), new Validity.Once()], new[] { first, alone, screening }.Select(c => c.Validity));
        Assert.Equal((90, null, 80), (first.AttendPercent, first.PassPercent, alone.PassPercent));
        Assert.Equal(("level-1", true, 100), (screening.Grants, screening.Sensitive, screening.AttendPercent));
        Assert.Equal([["first"], ["alone", "other"]], screening.Prerequisites);
    }

    [Fact]
    public void An_audience_asks_for_all_that_is_written()
    {
        var audience = Catalogue.Course("first")!.Audience;
        var today = new DateOnly(2026, 9, 1);
        var fits = new Staffer("noor") { Roles = ["counselor"], Schools = ["north"], Levels = ["middle"], Jurisdictions = ["OR"], HiredOn = new DateOnly(2026, 8, 3) };

        Assert.True(audience.Takes(fits, today, 365));
        Assert.All(
            [fits with { Roles = [] }, fits with { Schools = [] }, fits with { Levels = ["high"] }, fits with { Jurisdictions = ["CA"] }, fits with { HiredOn = new DateOnly(2026, 7, 31) }, fits with { HiredOn = null }],
            other => Assert.False(audience.Takes(other, today, 365)));
        Assert.False(audience.Takes(fits, today.AddDays(365), 365));
        Assert.Same(Audience.Everybody, Catalogue.Course("alone")!.Audience);
    }

    [Fact]
    public void Each_way_to_count_a_due_date_is_read() =>
        Assert.Equal(
            [new DueRule.WorkdaysAfterHire(10), new DueRule.DaysAfterHire(30) { AtMost = 42 }, new DueRule.EachYearBy(11, 1, 30), new DueRule.DaysIntoYear(14), new DueRule.BeforeTheWork()],
            Catalogue.Requirements.Select(r => r.Due));

    [Fact]
    public void Series_learning_days_and_rules_are_read()
    {
        var (series, day, rules) = (Catalogue.Series[0], Catalogue.LearningDays[0], Catalogue.Rules);

        Assert.Equal(("new-people", "alone first screening", "1 8 10"), (series.Id, string.Join(' ', series.CourseIds), string.Join(' ', series.CohortMonths)));
        Assert.Equal([new DateOnly(2026, 10, 9)], day.Dates);
        Assert.Equal([("welcome", false), ("a", true)], day.Blocks.Select(b => (b.Id, b.Elective)));
        Assert.Equal(["first", "other"], day.Strands[0].CoursesByBlock["a"]);
        Assert.Equal((21, 2, TimeSpan.FromHours(24), TimeSpan.FromHours(2), TimeSpan.FromSeconds(30), 365), (rules.OpensDaysBefore, rules.ClosesSchoolDaysBefore, rules.OfferHolds, rules.OfferHoldsOnTheDay, rules.CodeHolds, rules.NewHireDays));
        Assert.Equal([new OverdueStep(0, OverdueTo.Employee), new OverdueStep(21, OverdueTo.Hr)], rules.Overdue);
        Assert.Equal([30, 7], rules.DueSoonDays);
        Assert.Equal((2, 90, new TimeOnly(18, 0), new TimeOnly(7, 0)), (rules.Reminders.Count, rules.RenewalDays[0], rules.QuietFrom, rules.QuietTo));
    }

    [Fact]
    public void What_only_other_rooms_know_is_handed_out_with_its_place() =>
        Assert.Equal(
            ["Role counselor courses/courses.yaml:12", "School north courses/courses.yaml:12", "Level middle courses/courses.yaml:12", "Jurisdiction OR courses/courses.yaml:12",
                "Training level-1 courses/courses.yaml:37", "Role screener courses/requirements.yaml:7", "LearningDay 2026-10-09 courses/learning-days.yaml:5"],
            Reading.Mentions.Select(m => $"{m.What} {m.At.Value} {m.At.File}:{m.At.Line}"));
}
