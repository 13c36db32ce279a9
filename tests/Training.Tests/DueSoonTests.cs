using static SupportBot.Training.Tests.RollBench;

namespace SupportBot.Training.Tests;

/// <summary>When whoever has a required training still to do is told that it is due soon.</summary>
public class DueSoonTests
{
    private static readonly int[] Days = [30, 7];
    private static readonly DateOnly Due = new(2026, 11, 1);
    private static readonly Staffer Old = new("noor") { Roles = ["teacher"], Schools = ["riverbend-high"], Levels = ["high"], Jurisdictions = ["OR"] };
    private static readonly TrainingCalendar Calendar = new(
        d => d.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday),
        d => d.Month >= 8 ? (new DateOnly(d.Year, 8, 1), new DateOnly(d.Year + 1, 7, 31)) : (new DateOnly(d.Year - 1, 8, 1), new DateOnly(d.Year, 7, 31)));

    private static readonly DueRule Yearly = new DueRule.EachYearBy(11, 1, 30);

    private static int? Step(DateOnly today, DueRule? rule = null, Staffer? who = null, Transcript? transcript = null, int[]? days = null)
    {
        var catalogue = new Catalogue([], [new Requirement { Id = "t9-all", CourseId = "t9-all", Audience = Audience.Everybody, Due = rule ?? Yearly, Source = "s", Status = "found" }], [], [], Rules);
        var duty = Duties.Of(catalogue, who ?? Old, transcript ?? Transcript.Empty, Calendar, today)[0];
        return DueSoon.StepOf(duty, who ?? Old, transcript ?? Transcript.Empty, Calendar, today, days ?? Days);
    }

    [Theory]
    [InlineData(31, null)]
    [InlineData(30, 30)]
    [InlineData(8, 30)]
    [InlineData(7, 7)]
    [InlineData(0, 7)]
    [InlineData(-1, null)]
    public void The_latest_word_whose_day_has_come_is_said_until_it_is_overdue(int left, int? step) => Assert.Equal(step, Step(Due.AddDays(-left)));

    [Fact]
    public void Without_days_in_the_rules_there_is_none() => Assert.Null(Step(Due, days: []));

    [Fact]
    public void What_is_done_waived_or_paused_by_a_leave_needs_no_word()
    {
        var today = Due.AddDays(-20);

        Assert.Null(Step(today, transcript: new Transcript([new Completion("noor", "t9-all", new DateOnly(2026, 9, 1), new DateOnly(2027, 7, 31))], [])));
        Assert.Null(Step(today, transcript: new Transcript([], [new Waiver("noor", "t9-all", "hr", today.AddDays(-3), DateOnly.MaxValue)])));
        Assert.Null(Step(today, who: Old with { Leaves = [new Leave(today.AddDays(-3), today.AddDays(3))] }));
        Assert.Null(Step(today, new DueRule.BeforeTheWork()));
    }

    [Fact]
    public void Of_what_somebody_has_less_than_thirty_days_for_only_the_last_word_is_said()
    {
        var hired = new DateOnly(2026, 10, 12);
        var fresh = Old with { HiredOn = hired };

        Assert.Null(Step(hired, new DueRule.WorkdaysAfterHire(10), fresh));
        Assert.Equal(7, Step(hired.AddDays(7), new DueRule.WorkdaysAfterHire(10), fresh));
        Assert.Equal(7, Step(hired, new DueRule.DaysAfterHire(5), fresh));
        Assert.Null(Step(new DateOnly(2026, 8, 3), new DueRule.DaysIntoYear(14)));
        Assert.Equal(30, Step(new DateOnly(2026, 8, 15), new DueRule.DaysIntoYear(42)));
    }

    [Fact]
    public void With_exactly_thirty_days_the_first_word_would_fall_on_the_first_day_and_is_not_said()
    {
        var fresh = Old with { HiredOn = new DateOnly(2026, 10, 12) };

        Assert.Null(Step(fresh.HiredOn.Value, new DueRule.DaysAfterHire(30), fresh));
        Assert.Null(Step(fresh.HiredOn.Value.AddDays(22), new DueRule.DaysAfterHire(30), fresh));
        Assert.Equal(7, Step(fresh.HiredOn.Value.AddDays(23), new DueRule.DaysAfterHire(30), fresh));
        Assert.Equal(30, Step(fresh.HiredOn.Value.AddDays(1), new DueRule.DaysAfterHire(31), fresh));
    }

    [Fact]
    public void Nobody_hears_before_their_first_day_of_work() => Assert.Null(Step(Due.AddDays(-20), new DueRule.DaysAfterHire(5), Old with { HiredOn = Due.AddDays(-10) }));

    [Fact]
    public void What_stops_counting_or_being_waived_shortly_before_is_told_with_the_last_word_alone()
    {
        var ended = Due.AddDays(-20);
        var done = new Transcript([new Completion("noor", "t9-all", new DateOnly(2024, 10, 12), ended)], []);
        var waived = new Transcript([], [new Waiver("noor", "t9-all", "hr", new DateOnly(2026, 8, 1), ended)]);

        Assert.Equal([null, 7, null, 7], new[] { Step(ended.AddDays(1), transcript: done), Step(Due.AddDays(-7), transcript: done), Step(ended.AddDays(1), transcript: waived), Step(Due.AddDays(-7), transcript: waived) });
    }
}
