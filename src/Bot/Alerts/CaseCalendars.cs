using SupportBot.Cases;
using SupportBot.Directory;

namespace SupportBot.Bot;

/// <summary>Gives cases the directory's calendars.</summary>
public sealed class CaseCalendars(District district) : ICaseCalendars
{
    public ICaseCalendar Of(string schoolId) => new OfSchool(district.CalendarOf(schoolId.Length == 0 ? null : schoolId));

    private sealed class OfSchool(SchoolCalendar calendar) : ICaseCalendar
    {
        public DateTimeOffset Add(DateTimeOffset from, Span span) =>
            calendar.Add(from, span.Amount, Enum.Parse<TimeUnit>(span.Unit.ToString()), Enum.Parse<CountedTime>(span.Calendar.ToString()));

        public DateOnly DayOf(DateTimeOffset at) => calendar.Today(at);

        public DateTimeOffset EndOf(DateOnly day) => calendar.EndOf(day);
    }
}
