namespace SupportBot.Training.Tests;

/// <summary>When somebody is reminded of a session.</summary>
public class ReminderTests
{
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("America/Los_Angeles");

    private static DateTime Local(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, Zone).DateTime;

    private static List<string> Of(string starts)
    {
        var local = DateTime.Parse(starts, System.Globalization.CultureInfo.InvariantCulture);
        var at = new DateTimeOffset(local, Zone.GetUtcOffset(local)).ToUniversalTime();
        return [.. Reminder.Of(RollBench.Session() with { Starts = at, Ends = at.AddHours(2) }, RollBench.Rules, Local).Select(r => FormattableString.Invariant($"{r.Before.TotalHours} h: {Local(r.At):ddd HH:mm}"))];
    }

    [Theory]
    [InlineData("2026-11-24T07:00", "2026-11-24T07:00")]
    [InlineData("2026-11-24T17:59", "2026-11-24T17:59")]
    [InlineData("2026-11-24T18:00", "2026-11-25T07:00")]
    [InlineData("2026-11-24T23:30", "2026-11-25T07:00")]
    [InlineData("2026-11-24T00:10", "2026-11-24T07:00")]
    [InlineData("2026-11-24T06:59", "2026-11-24T07:00")]
    public void What_has_no_hour_of_its_own_is_said_at_once_or_when_quiet_hours_are_over(string at, string said)
    {
        var rules = RollBench.Rules with { QuietFrom = new TimeOnly(18, 0), QuietTo = new TimeOnly(7, 0) };
        static DateTimeOffset Utc(string wall) => new(DateTime.Parse(wall, System.Globalization.CultureInfo.InvariantCulture).AddHours(8), TimeSpan.Zero);
        Assert.Equal(Utc(said), Reminder.AfterQuiet(Utc(at), rules, moment => moment.UtcDateTime.AddHours(-8)));
    }

    [Fact]
    public void A_week_a_day_and_an_hour_before() => Assert.Equal(["168 h: Wed 14:00", "24 h: Tue 14:00", "1 h: Wed 13:00"], Of("2026-10-14 14:00"));

    [Fact]
    public void The_hour_before_an_early_session_is_the_evening_before() => Assert.Equal(["168 h: Wed 07:30", "24 h: Tue 07:30", "1 h: Tue 17:45"], Of("2026-10-14 07:30"));

    [Fact]
    public void What_would_come_in_the_evening_comes_before_it() => Assert.Equal(["168 h: Wed 17:45", "24 h: Tue 17:45", "1 h: Wed 17:45"], Of("2026-10-14 19:00"));

    [Fact]
    public void Before_dawn_is_moved_to_the_evening_before_too() => Assert.Equal(["168 h: Tue 17:45", "24 h: Mon 17:45", "1 h: Tue 17:45"], Of("2026-10-14 05:00"));

    /// <summary>On the first of November 2026 the clocks go back an hour at two.</summary>
    [Fact]
    public void The_evening_is_the_one_on_the_wall_where_clocks_change_that_night() => Assert.Equal("1 h: Sat 17:45", Of("2026-11-01 07:30")[^1]);

    [Fact]
    public void Each_is_good_until_the_next_and_the_last_until_the_beginning()
    {
        var session = RollBench.Session();
        var all = Reminder.Of(session, RollBench.Rules, Local);
        Assert.Equal([all[1].At, all[2].At, session.Starts], all.Select(r => r.Until));
    }

    [Theory]
    [InlineData("17:59", false)]
    [InlineData("18:00", true)]
    [InlineData("23:59", true)]
    [InlineData("06:59", true)]
    [InlineData("07:00", false)]
    public void Nobody_is_reminded_between_six_in_the_evening_and_seven(string time, bool quiet) =>
        Assert.Equal(quiet, Reminder.IsQuiet(new DateOnly(2026, 10, 14).ToDateTime(TimeOnly.Parse(time, System.Globalization.CultureInfo.InvariantCulture)), RollBench.Rules));
}
