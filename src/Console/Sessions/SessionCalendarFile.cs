using System.Text;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using SupportBot.Training;

namespace SupportBot.Console;

/// <summary>
/// Sessions as an iCalendar file (RFC 5545). Whoever takes it into their own calendar may share that: nobody who comes is named, and a sensitive course is
/// "Staff training".
/// </summary>
public static class SessionCalendarFile
{
    public const string MediaType = "text/calendar; charset=utf-8";

    public static byte[] Of(IReadOnlyList<Session> sessions, Catalogue catalogue, SessionWords words)
    {
        ArgumentNullException.ThrowIfNull(sessions);
        ArgumentNullException.ThrowIfNull(catalogue);
        ArgumentNullException.ThrowIfNull(words);
        var calendar = new Calendar { ProductId = "-//SupportBot//Trainings//EN", Method = "PUBLISH" };
        foreach (var session in sessions) calendar.Events.Add(EventOf(session, catalogue, words));
        return Encoding.UTF8.GetBytes(new CalendarSerializer().SerializeToString(calendar) ?? "");
    }

    private static CalendarEvent EventOf(Session session, Catalogue catalogue, SessionWords words) => new()
    {
        Uid = $"{session.Id:D}@supportbot",
        Start = new CalDateTime(session.Starts.UtcDateTime, "UTC"),
        End = new CalDateTime(session.Ends.UtcDateTime, "UTC"),
        Summary = catalogue.Course(session.CourseId) is { Sensitive: false } course ? $"{course.Code}: {course.TitleIn("en")}" : InvitationWords.Neutral,
        Location = words.Where(session),
        Status = session.State == SessionState.Cancelled ? EventStatus.Cancelled : EventStatus.Confirmed,
    };
}
