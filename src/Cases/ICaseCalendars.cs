namespace SupportBot.Cases;

/// <summary>The calendars of all schools.</summary>
public interface ICaseCalendars
{
    /// <summary>The calendar of a school; the district's own for an empty or unknown id.</summary>
    ICaseCalendar Of(string schoolId);
}
