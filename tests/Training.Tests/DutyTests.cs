using static SupportBot.Training.Tests.RollBench;

namespace SupportBot.Training.Tests;

public class DutyTests
{
    // Hired on Monday, 12 October 2026.
    private static readonly DateOnly Hired = new(2026, 10, 12);
    private static readonly Staffer New = new("noor") { Roles = ["teacher"], Schools = ["riverbend-high"], Levels = ["high"], Jurisdictions = ["OR"], HiredOn = Hired };
    private static readonly Staffer Old = New with { HiredOn = null };

    private static readonly TrainingCalendar Calendar = new(
        d => d.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && d != new DateOnly(2026, 10, 16),
        d => d.Month >= 8 ? (new DateOnly(d.Year, 8, 1), new DateOnly(d.Year + 1, 7, 31)) : (new DateOnly(d.Year - 1, 8, 1), new DateOnly(d.Year, 7, 31)));

    private static DateOnly? Due(DueRule rule, Staffer who, DateOnly? today = null) => DueDates.Of(rule, who, Calendar, today ?? Hired);

    [Fact]
    public void Ten_working_days_skip_weekends_and_closed_days()
    {
        Assert.Equal(new DateOnly(2026, 10, 27), Due(new DueRule.WorkdaysAfterHire(10), New));
        Assert.Null(Due(new DueRule.WorkdaysAfterHire(10), Old));
    }

    [Fact]
    public void The_clock_of_whoever_is_on_leave_stands_still()
    {
        var away = New with { Leaves = [new Leave(Hired.AddDays(3), Hired.AddDays(9))] };

        Assert.Equal(Hired.AddDays(30), Due(new DueRule.DaysAfterHire(30), New));
        Assert.Equal(Hired.AddDays(37), Due(new DueRule.DaysAfterHire(30), away));
        Assert.Null(Due(new DueRule.DaysAfterHire(30), New with { Leaves = [new Leave(Hired.AddDays(3), null)] }));
    }

    [Fact]
    public void What_a_law_puts_a_last_day_to_is_moved_by_no_leave_beyond_it()
    {
        var rule = new DueRule.DaysAfterHire(30) { AtMost = 42 };

        Assert.Equal(Hired.AddDays(30), Due(rule, New));
        Assert.Equal(Hired.AddDays(37), Due(rule, New with { Leaves = [new Leave(Hired.AddDays(3), Hired.AddDays(9))] }));
        Assert.Equal(Hired.AddDays(42), Due(rule, New with { Leaves = [new Leave(Hired.AddDays(3), Hired.AddDays(90))] }));
        Assert.Equal(Hired.AddDays(42), Due(rule, New with { Leaves = [new Leave(Hired.AddDays(3), null)] }));
    }

    [Fact]
    public void What_is_asked_every_year_is_due_on_its_day_and_for_late_hires_later()
    {
        var rule = new DueRule.EachYearBy(11, 1, 30);

        Assert.Equal(new DateOnly(2026, 11, 1), Due(rule, Old));
        Assert.Equal(new DateOnly(2026, 11, 1), Due(rule, New with { HiredOn = new DateOnly(2026, 8, 3) }));
        Assert.Equal(new DateOnly(2026, 11, 11), Due(rule, New));
        Assert.Equal(new DateOnly(2026, 11, 1), Due(rule, Old, new DateOnly(2027, 3, 1)));
        Assert.Equal(new DateOnly(2027, 11, 1), Due(rule, New, new DateOnly(2027, 9, 1)));
        // A day in February lies in the second half of the school year that begins in August.
        Assert.Equal(new DateOnly(2027, 2, 28), Due(new DueRule.EachYearBy(2, 29, 30), Old));
    }

    [Fact]
    public void A_leave_over_the_yearly_day_moves_it_behind_the_leave()
    {
        var away = Old with { Leaves = [new Leave(new DateOnly(2026, 10, 22), new DateOnly(2026, 11, 20))] };

        // Ten days were left when the leave began, and ten are left when it ends.
        Assert.Equal(new DateOnly(2026, 11, 30), Due(new DueRule.EachYearBy(11, 1, 30), away));
    }

    [Fact]
    public void Six_weeks_into_the_year_or_from_the_hire()
    {
        Assert.Equal(new DateOnly(2026, 9, 12), Due(new DueRule.DaysIntoYear(42), Old));
        Assert.Equal(Hired.AddDays(42), Due(new DueRule.DaysIntoYear(42), New));
    }

    [Fact]
    public void Only_what_asks_somebody_is_asked_and_what_is_done_is_met()
    {
        var catalogue = Of(Asked("nho-safe", new DueRule.WorkdaysAfterHire(10), new Audience { NewHires = true }), Asked("mr-ca", new DueRule.DaysIntoYear(42), new Audience { Jurisdictions = ["CA"] }));
        var done = new Transcript([new Completion("noor", "nho-safe", Hired, Hired.AddYears(1))], []);

        Assert.Equal(["nho-safe"], Duties.Of(catalogue, New, Transcript.Empty, Calendar, Hired).Select(d => d.Requirement.CourseId));
        Assert.Empty(Duties.Of(catalogue, Old, Transcript.Empty, Calendar, Hired));
        Assert.Empty(Duties.Of(catalogue, New, Transcript.Empty, Calendar, Hired.AddDays(366)));
        Assert.Equal(Standing.Met, Duties.Of(catalogue, New, done, Calendar, Hired.AddDays(300))[0].Standing);
        Assert.Equal(Standing.Overdue, Duties.Of(catalogue, New, new Transcript([done.Completions[0] with { Revoked = true }], []), Calendar, Hired.AddDays(300))[0].Standing);
    }

    [Fact]
    public void What_is_counted_from_the_hire_is_done_once_also_where_it_counts_no_longer()
    {
        var catalogue = Of(Asked("mr-or", new DueRule.DaysAfterHire(30), new Audience { NewHires = true }), Asked("mr-or", new DueRule.EachYearBy(11, 1, 30), Audience.Everybody));
        var lastYear = new Transcript([new Completion("noor", "mr-or", Hired.AddDays(3), new DateOnly(2027, 7, 31))], []);

        Assert.Equal([Standing.Met, Standing.Open], Duties.Of(catalogue, New, lastYear, Calendar, new DateOnly(2027, 9, 1)).Select(d => d.Standing));
        var before = new Transcript([new Completion("noor", "mr-or", Hired.AddDays(-400), Hired.AddDays(-40))], []);
        Assert.Equal([Standing.Overdue, Standing.Overdue], Duties.Of(catalogue, New, before, Calendar, Hired.AddDays(40)).Select(d => d.Standing));
    }

    [Fact]
    public void What_was_done_before_the_first_day_and_counted_on_it_stays_done_when_it_counts_no_longer()
    {
        var catalogue = Of(Asked("mr-or", new DueRule.DaysAfterHire(30), new Audience { NewHires = true }));
        var weekBefore = new Transcript([new Completion("noor", "mr-or", Hired.AddDays(-7), Hired.AddDays(290))], []);

        Assert.Equal(Standing.Met, Duties.Of(catalogue, New, weekBefore, Calendar, Hired.AddDays(100))[0].Standing);
        Assert.Equal(Standing.Met, Duties.Of(catalogue, New, weekBefore, Calendar, Hired.AddDays(300))[0].Standing);
        Assert.Equal(Standing.Overdue, Duties.Of(catalogue, New, new Transcript([weekBefore.Completions[0] with { Revoked = true }], []), Calendar, Hired.AddDays(300))[0].Standing);
    }

    [Fact]
    public void What_is_overdue_climbs_from_the_person_to_human_resources()
    {
        var catalogue = Of(Asked("nho-core", new DueRule.DaysAfterHire(30), Audience.Everybody));
        IEnumerable<OverdueTo> Told(int days) => Duties.StepsOf(Duties.Of(catalogue, New, Transcript.Empty, Calendar, Hired.AddDays(days))[0], Rules, Hired.AddDays(days)).Select(s => s.To);

        Assert.Empty(Told(30));
        Assert.Equal([OverdueTo.Employee], Told(31));
        Assert.Equal([OverdueTo.Employee, OverdueTo.Supervisor], Told(38));
        Assert.Equal([OverdueTo.Employee, OverdueTo.Supervisor, OverdueTo.Principal, OverdueTo.Hr], Told(60));
        Assert.Equal(Standing.Paused, Duties.Of(catalogue, New with { Leaves = [new Leave(Hired.AddDays(40), null)] }, Transcript.Empty, Calendar, Hired.AddDays(60))[0].Standing);
    }

    [Fact]
    public void A_climb_may_begin_later_than_the_due_day_and_never_earlier()
    {
        var catalogue = Of(Asked("nho-core", new DueRule.DaysAfterHire(30), Audience.Everybody));
        IEnumerable<OverdueTo> Told(int days, int from) => Duties.StepsOf(Duties.Of(catalogue, New, Transcript.Empty, Calendar, Hired.AddDays(days))[0], Rules, Hired.AddDays(days), Hired.AddDays(from)).Select(s => s.To);

        Assert.Empty(Told(60, from: 60));
        Assert.Equal([OverdueTo.Employee], Told(61, from: 60));
        Assert.Equal([OverdueTo.Employee, OverdueTo.Supervisor], Told(68, from: 60));
        Assert.Equal([OverdueTo.Employee], Told(31, from: 10));
        Assert.Empty(Told(30, from: 10));
    }

    [Fact]
    public void The_day_on_which_a_list_told_of_a_course_is_that_of_the_newest_list_and_of_none_that_was_taken_back()
    {
        var old = new Completion("noor", "t9-all", Hired.AddYears(-2), Hired.AddYears(-1)) { Brought = Hired };
        Transcript Of(params Completion[] done) => new(done, []);

        Assert.Equal(Hired.AddDays(5), Of(old, old with { On = Hired.AddYears(-3), Brought = Hired.AddDays(5) }).BroughtOn("t9-all"));
        Assert.Equal(Hired, Of(old, old with { On = Hired.AddYears(-3), Brought = Hired.AddDays(5), Revoked = true }).BroughtOn("t9-all"));
        Assert.Null(Of(old, old with { CourseId = "nho-core", Brought = null }).BroughtOn("nho-core"));
    }

    [Fact]
    public void A_waiver_meets_the_requirement_but_trains_nobody()
    {
        var transcript = new Transcript([], [new Waiver("noor", "sp-l1", "hr", Hired, Hired.AddDays(90))]);

        Assert.Contains("sp-l1", transcript.ValidOn(Hired));
        Assert.False(TrainingRight.IsHeldOn(Hired, [], transcript.Completions));
        Assert.DoesNotContain("sp-l1", transcript.ValidOn(Hired.AddDays(91)));
    }

    [Fact]
    public void What_is_waived_is_neither_due_nor_overdue_and_is_due_again_on_the_day_after_or_on_its_own_day_if_that_is_later()
    {
        var catalogue = Of(Asked("sp-l1", new DueRule.DaysAfterHire(30), Audience.Everybody));
        Duty On(int day, int waivedTo) => Duties.Of(catalogue, New, new Transcript([], [new Waiver("noor", "sp-l1", "hr", Hired, Hired.AddDays(waivedTo))]), Calendar, Hired.AddDays(day))[0];

        Assert.Equal((Standing.Met, (DateOnly?)null), (On(60, 90).Standing, On(60, 90).Due));
        Assert.Equal(Standing.Met, On(90, 90).Standing);
        Assert.Equal((Standing.Open, Hired.AddDays(91)), (On(91, 90).Standing, On(91, 90).Due));
        Assert.Equal((Standing.Overdue, Hired.AddDays(91)), (On(92, 90).Standing, On(92, 90).Due));
        Assert.Equal((Standing.Open, Hired.AddDays(30)), (On(11, 10).Standing, On(11, 10).Due));
        Assert.Equal((Standing.Overdue, Hired.AddDays(30)), (On(31, 10).Standing, On(31, 10).Due));
        Assert.Equal(Standing.Met, Duties.Of(catalogue, New, new Transcript([], [new Waiver("noor", "sp-l1", "hr", Hired, DateOnly.MaxValue)]), Calendar, Hired.AddDays(4000))[0].Standing);
    }

    [Fact]
    public void A_new_hire_goes_with_the_next_cohort_and_keeps_the_place_that_was_missed()
    {
        var series = new Series { Id = "equity", Titles = In("Equity"), CourseIds = ["eq-1", "eq-2", "eq-3"], CohortMonths = [1, 8, 10], Audience = Audience.Everybody, Source = "s", Status = "found" };

        Assert.Equal("2026-10", SeriesProgress.CohortOf(series, Hired).ToString());
        Assert.Equal("2027-01", SeriesProgress.CohortOf(series, new DateOnly(2026, 11, 2)).ToString());
        Assert.Equal("2027-01", SeriesProgress.After(series, new Cohort(2026, 10)).ToString());
        Assert.Equal("2026-08", SeriesProgress.After(series, new Cohort(2026, 1)).ToString());

        var missedOne = new Transcript([new Completion("noor", "eq-1", Hired, DateOnly.MaxValue), new Completion("noor", "eq-3", Hired, DateOnly.MaxValue)], []);
        var progress = SeriesProgress.Of(series, Hired, missedOne, Hired.AddDays(30));
        Assert.Equal(("eq-2", 2, false), (progress.Next, progress.Done.Count, progress.IsComplete));

        var madeUp = missedOne with { Completions = [.. missedOne.Completions, new Completion("noor", "eq-2", Hired.AddDays(90), DateOnly.MaxValue)] };
        Assert.True(SeriesProgress.Of(series, Hired, madeUp, Hired.AddDays(91)).IsComplete);
        Assert.False(SeriesProgress.Of(series, Hired, madeUp, Hired.AddDays(30)).IsComplete);
    }

    [Fact]
    public void How_long_a_course_counts()
    {
        var yearEnds = new DateOnly(2027, 7, 31);

        Assert.Equal(DateOnly.MaxValue, new Validity.Once().Until(Hired, yearEnds));
        Assert.Equal(new DateOnly(2028, 10, 12), new Validity.Months(24).Until(Hired, yearEnds));
        Assert.Equal(yearEnds, new Validity.SchoolYear().Until(Hired, yearEnds));
        Assert.True(new Completion("p", "c", Hired, yearEnds).CountsOn(yearEnds));
        Assert.False(new Completion("p", "c", Hired, yearEnds).CountsOn(yearEnds.AddDays(1)));
    }

    [Fact]
    public void Gains_are_those_of_people_who_answered_both_times_and_small_groups_stay_hidden()
    {
        Dictionary<string, int> Answers(int count, Func<int, int> of) => Enumerable.Range(1, count).ToDictionary(i => $"t{i}", of);

        Assert.Null(Gains.Of(new ItemAnswers("A1", Answers(9, _ => 2), Answers(20, _ => 4))));
        var gain = Gains.Of(new ItemAnswers("A1", Answers(10, i => i <= 5 ? 2 : 4), Answers(12, i => i <= 5 ? 4 : 4)))!;
        // Before: five 2 and five 4, mean 3, sample deviation 1.054; after: 4.
        Assert.Equal((10, 1m, 50m, 100m, 0.95m), (gain.Matched, gain.Gain, gain.Improved, gain.TopTwo, gain.Effect));
        Assert.Null(Gains.Of(new ItemAnswers("A1", Answers(10, _ => 3), Answers(10, _ => 4)))!.Effect);
    }

    private static Requirement Asked(string course, DueRule due, Audience audience) => new() { Id = course, CourseId = course, Audience = audience, Due = due, Source = "s", Status = "found" };

    private static Catalogue Of(params Requirement[] requirements) => new([], requirements, [], [], Rules);
}
