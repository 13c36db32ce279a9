namespace SupportBot.Training.Tests;

/// <summary>When the holder of a course that ends is reminded.</summary>
public class RenewalTests
{
    private static readonly DateOnly Ends = new(2027, 3, 1);
    private static readonly int[] Days = [90, 60, 30, 7];

    [Theory]
    [InlineData(91, null)]
    [InlineData(90, 90)]
    [InlineData(61, 90)]
    [InlineData(60, 60)]
    [InlineData(31, 60)]
    [InlineData(8, 30)]
    [InlineData(7, 7)]
    [InlineData(0, 7)]
    [InlineData(-1, null)]
    public void The_latest_reminder_whose_day_has_come_is_due_until_the_course_has_ended(int left, int? step) => Assert.Equal(step, Renewals.StepOf(Ends, Ends.AddDays(-left), Days));

    [Fact]
    public void Without_reminders_there_is_none() => Assert.Null(Renewals.StepOf(Ends, Ends, []));
}
