namespace SupportBot.Cards.Tests;

public class TimeWordsTests
{
    private static readonly DateTimeOffset Now = CardSamples.Now;

    [Theory]
    [InlineData(-30, "just now")]
    [InlineData(0, "just now")]
    [InlineData(59, "just now")]
    [InlineData(60, "1 minute ago")]
    [InlineData(4 * 60 + 59, "4 minutes ago")]
    [InlineData(59 * 60 + 59, "59 minutes ago")]
    [InlineData(3600, "1 hour ago")]
    [InlineData(2 * 3600 - 1, "1 hour ago")]
    [InlineData(47 * 3600, "47 hours ago")]
    [InlineData(48 * 3600, "2 days ago")]
    public void The_age_of_an_alert_in_words(int seconds, string words) =>
        Assert.Equal(words, TimeWords.Ago(Now.AddSeconds(-seconds), Now, ContentWords.English));

    [Theory]
    [InlineData(3 * 86400, "due in 3 days")]
    [InlineData(7200, "due in 2 hours")]
    [InlineData(90, "due in 1 minute")]
    [InlineData(59, "due now")]
    [InlineData(-59, "due now")]
    [InlineData(-60, "overdue by 1 minute")]
    [InlineData(-26 * 3600, "overdue by 26 hours")]
    public void When_a_task_is_due_in_words(int seconds, string words) =>
        Assert.Equal(words, TimeWords.Due(Now.AddSeconds(seconds), Now, ContentWords.English));

    [Fact]
    public void Time_zones_make_no_difference() =>
        Assert.Equal("4 minutes ago", TimeWords.Ago(Now.AddMinutes(-4).ToOffset(TimeSpan.FromHours(-8)), Now, ContentWords.English));

    [Theory]
    [InlineData(1, "first")]
    [InlineData(10, "tenth")]
    [InlineData(11, "11th")]
    [InlineData(21, "21st")]
    [InlineData(112, "112th")]
    [InlineData(103, "103rd")]
    public void Counts_in_words(int number, string words) => Assert.Equal(words, TimeWords.Ordinal(number, ContentWords.English));

    [Theory]
    [InlineData(30, "ahora mismo")]
    [InlineData(60, "hace 1 minuto")]
    [InlineData(4 * 60, "hace 4 minutos")]
    [InlineData(3600, "hace 1 hora")]
    [InlineData(47 * 3600, "hace 47 horas")]
    [InlineData(3 * 86400, "hace 3 días")]
    public void The_age_of_an_alert_in_Spanish(int seconds, string words) =>
        Assert.Equal(words, TimeWords.Ago(Now.AddSeconds(-seconds), Now, ContentWords.Spanish));

    [Theory]
    [InlineData(7200, "vence en 2 horas")]
    [InlineData(59, "vence ahora")]
    [InlineData(-26 * 3600, "venció hace 26 horas")]
    public void When_a_task_is_due_in_Spanish(int seconds, string words) =>
        Assert.Equal(words, TimeWords.Due(Now.AddSeconds(seconds), Now, ContentWords.Spanish));

    [Fact]
    public void A_day_and_a_count_are_written_as_their_readers_write_them()
    {
        Assert.Equal("Mon, Nov 23, 2026", TimeWords.Day(new(2026, 11, 23), ContentWords.English));
        Assert.Equal("lun 23 de nov de 2026", TimeWords.Day(new(2026, 11, 23), ContentWords.Spanish));
        Assert.Equal("segunda", TimeWords.Ordinal(2, ContentWords.Spanish));
        Assert.Equal("22.ª", TimeWords.Ordinal(22, ContentWords.Spanish));
    }
}
