using SupportBot.Directory;

namespace SupportBot.Directory.Tests;

public class SchoolCalendarTests
{
    private static readonly SchoolCalendar North = SmallDistrict.District.CalendarOf("north-middle");

    private static DateTimeOffset Pacific(string local, int hoursBehind = 8) => new(DateTime.Parse(local, System.Globalization.CultureInfo.InvariantCulture), TimeSpan.FromHours(-hoursBehind));

    [Theory]
    [InlineData("2026-11-20 08:00", 1, "2026-11-23 15:00")] // Friday morning: Monday's close
    [InlineData("2026-11-20 23:30", 1, "2026-11-23 15:00")] // Friday night: the same
    [InlineData("2026-11-21 12:00", 1, "2026-11-23 15:00")] // Saturday: the same
    [InlineData("2026-11-23 10:00", 2, "2026-11-25 12:00")] // ends early before Thanksgiving
    [InlineData("2026-11-25 10:00", 1, "2026-11-30 15:00")] // over Thanksgiving
    [InlineData("2026-12-18 10:00", 1, "2027-01-04 15:00")] // over winter break
    [InlineData("2026-12-18 10:00", 10, "2027-01-15 15:00")]
    [InlineData("2026-11-23 10:00", 0, "2026-11-23 15:00")] // today while it lies ahead
    [InlineData("2026-11-23 15:00", 0, "2026-11-24 15:00")]
    public void A_school_day_is_over_when_school_closes(string from, int days, string due) =>
        Assert.Equal(Pacific(due), North.AddSchoolDays(Pacific(from), days));

    [Theory]
    [InlineData("2026-11-23 13:00", 2, "2026-11-23 15:00")]
    [InlineData("2026-11-23 14:00", 2, "2026-11-24 09:00")]
    [InlineData("2026-11-20 20:00", 2, "2026-11-23 10:00")]
    [InlineData("2026-11-24 14:30", 5, "2026-11-30 08:30")] // half an hour, four hours of the short day, half an hour
    public void School_hours_run_only_while_school_is_open(string from, int hours, string due) =>
        Assert.Equal(Pacific(due), North.AddSchoolHours(Pacific(from), TimeSpan.FromHours(hours)));

    [Theory]
    [InlineData("2026-12-18 10:00", 3, "2026-12-23 17:00")] // the break's first days are working days
    [InlineData("2026-12-23 10:00", 1, "2026-12-28 17:00")] // Christmas is not
    public void Working_days_go_on_through_a_break_but_not_through_a_holiday(string from, int days, string due) =>
        Assert.Equal(Pacific(due), North.AddWorkingDays(Pacific(from), days));

    [Theory]
    [InlineData("2026-11-23 08:00", true)]
    [InlineData("2026-11-23 14:59", true)]
    [InlineData("2026-11-23 15:00", false)]
    [InlineData("2026-11-25 12:00", false)]
    [InlineData("2026-11-26 10:00", false)]
    [InlineData("2026-11-22 10:00", false)]
    public void It_is_open_from_the_first_bell_until_just_before_the_last(string at, bool isOpen) =>
        Assert.Equal(isOpen, North.IsOpen(Pacific(at)));

    [Theory]
    [InlineData("2026-11-23 09:00", "2026-11-23 09:00")]
    [InlineData("2026-11-23 15:00", "2026-11-24 08:00")]
    [InlineData("2026-11-25 12:30", "2026-11-30 08:00")]
    public void The_next_opening_is_now_or_the_next_first_bell(string at, string opening) =>
        Assert.Equal(Pacific(opening), North.NextOpening(Pacific(at)));

    [Fact]
    public void A_day_keeps_its_local_time_when_the_clocks_change()
    {
        Assert.Equal(Pacific("2027-03-14 10:00", 7), North.Add(Pacific("2027-03-13 10:00"), 1, TimeUnit.Days));
        Assert.Equal(Pacific("2026-11-01 10:00"), North.Add(Pacific("2026-10-31 10:00", 7), 1, TimeUnit.Days));
        Assert.Equal(Pacific("2026-11-07 10:00"), North.Add(Pacific("2026-10-31 10:00", 7), 1, TimeUnit.Weeks));
    }

    [Fact]
    public void Hours_go_by_the_stopwatch_when_the_clocks_change() =>
        Assert.Equal(Pacific("2027-03-14 11:00", 7), North.Add(Pacific("2027-03-13 10:00"), 24, TimeUnit.Hours));

    [Fact]
    public void Each_unit_counts_on_the_calendar_it_names()
    {
        var friday = Pacific("2026-11-20 14:00");
        Assert.Equal(friday.AddMinutes(30), North.Add(friday, 30, TimeUnit.Minutes));
        Assert.Equal(Pacific("2026-11-23 15:00"), North.Add(friday, 1, TimeUnit.Days, CountedTime.SchoolDays));
        Assert.Equal(Pacific("2026-11-23 15:00"), North.Add(friday, 1, TimeUnit.Days, CountedTime.SchoolHours));
        Assert.Equal(Pacific("2026-11-23 17:00"), North.Add(friday, 1, TimeUnit.Days, CountedTime.WorkingDays));
        Assert.Equal(Pacific("2026-11-23 09:00"), North.Add(friday, 2, TimeUnit.Hours, CountedTime.SchoolHours));
        Assert.Equal(Pacific("2026-11-23 02:00"), North.Add(friday, 12, TimeUnit.Hours, CountedTime.SchoolDays));
        Assert.Equal(Pacific("2026-11-23 08:30"), North.Add(friday, 210, TimeUnit.Minutes, CountedTime.WorkingDays));
        Assert.Equal(Pacific("2026-12-01 15:00"), North.Add(friday, 1, TimeUnit.Weeks, CountedTime.SchoolDays));
    }

    [Fact]
    public void A_school_in_another_time_zone_closes_by_its_own_clock() =>
        Assert.Equal(Pacific("2026-11-23 14:00"), SmallDistrict.District.CalendarOf("malheur-high").AddSchoolDays(Pacific("2026-11-20 10:00"), 1));

    [Fact]
    public void Today_is_the_date_at_the_school()
    {
        var lateEvening = Pacific("2026-11-23 23:30");
        Assert.Equal(new DateOnly(2026, 11, 23), North.Today(lateEvening));
        Assert.Equal(new DateOnly(2026, 11, 24), SmallDistrict.District.CalendarOf("malheur-high").Today(lateEvening));
    }

    [Fact]
    public void A_clock_goes_on_when_next_years_calendar_is_late()
    {
        Assert.False(North.IsSchoolDay(new DateOnly(2027, 7, 30)));
        Assert.True(North.IsSchoolDay(new DateOnly(2027, 8, 2)));
        Assert.Equal(new DateOnly(2027, 7, 31), North.KnownUntil);
    }

    [Fact]
    public void A_negative_length_is_a_bug() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => North.AddSchoolDays(Pacific("2026-11-20 10:00"), -1));
}
