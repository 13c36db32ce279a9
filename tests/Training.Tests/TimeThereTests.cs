namespace SupportBot.Training.Tests;

public class TimeThereTests
{
    private static readonly DateTimeOffset Starts = new(2026, 12, 1, 17, 0, 0, TimeSpan.Zero);
    private static readonly TimeStretch Session = new(Starts, Starts.AddMinutes(60));

    [Theory]
    [InlineData("", 0)]
    [InlineData("0-60", 60)]
    [InlineData("5-20 30-40", 25)]
    [InlineData("30-40 5-20", 25)]
    [InlineData("-10-75", 60)]
    [InlineData("-10-0", 0)]
    [InlineData("60-75", 0)]
    [InlineData("-30--10 50-90", 10)]
    [InlineData("0-30 10-20", 30)]
    [InlineData("0-30 10-45", 45)]
    [InlineData("10-45 0-30 44-46", 46)]
    [InlineData("0-60 0-60 0-60", 60)]
    [InlineData("20-10", 0)]
    [InlineData("20-10 15-25", 10)]
    public void Overlaps_count_once_and_what_lies_outside_of_the_session_does_not(string stays, int minutes) => Assert.Equal(minutes, TimeThere.Minutes(Stays(stays), Session));

    [Fact]
    public void A_part_of_a_minute_is_none_and_parts_of_several_stays_add_up()
    {
        Assert.Equal(0, TimeThere.Minutes([new(Starts, Starts.AddSeconds(59))], Session));
        Assert.Equal(59, TimeThere.Minutes([new(Starts.AddSeconds(1), Session.To)], Session));
        Assert.Equal(1, TimeThere.Minutes([new(Starts, Starts.AddSeconds(30)), new(Starts.AddSeconds(40), Starts.AddSeconds(70))], Session));
    }

    [Theory]
    [InlineData("", 150, 2)]
    [InlineData("0-10", 150, 12)]
    [InlineData("0-50", 3600, 60)]
    [InlineData("", long.MaxValue, 60)]
    [InlineData("0-10", -600, 10)]
    public void What_was_counted_without_saying_when_is_added_and_never_more_than_the_session(string stays, long seconds, int minutes) => Assert.Equal(minutes, TimeThere.Minutes(Stays(stays), Session, seconds));

    private static IEnumerable<TimeStretch> Stays(string written) => written.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(stay =>
    {
        var dash = stay.IndexOf('-', 1);
        DateTimeOffset At(string minute) => Starts.AddMinutes(int.Parse(minute, System.Globalization.CultureInfo.InvariantCulture));
        return new TimeStretch(At(stay[..dash]), At(stay[(dash + 1)..]));
    });
}
