namespace SupportBot.Protocols.Tests;

public class ReviewTests
{
    private static readonly Protocol Due = Samples.Of(Samples.Help); // 2027-08-20

    [Theory]
    [InlineData("2027-06-20", ReviewUrgency.None)]
    [InlineData("2027-06-21", ReviewUrgency.Coming)]
    [InlineData("2027-07-20", ReviewUrgency.Coming)]
    [InlineData("2027-07-21", ReviewUrgency.Soon)]
    [InlineData("2027-08-20", ReviewUrgency.Soon)]
    [InlineData("2027-08-21", ReviewUrgency.Overdue)]
    public void A_review_comes_within_60_days_soon_within_30_and_is_overdue_after_its_day(string today, ReviewUrgency urgency) =>
        Assert.Equal(urgency, ProtocolReview.Of(Due, DateOnly.Parse(today, System.Globalization.CultureInfo.InvariantCulture)));

    [Fact]
    public void A_review_that_is_overdue_switches_nothing_off()
    {
        var shelf = new ProtocolShelf([Samples.Of(Samples.Help, "status: active")], []);
        Assert.NotNull(shelf.Startable("small", new DateOnly(2029, 1, 1)));
    }
}
