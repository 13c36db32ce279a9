namespace SupportBot.Cases;

/// <summary>The calendar of one school. The directory knows it; cases only ask it.</summary>
public interface ICaseCalendar
{
    /// <summary>The moment at which <paramref name="span"/> has passed since <paramref name="from"/>, in UTC.</summary>
    DateTimeOffset Add(DateTimeOffset from, Span span);

    /// <summary>The day on which <paramref name="at"/> falls there. Without a clock of its own a calendar goes by UTC.</summary>
    DateOnly DayOf(DateTimeOffset at) => DateOnly.FromDateTime(at.UtcDateTime);

    /// <summary>The moment at which <paramref name="day"/> ends there, in UTC.</summary>
    DateTimeOffset EndOf(DateOnly day) => new(day.AddDays(1), TimeOnly.MinValue, TimeSpan.Zero);
}
