namespace SupportBot.Training.Tests;

/// <summary>Which times are proposed for a session.</summary>
public class SlotProposalTests
{
    // A Monday. The school is open from 8 to 16; the clock of these tests is UTC.
    private static readonly DateOnly Monday = new(2027, 1, 11);
    private static readonly TrainingCalendar Weekdays = new(d => d.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday), d => (new DateOnly(d.Year, 7, 1), new DateOnly(d.Year + 1, 6, 30)));

    private static DateTimeOffset At(DateOnly day, int hour, int minute = 0) => new(day, new TimeOnly(hour, minute), TimeSpan.Zero);

    private static TimeStretch? Open(DateOnly day) => new TimeStretch(At(day, 8), At(day, 16));

    private static TimeStretch Busy(DateOnly day, int from, int to) => new(At(day, from), At(day, to));

    private static SlotWish Wish(int days, int minutes = 120, int most = 3) => new(minutes, Monday, Monday.AddDays(days - 1), At(Monday, 0)) { Most = most };

    private static IReadOnlyList<TimeStretch> Of(SlotWish wish, params TimeStretch[] busy) => SlotProposals.Of(wish, busy, Weekdays, Open);

    [Fact]
    public void Three_proposals_in_a_week_lie_on_three_days_and_not_all_in_the_morning()
    {
        var slots = Of(Wish(5));
        Assert.Equal([At(Monday, 8), At(Monday.AddDays(2), 12), At(Monday.AddDays(4), 8)], slots.Select(s => s.From));
        Assert.All(slots, s => Assert.Equal(TimeSpan.FromHours(2), s.To - s.From));
    }

    [Fact]
    public void A_wide_range_is_used_from_its_first_day_to_its_last()
    {
        var slots = Of(Wish(26));
        Assert.Equal([Monday, Monday.AddDays(25)], new[] { slots[0], slots[^1] }.Select(s => DateOnly.FromDateTime(s.From.UtcDateTime)));
    }

    [Fact]
    public void On_one_day_the_morning_and_the_afternoon_come_before_a_second_time_in_either()
    {
        Assert.Equal([At(Monday, 8), At(Monday, 12)], Of(Wish(1, most: 2)).Select(s => s.From));
        Assert.Equal([At(Monday, 8), At(Monday, 10), At(Monday, 12)], Of(Wish(1)).Select(s => s.From));
    }

    [Fact]
    public void Nothing_is_proposed_while_anybody_is_busy_and_a_time_that_begins_when_another_ends_is_free()
    {
        var slots = Of(Wish(1, most: 9), Busy(Monday, 8, 10), Busy(Monday, 9, 11), Busy(Monday, 13, 15));
        Assert.Equal([new TimeStretch(At(Monday, 11), At(Monday, 13))], slots);
    }

    [Fact]
    public void Weekends_and_closed_days_are_left_out_and_early_release_shortens_the_day()
    {
        var saturday = Monday.AddDays(5);
        Assert.Empty(SlotProposals.Of(new SlotWish(60, saturday, saturday.AddDays(1), At(Monday, 0)), [], Weekdays, Open));
        Assert.Empty(SlotProposals.Of(Wish(5), [], Weekdays, _ => null));
        var early = SlotProposals.Of(Wish(1, most: 9), [], Weekdays, d => new TimeStretch(At(d, 8), At(d, 11, 15)));
        Assert.Equal([At(Monday, 8)], early.Select(s => s.From));
    }

    [Fact]
    public void Nothing_is_proposed_that_has_begun_or_is_too_short()
    {
        var wish = Wish(1, most: 1) with { NotBefore = At(Monday, 9, 10) };
        Assert.Equal(At(Monday, 9, 30), Assert.Single(Of(wish)).From);
        Assert.Empty(Of(Wish(5, minutes: 8 * 60 + 1)));
    }

    [Fact]
    public void The_same_question_has_the_same_answer_in_whatever_order_the_busy_times_come()
    {
        TimeStretch[] busy = [Busy(Monday, 8, 12), Busy(Monday.AddDays(1), 9, 16), Busy(Monday.AddDays(3), 8, 15)];
        Assert.Equal(Of(Wish(5), busy), Of(Wish(5), [.. busy.Reverse()]));
    }

    [Fact]
    public void Proposals_never_overlap_each_other_or_a_busy_time_whatever_is_asked()
    {
        var random = new Random(7);
        for (var round = 0; round < 300; round++)
        {
            TimeStretch[] busy = [.. Enumerable.Range(0, random.Next(0, 12)).Select(_ => (Day: Monday.AddDays(random.Next(0, 7)), From: random.Next(7, 15))).Select(b => Busy(b.Day, b.From, b.From + random.Next(1, 4)))];
            var wish = Wish(random.Next(1, 8), minutes: random.Next(1, 12) * 30, most: random.Next(1, 7));
            var slots = Of(wish, busy);
            Assert.InRange(slots.Count, 0, wish.Most);
            Assert.Equal(slots.OrderBy(s => s.From), slots);
            for (var i = 0; i < slots.Count; i++)
            {
                Assert.DoesNotContain(busy, b => b.Overlaps(slots[i]));
                Assert.DoesNotContain(slots.Skip(i + 1), s => s.Overlaps(slots[i]));
            }
        }
    }

    [Theory, InlineData(0, 3), InlineData(60, 0)]
    public void A_wish_for_nothing_is_a_mistake(int minutes, int most) => Assert.Throws<ArgumentOutOfRangeException>(() => Of(Wish(5, minutes, most)));
}
