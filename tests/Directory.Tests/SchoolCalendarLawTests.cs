using CsCheck;
using SupportBot.Directory;

namespace SupportBot.Directory.Tests;

/// <summary>What holds for any moment and any length: two years around both clock changes, winter break and summer.</summary>
public class SchoolCalendarLawTests
{
    private static readonly SchoolCalendar North = SmallDistrict.District.CalendarOf("north-middle");
    private const int Tries = 5000;
    private static readonly DateTimeOffset Start = new(2026, 7, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly Gen<DateTimeOffset> Moment = Gen.OneOf(
        Gen.Int[0, 600 * 24 * 60].Select(m => Start.AddMinutes(m)),
        Gen.Int[0, 3 * 24 * 60].Select(m => new DateTimeOffset(2026, 10, 31, 12, 0, 0, TimeSpan.Zero).AddMinutes(m)),
        Gen.Int[0, 3 * 24 * 60].Select(m => new DateTimeOffset(2027, 3, 13, 12, 0, 0, TimeSpan.Zero).AddMinutes(m)));

    private static readonly Gen<(int Amount, TimeUnit Unit, CountedTime Counted)> Length =
        Gen.Select(Gen.Int[0, 60], Gen.Enum<TimeUnit>(), Gen.Enum<CountedTime>());

    [Fact]
    public void A_later_start_is_never_due_earlier() =>
        Gen.Select(Moment, Gen.Int[0, 5000], Length).Sample((from, later, length) =>
            Assert.True(Due(from, length) <= Due(from.AddMinutes(later), length)), iter: Tries);

    [Fact]
    public void A_longer_time_is_never_due_earlier() =>
        Gen.Select(Moment, Length).Sample((from, length) =>
            Assert.True(Due(from, length) <= Due(from, length with { Amount = length.Amount + 1 })), iter: Tries);

    [Fact]
    public void Nothing_is_due_before_it_starts() =>
        Gen.Select(Moment, Length).Sample((from, length) => Assert.True(Due(from, length) >= from), iter: Tries);

    [Fact]
    public void School_time_is_always_due_while_school_is_open_or_as_it_closes() =>
        Gen.Select(Moment, Gen.Int[0, 40]).Sample((from, amount) =>
        {
            foreach (var due in new[] { North.AddSchoolDays(from, amount), North.AddSchoolHours(from, TimeSpan.FromMinutes(37 * amount)) })
            {
                var local = North.Local(due);
                var hours = Assert.NotNull(North.HoursOn(DateOnly.FromDateTime(local)));
                Assert.InRange(TimeOnly.FromDateTime(local), hours.Opens, hours.Closes);
            }
        }, iter: Tries);

    [Fact]
    public void As_many_school_days_pass_as_were_asked_for() =>
        Gen.Select(Moment, Gen.Int[1, 40]).Sample((from, days) =>
        {
            var (first, last) = (North.Today(from), North.Today(North.AddSchoolDays(from, days)));
            var passed = Enumerable.Range(1, last.DayNumber - first.DayNumber).Count(d => North.IsSchoolDay(first.AddDays(d)));
            Assert.Equal(days, passed);
        }, iter: Tries);

    [Fact]
    public void School_hours_add_up() =>
        Gen.Select(Moment, Gen.Int[1, 2000], Gen.Int[1, 2000]).Sample((from, a, b) =>
            Assert.Equal(
                North.AddSchoolHours(from, TimeSpan.FromMinutes(a + b)),
                North.AddSchoolHours(North.AddSchoolHours(from, TimeSpan.FromMinutes(a)), TimeSpan.FromMinutes(b))), iter: Tries);

    [Fact]
    public void The_next_opening_is_open() =>
        Moment.Sample(at => Assert.True(North.IsOpen(North.NextOpening(at))), iter: Tries);

    [Theory]
    [InlineData("2026-11-01T07:00:00Z", 0)] // an hour comes twice
    [InlineData("2026-11-01T07:00:00Z", 1)]
    [InlineData("2026-10-31T07:00:00Z", 1)] // ... on the day it is due
    [InlineData("2027-03-13T08:00:00Z", 1)] // an hour is missing on the day it is due
    public void A_minute_later_is_never_due_earlier_in_the_night_the_clocks_change(string night, int days)
    {
        var start = DateTimeOffset.Parse(night, System.Globalization.CultureInfo.InvariantCulture);
        var due = Enumerable.Range(0, 5 * 60).Select(m => North.Add(start.AddMinutes(m), days, TimeUnit.Days)).ToList();
        Assert.Equal(due.Order(), due);
    }

    private static DateTimeOffset Due(DateTimeOffset from, (int Amount, TimeUnit Unit, CountedTime Counted) length) =>
        North.Add(from, length.Amount, length.Unit, length.Counted);
}
