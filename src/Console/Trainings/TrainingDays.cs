using SupportBot.Directory;
using SupportBot.Training;

namespace SupportBot.Console;

/// <summary>The district's calendar, as training asks for it.</summary>
public static class TrainingDays
{
    /// <summary>Where no calendar of a year was published, it begins with August: due dates must not stop because it is late.</summary>
    public static TrainingCalendar Of(District district)
    {
        ArgumentNullException.ThrowIfNull(district);
        return Of(district.CalendarOf(null));
    }

    /// <summary>The same of one school's calendar.</summary>
    public static TrainingCalendar Of(SchoolCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        return new TrainingCalendar(calendar.IsWorkingDay, day => calendar.YearOf(day) is { } year ? (year.From, year.To) : FromAugust(day.Month >= 8 ? day.Year : day.Year - 1));
    }

    private static (DateOnly From, DateOnly To) FromAugust(int year) => (new DateOnly(year, 8, 1), new DateOnly(year + 1, 7, 31));
}
