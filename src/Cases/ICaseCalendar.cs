namespace SupportBot.Cases;

/// <summary>The calendar of one school. The directory knows it; cases only ask it.</summary>
public interface ICaseCalendar
{
    /// <summary>The moment at which <paramref name="span"/> has passed since <paramref name="from"/>, in UTC.</summary>
    DateTimeOffset Add(DateTimeOffset from, Span span);
}
