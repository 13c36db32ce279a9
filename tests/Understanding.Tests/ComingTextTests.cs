using System.Globalization;

namespace SupportBot.Understanding.Tests;

/// <summary>When something is to be held, said on Monday, November 16, 2026.</summary>
public sealed class ComingTextTests
{
    private static readonly DateOnly Monday = new(2026, 11, 16);

    [Theory]
    [InlineData("tomorrow", "2026-11-17", "2026-11-17")]
    [InlineData("on tuesday", "2026-11-17", "2026-11-17")]
    [InlineData("next Tuesday", "2026-11-24", "2026-11-24")]
    [InlineData("monday", "2026-11-23", "2026-11-23")]
    [InlineData("next week", "2026-11-23", "2026-11-27")]
    [InlineData("the week after next", "2026-11-30", "2026-12-04")]
    [InlineData("in two weeks", "2026-11-30", "2026-12-04")]
    [InlineData("next month", "2026-12-01", "2026-12-31")]
    [InlineData("Dec 8", "2026-12-08", "2026-12-08")]
    [InlineData("Tuesday, December 8th, 2026", "2026-12-08", "2026-12-08")]
    [InlineData("12/8", "2026-12-08", "2026-12-08")]
    [InlineData("2026-12-08", "2026-12-08", "2026-12-08")]
    [InlineData("the 8th", "2026-12-08", "2026-12-08")]
    [InlineData("jan 12", "2027-01-12", "2027-01-12")]
    [InlineData("nov 3", "2026-11-03", "2026-11-03")]
    [InlineData("between Dec 1 and Dec 11", "2026-12-01", "2026-12-11")]
    [InlineData("from dec 1 to dec 11", "2026-12-01", "2026-12-11")]
    [InlineData("dec 1-11", "2026-12-01", "2026-12-11")]
    [InlineData("from dec 11 to dec 1", "2026-12-11", "2026-12-01")]
    [InlineData("thursday or tuesday", "2026-11-17", "2026-11-19")]
    [InlineData("after Thanksgiving, from nov 30", "2026-11-30", null)]
    [InlineData("move it to dec 8", "2026-12-08", "2026-12-08")]
    [InlineData("by dec 11", null, "2026-12-11")]
    [InlineData("as you like", null, null)]
    public void A_day_is_the_next_one_of_that_name(string text, string? from, string? to) => Assert.Equal((from, to), Days(ComingText.Read(text, Monday)));

    [Theory]
    [InlineData("mañana", "2026-11-17", "2026-11-17")]
    [InlineData("el martes que viene", "2026-11-17", "2026-11-17")]
    [InlineData("la próxima semana", "2026-11-23", "2026-11-27")]
    [InlineData("el 8 de diciembre", "2026-12-08", "2026-12-08")]
    [InlineData("8/12", "2026-12-08", "2026-12-08")]
    [InlineData("desde el 1 de diciembre hasta el 11 de diciembre", "2026-12-01", "2026-12-11")]
    [InlineData("por la mañana", null, null)]
    public void In_Spanish_too(string text, string? from, string? to) => Assert.Equal((from, to), Days(ComingText.Read(text, Monday, "es")));

    [Theory]
    [InlineData("at 3pm", "15:00", null)]
    [InlineData("at 3", "15:00", null)]
    [InlineData("3:30 p.m.", "15:30", null)]
    [InlineData("at 10", "10:00", null)]
    [InlineData("14:30", "14:30", null)]
    [InlineData("at noon", "12:00", null)]
    [InlineData("3 to 5 pm", "15:00", 120)]
    [InlineData("from 10am to 11:30am", "10:00", 90)]
    [InlineData("from 10 to 2 pm", "10:00", 240)]
    [InlineData("from 4pm to 2pm", "16:00", -120)]
    [InlineData("90 minutes", null, 90)]
    [InlineData("-30 minutes", null, -30)]
    [InlineData("for an hour and a half", null, 90)]
    [InlineData("2 hours", null, 120)]
    [InlineData("1.5 hours at 9 am", "09:00", 90)]
    [InlineData("a las 3 y media", "15:30", null)]
    [InlineData("a las 9 de la mañana, dos horas", "09:00", 120)]
    [InlineData("de 10:00 a 11:30", "10:00", 90)]
    [InlineData("Room 204", null, null)]
    public void A_time_without_am_or_pm_is_one_at_which_people_work(string text, string? at, int? minutes)
    {
        var read = ComingText.Read(text, Monday, text.Contains(" a ", StringComparison.Ordinal) ? "es" : "en");
        Assert.Equal((at, minutes), (read.At?.ToString("HH:mm", CultureInfo.InvariantCulture), read.Minutes));
        Assert.Null(read.From);
    }

    [Fact]
    public void What_is_left_names_no_time_any_more()
    {
        var read = ComingText.Read("schedule restorative practices next Tuesday 3pm at Lincoln, in the afternoon for 90 minutes", Monday);
        Assert.Equal(("schedule restorative practices at lincoln, for", DayHalf.Afternoon, 90, new TimeOnly(15, 0)), (read.Rest, read.Half, read.Minutes, read.At));
        Assert.True(ComingText.Read("any day", Monday) is { IsAnyDay: true, IsEmpty: false });
        Assert.True(ComingText.Read("x", Monday).IsEmpty);
    }

    private static (string?, string?) Days(ComingTime read) => (read.From?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), read.To?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
}
