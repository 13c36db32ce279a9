namespace SupportBot.Understanding.Tests;

public class WhenTextTests
{
    private static readonly DateOnly Monday = new(2026, 11, 23);
    private static readonly DateOnly Wednesday = new(2026, 11, 25);

    [Theory]
    [InlineData("last tuesday at lunch", "2026-11-17", PartOfDay.Lunch, "Tuesday, November 17, at lunch")]
    [InlineData("yesterday", "2026-11-22", null, "Sunday, November 22")]
    [InlineData("it was yesterday after school", "2026-11-22", PartOfDay.AfterSchool, "Sunday, November 22, after school")]
    [InlineData("two days ago", "2026-11-21", null, "Saturday, November 21")]
    [InlineData("3 days ago in the morning", "2026-11-20", PartOfDay.Morning, "Friday, November 20, in the morning")]
    [InlineData("the day before yesterday", "2026-11-21", null, "Saturday, November 21")]
    [InlineData("on the 3rd", "2026-11-03", null, "Tuesday, November 3")]
    [InlineData("the 30th", "2026-10-30", null, "Friday, October 30")]
    [InlineData("nov 3", "2026-11-03", null, "Tuesday, November 3")]
    [InlineData("November 3rd, 2025", "2025-11-03", null, "Monday, November 3, 2025")]
    [InlineData("11/3", "2026-11-03", null, "Tuesday, November 3")]
    [InlineData("11/3/26", "2026-11-03", null, "Tuesday, November 3")]
    [InlineData("2026-11-03", "2026-11-03", null, "Tuesday, November 3")]
    [InlineData("13/11", "2026-11-13", null, "Friday, November 13")]
    [InlineData("this morning", "2026-11-23", PartOfDay.Morning, "Monday, November 23, in the morning")]
    [InlineData("today at 10:30 am", "2026-11-23", PartOfDay.Morning, "Monday, November 23, in the morning")]
    [InlineData("today at 2pm", "2026-11-23", PartOfDay.Afternoon, "Monday, November 23, in the afternoon")]
    [InlineData("last night", "2026-11-22", PartOfDay.Night, "Sunday, November 22, at night")]
    [InlineData("tonight", "2026-11-23", PartOfDay.Night, "Monday, November 23, at night")]
    [InlineData("friday", "2026-11-20", null, "Friday, November 20")]
    [InlineData("on friday before school", "2026-11-20", PartOfDay.BeforeSchool, "Friday, November 20, before school")]
    [InlineData("fri", "2026-11-20", null, "Friday, November 20")]
    [InlineData("last thurs", "2026-11-19", null, "Thursday, November 19")]
    [InlineData("wensday", "2026-11-18", null, "Wednesday, November 18")]
    [InlineData("tuesday last week", "2026-11-17", null, "Tuesday, November 17")]
    [InlineData("last monday", "2026-11-16", null, "Monday, November 16")]
    [InlineData("friday the 13th", "2026-11-13", null, "Friday, November 13")]
    [InlineData("Tuesday Nov 17", "2026-11-17", null, "Tuesday, November 17")]
    [InlineData("tuesday morning before school", "2026-11-17", PartOfDay.BeforeSchool, "Tuesday, November 17, before school")]
    public void Understands_a_day(string text, string date, PartOfDay? part, string words) =>
        Assert.Equal(new WhenUnderstood(DateOnly.Parse(date, System.Globalization.CultureInfo.InvariantCulture), part, words), WhenText.Read(text, Monday));

    [Theory]
    [InlineData("ayer", "2026-11-22", null, "domingo 22 de noviembre")]
    [InlineData("ayer por la tarde", "2026-11-22", PartOfDay.Afternoon, "domingo 22 de noviembre, por la tarde")]
    [InlineData("anoche", "2026-11-22", PartOfDay.Night, "domingo 22 de noviembre, por la noche")]
    [InlineData("hace dos días", "2026-11-21", null, "sábado 21 de noviembre")]
    [InlineData("el viernes en el almuerzo", "2026-11-20", PartOfDay.Lunch, "viernes 20 de noviembre, a la hora del almuerzo")]
    [InlineData("el martes pasado", "2026-11-17", null, "martes 17 de noviembre")]
    [InlineData("el 3 de noviembre", "2026-11-03", null, "martes 3 de noviembre")]
    [InlineData("esta mañana", "2026-11-23", PartOfDay.Morning, "lunes 23 de noviembre, por la mañana")]
    [InlineData("hoy después de clases", "2026-11-23", PartOfDay.AfterSchool, "lunes 23 de noviembre, después de clases")]
    public void Understands_a_day_in_Spanish(string text, string date, PartOfDay? part, string words) =>
        Assert.Equal(new WhenUnderstood(DateOnly.Parse(date, System.Globalization.CultureInfo.InvariantCulture), part, words), WhenText.Read(text, Monday, "es"));

    [Theory]
    [InlineData("a while ago", WhenReason.TooVague)]
    [InlineData("every day", WhenReason.TooVague)]
    [InlineData("everyday at lunch", WhenReason.TooVague)]
    [InlineData("all the time", WhenReason.TooVague)]
    [InlineData("on fridays", WhenReason.TooVague)]
    [InlineData("since september", WhenReason.TooVague)]
    [InlineData("for weeks", WhenReason.TooVague)]
    [InlineData("a few days ago", WhenReason.TooVague)]
    [InlineData("the other day", WhenReason.TooVague)]
    [InlineData("last month", WhenReason.TooVague)]
    [InlineData("todos los días", WhenReason.TooVague)]
    [InlineData("hace mucho tiempo", WhenReason.TooVague)]
    [InlineData("i'm not sure", WhenReason.NotKnown)]
    [InlineData("I don't remember", WhenReason.NotKnown)]
    [InlineData("no me acuerdo", WhenReason.NotKnown)]
    [InlineData("tomorrow", WhenReason.InTheFuture)]
    [InlineData("next friday", WhenReason.InTheFuture)]
    [InlineData("mañana", WhenReason.InTheFuture)]
    [InlineData("11/30/2026", WhenReason.InTheFuture)]
    [InlineData("purple", WhenReason.NotATime)]
    [InlineData("2/30", WhenReason.NotATime)]
    [InlineData("99/99", WhenReason.NotATime)]
    [InlineData("", WhenReason.NotATime)]
    [InlineData("monkey business", WhenReason.NotATime)]
    public void Says_what_is_unclear_and_offers_nothing(string text, WhenReason reason)
    {
        var unclear = Assert.IsType<WhenUnclear>(WhenText.Read(text, Monday));
        Assert.Equal(reason, unclear.Reason);
        Assert.Empty(unclear.Candidates);
    }

    [Theory]
    [InlineData("at lunch", WhenReason.NoDay, "2026-11-23 2026-11-22")]
    [InlineData("monday", WhenReason.Ambiguous, "2026-11-23 2026-11-16")]
    [InlineData("over the weekend", WhenReason.Ambiguous, "2026-11-21 2026-11-22")]
    [InlineData("last week", WhenReason.TooVague, "2026-11-16 2026-11-17 2026-11-18 2026-11-19 2026-11-20")]
    [InlineData("a week ago", WhenReason.TooVague, "2026-11-16")]
    [InlineData("every friday", WhenReason.TooVague, "2026-11-20")]
    [InlineData("monday and tuesday", WhenReason.SeveralDays, "2026-11-23 2026-11-16 2026-11-17")]
    [InlineData("not yesterday", WhenReason.Ambiguous, "2026-11-22")]
    [InlineData("this friday", WhenReason.InTheFuture, "2026-11-20")]
    [InlineData("dec 3", WhenReason.TooVague, "2025-12-03")]
    [InlineData("3/11", WhenReason.TooVague, "2026-03-11 2026-11-03")]
    public void Says_what_is_unclear_and_offers_days(string text, WhenReason reason, string days)
    {
        var unclear = Assert.IsType<WhenUnclear>(WhenText.Read(text, Monday));
        Assert.Equal(reason, unclear.Reason);
        Assert.Equal(days, string.Join(' ', unclear.Candidates.Select(c => c.Date.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture))));
    }

    [Fact]
    public void Last_Tuesday_said_on_a_Wednesday_is_yesterday_or_a_week_before()
    {
        var unclear = Assert.IsType<WhenUnclear>(WhenText.Read("last tuesday at lunch", Wednesday));
        Assert.Equal(WhenReason.Ambiguous, unclear.Reason);
        Assert.Equal(["Tuesday, November 24, at lunch", "Tuesday, November 17, at lunch"], unclear.Candidates.Select(c => c.Words));
        Assert.Equal(new DateOnly(2026, 11, 24), Assert.IsType<WhenUnderstood>(WhenText.Read("tuesday at lunch", Wednesday)).Date);
    }

    [Fact]
    public void Day_and_month_in_figures_are_asked_about_in_Spanish()
    {
        var unclear = Assert.IsType<WhenUnclear>(WhenText.Read("3/11", Monday, "es"));
        Assert.Equal([new DateOnly(2026, 11, 3), new DateOnly(2026, 3, 11)], unclear.Candidates.Select(c => c.Date));
    }

    [Fact]
    public void A_weekday_that_does_not_fit_its_date_is_asked_about() =>
        Assert.Equal(WhenReason.SeveralDays, Assert.IsType<WhenUnclear>(WhenText.Read("friday nov 3", Monday)).Reason);

    [Fact]
    public void A_word_that_is_also_a_short_day_is_no_day()
    {
        Assert.Equal(WhenReason.NoDay, Assert.IsType<WhenUnclear>(WhenText.Read("when we sat down at lunch", Monday)).Reason);
        Assert.Equal(new DateOnly(2026, 11, 21), Assert.IsType<WhenUnderstood>(WhenText.Read("on sat", Monday)).Date);
    }

    [Fact]
    public void No_text_is_understood_as_a_day_that_has_not_come()
    {
        string[] words = ["last", "this", "next", "on", "the", "monday", "friday", "sunday", "3", "30th", "nov", "dec", "11/28", "two", "days", "ago", "week", "today", "at", "lunch", "2027", "el", "pasado", "hace", "mañana"];
        var random = new Random(7);
        for (var i = 0; i < 20_000; i++)
        {
            var text = string.Join(' ', Enumerable.Range(0, random.Next(1, 5)).Select(_ => words[random.Next(words.Length)]));
            var today = Monday.AddDays(random.Next(0, 400));
            var reading = WhenText.Read(text, today);
            var days = reading is WhenUnderstood one ? [one] : ((WhenUnclear)reading).Candidates;
            Assert.All(days, d => Assert.True(d.Date <= today, $"{text} on {today}: {d.Date}"));
        }
    }

    [Theory]
    [InlineData("hôm qua giờ ăn trưa", "vi", "2026-11-22", PartOfDay.Lunch)]
    [InlineData("thứ sáu", "vi", "2026-11-20", null)]
    [InlineData("昨天下午", "zh", "2026-11-22", PartOfDay.Afternoon)]
    [InlineData("11月3日", "zh", "2026-11-03", null)]
    [InlineData("上周五", "zh", "2026-11-20", null)]
    [InlineData("вчера после уроков", "ru", "2026-11-22", PartOfDay.AfterSchool)]
    [InlineData("в пятницу утром", "ru", "2026-11-20", PartOfDay.Morning)]
    [InlineData("shalay subaxdii", "so", "2026-11-22", PartOfDay.Morning)]
    [InlineData("jimcaha", "so", "2026-11-20", null)]
    public void The_plain_words_of_the_other_languages_are_read(string text, string language, string date, PartOfDay? part)
    {
        var read = Assert.IsType<WhenUnderstood>(WhenText.Read(text, Monday, language));
        Assert.Equal(DateOnly.Parse(date, System.Globalization.CultureInfo.InvariantCulture), read.Date);
        Assert.Equal(part, read.Part);
        Assert.Contains(read.Date.Day.ToString(System.Globalization.CultureInfo.InvariantCulture), read.Words, StringComparison.Ordinal);
        Assert.DoesNotMatch("November|day", read.Words);
    }

    [Theory]
    [InlineData("không nhớ", "vi")]
    [InlineData("不记得了", "zh")]
    [InlineData("не помню", "ru")]
    [InlineData("ma garanayo", "so")]
    public void Not_knowing_is_understood_in_the_other_languages(string text, string language) =>
        Assert.Equal(WhenReason.NotKnown, Assert.IsType<WhenUnclear>(WhenText.Read(text, Monday, language)).Reason);
}
