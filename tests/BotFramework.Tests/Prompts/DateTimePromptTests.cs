using Microsoft.Bot.Builder.Dialogs;

namespace SupportBot.BotFramework.Tests.Prompts;

/// <summary>Every answer is given on Monday, 23 November 2026, 10:30.</summary>
public class DateTimePromptTests
{
    [Theory]
    [InlineData("today", "2026-11-23", "2026-11-23")]
    [InlineData("tomorrow", "2026-11-24", "2026-11-24")]
    [InlineData("it was yesterday", "2026-11-22", "2026-11-22")]
    [InlineData("the day after tomorrow", "2026-11-25", "2026-11-25")]
    [InlineData("day before yesterday", "2026-11-21", "2026-11-21")]
    [InlineData("last tuesday", "2026-11-17", "2026-11-17")]
    [InlineData("next friday", "2026-12-04", "2026-12-04")]
    [InlineData("this friday", "2026-11-27", "2026-11-27")]
    [InlineData("next week monday", "2026-11-30", "2026-11-30")]
    [InlineData("monday next week", "2026-11-30", "2026-11-30")]
    [InlineData("in 3 days", "2026-11-26", "2026-11-26")]
    [InlineData("two weeks ago", "2026-11-09", "2026-11-09")]
    [InlineData("a month ago", "2026-10-23", "2026-10-23")]
    [InlineData("3 days from now", "2026-11-26", "2026-11-26")]
    [InlineData("2026-12-24", "2026-12-24", "2026-12-24")]
    [InlineData("12/24/2026", "2026-12-24", "2026-12-24")]
    [InlineData("12/24/26", "2026-12-24", "2026-12-24")]
    [InlineData("24/12/2026", "2026-12-24", "2026-12-24")]
    [InlineData("October 5th, 2026", "2026-10-05", "2026-10-05")]
    [InlineData("the fifth of october 2026", "2026-10-05", "2026-10-05")]
    [InlineData("5 oct 2026", "2026-10-05", "2026-10-05")]
    [InlineData("december twenty-fourth 2026", "2026-12-24", "2026-12-24")]
    [InlineData("3pm", "T15", "15:00:00")]
    [InlineData("3:15 p.m.", "T15:15", "15:15:00")]
    [InlineData("15:30", "T15:30", "15:30:00")]
    [InlineData("08:05", "T08:05", "08:05:00")]
    [InlineData("12 am", "T00", "00:00:00")]
    [InlineData("noon", "T12", "12:00:00")]
    [InlineData("midnight", "T00", "00:00:00")]
    [InlineData("9 in the morning", "T09", "09:00:00")]
    [InlineData("at 7 in the evening", "T19", "19:00:00")]
    [InlineData("tomorrow at 9am", "2026-11-24T09", "2026-11-24 09:00:00")]
    [InlineData("2026-11-24T14:30", "2026-11-24T14:30", "2026-11-24 14:30:00")]
    [InlineData("last tuesday at noon", "2026-11-17T12", "2026-11-17 12:00:00")]
    [InlineData("in 2 hours", "2026-11-23T12:30:00", "2026-11-23 12:30:00")]
    [InlineData("ten minutes ago", "2026-11-23T10:20:00", "2026-11-23 10:20:00")]
    [InlineData("now", "PRESENT_REF", "2026-11-23 10:30:00")]
    [InlineData("nothing", null, null)]
    [InlineData("12", null, null)]
    [InlineData("2026-02-30", null, null)]
    [InlineData("february 31", null, null)]
    [InlineData("25:00", null, null)]
    public async Task One_reading_is_one_value(string answer, string timex, string value)
    {
        var found = await Read(answer);
        Assert.Equal(timex, found.Count == 0 ? null : Assert.Single(found).Timex);
        Assert.Equal(value, found.Count == 0 ? null : found[0].Value);
    }

    [Theory]
    [InlineData("wednesday", "XXXX-WXX-3", "2026-11-18", "2026-11-25")]
    [InlineData("on monday", "XXXX-WXX-1", "2026-11-16", "2026-11-23")]
    [InlineData("january 5", "XXXX-01-05", "2026-01-05", "2027-01-05")]
    [InlineData("11/23", "XXXX-11-23", "2025-11-23", "2026-11-23")]
    [InlineData("feb 29", "XXXX-02-29", "2024-02-29", "2028-02-29")]
    [InlineData("the 15th", "XXXX-XX-15", "2026-11-15", "2026-12-15")]
    [InlineData("the 31st", "XXXX-XX-31", "2026-10-31", "2026-12-31")]
    public async Task A_day_that_comes_again_and_again_is_the_last_one_and_the_next_one(string answer, string timex, string past, string next)
    {
        var found = await Read(answer);
        Assert.Equal([(timex, past), (timex, next)], found.Select(reading => (reading.Timex, reading.Value)));
    }

    [Theory]
    [InlineData("at 9", "09:00:00", "21:00:00")]
    [InlineData("9:30", "09:30:00", "21:30:00")]
    [InlineData("nine o'clock", "09:00:00", "21:00:00")]
    [InlineData("half past nine", "09:30:00", "21:30:00")]
    [InlineData("quarter to five", "04:45:00", "16:45:00")]
    [InlineData("ten to one", "12:50:00", "00:50:00")]
    [InlineData("tomorrow at 9", "2026-11-24 09:00:00", "2026-11-24 21:00:00")]
    public async Task An_hour_without_its_half_of_the_day_may_be_either(string answer, string one, string other)
        => Assert.Equal([one, other], (await Read(answer)).Select(reading => reading.Value));

    [Theory]
    [InlineData("next week", "2026-W49", "2026-11-30", "2026-12-07")]
    [InlineData("last month", "2026-10", "2026-10-01", "2026-11-01")]
    [InlineData("this year", "2026", "2026-01-01", "2027-01-01")]
    [InlineData("next weekend", "2026-W49-WE", "2026-12-05", "2026-12-07")]
    [InlineData("january 2027", "2027-01", "2027-01-01", "2027-02-01")]
    [InlineData("this morning", "2026-11-23TMO", "2026-11-23 08:00:00", "2026-11-23 12:00:00")]
    [InlineData("yesterday afternoon", "2026-11-22TAF", "2026-11-22 12:00:00", "2026-11-22 16:00:00")]
    [InlineData("tonight", "2026-11-23TNI", "2026-11-23 20:00:00", "2026-11-23 23:59:59")]
    [InlineData("in the evening", "TEV", "16:00:00", "20:00:00")]
    public async Task A_range_has_a_start_and_an_end(string answer, string timex, string start, string end)
    {
        var found = Assert.Single(await Read(answer));
        Assert.Equal((timex, start, end, null), (found.Timex, found.Start, found.End, found.Value));
    }

    [Theory]
    [InlineData("05/10/2026", "en-us", "2026-05-10")]
    [InlineData("05/10/2026", "es-es", "2026-10-05")]
    [InlineData("05/10/2026", "en-gb", "2026-10-05")]
    [InlineData("5.10.2026", "de-de", "2026-10-05")]
    public async Task Day_and_month_stand_in_the_order_of_the_culture(string answer, string locale, string value)
        => Assert.Equal(value, Assert.Single(await Read(answer, locale)).Value);

    private static async Task<IList<DateTimeResolution>> Read(string answer, string locale = "en-us")
    {
        var talk = await Ask.Begin(new DateTimePrompt("ask"), Ask.Question("when?"), locale);
        var message = talk.Adapter.MakeActivity(answer);
        message.LocalTimestamp = new DateTimeOffset(2026, 11, 23, 10, 30, 0, TimeSpan.FromHours(-8));
        await talk.Send(message);
        return talk.Result.Status == DialogTurnStatus.Complete ? (IList<DateTimeResolution>)talk.Result.Result : [];
    }
}
