using SupportBot.Cases;

namespace SupportBot.Protocols;

/// <summary>A plain calendar for stories: school and work from Monday to Friday, 8:00 to 16:00, no holidays.</summary>
internal sealed class StoryCalendar : ICaseCalendar
{
    private const int Opens = 8;
    private const int Closes = 16;

    public DateTimeOffset Add(DateTimeOffset from, Span span) => span switch
    {
        { Calendar: WorkCalendar.Always, Unit: SpanUnit.Minutes } => from.AddMinutes(span.Amount),
        { Calendar: WorkCalendar.Always, Unit: SpanUnit.Hours } => from.AddHours(span.Amount),
        { Calendar: WorkCalendar.Always, Unit: SpanUnit.Weeks } => from.AddDays(7 * span.Amount),
        { Calendar: WorkCalendar.Always } => from.AddDays(span.Amount),
        { Unit: SpanUnit.Minutes } => AddOpen(from, TimeSpan.FromMinutes(span.Amount)),
        { Unit: SpanUnit.Hours } => AddOpen(from, TimeSpan.FromHours(span.Amount)),
        { Unit: SpanUnit.Weeks } => AddDays(from, 5 * span.Amount),
        _ => AddDays(from, span.Amount),
    };

    private static DateTimeOffset AddDays(DateTimeOffset from, int days)
    {
        while (days > 0)
        {
            from = from.AddDays(1);
            if (IsSchoolDay(from))
                days--;
        }
        return from;
    }

    private static DateTimeOffset AddOpen(DateTimeOffset at, TimeSpan left)
    {
        while (true)
        {
            var midnight = new DateTimeOffset(at.Date, TimeSpan.Zero);
            var opens = midnight.AddHours(Opens);
            var closes = midnight.AddHours(Closes);
            at = at < opens ? opens : at;
            var open = IsSchoolDay(at) && at < closes ? closes - at : TimeSpan.Zero;
            if (left <= open)
                return at + left;
            left -= open;
            at = midnight.AddDays(1);
        }
    }

    private static bool IsSchoolDay(DateTimeOffset at) => at.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);
}
