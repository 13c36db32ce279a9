using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using SupportBot.Console;
using SupportBot.Graph;
using SupportBot.Training;

namespace SupportBot.Bot.Channels.Mail;

/// <summary>A session as an iCalendar object for one person, after iTIP (RFC 5546). It names nobody else: who comes to which training is nobody else's business.</summary>
internal static class SessionInvitation
{
    private const string Program = "-//SupportBot//Trainings//EN";

    /// <param name="uid">The same for everything about one event.</param>
    /// <param name="sequence">Higher each time it was moved.</param>
    public static CalendarMail Request(Session session, Course? course, string uid, int sequence, string from, string to, DateTimeOffset now)
    {
        var title = InvitationWords.Subject(course);
        return Mail("REQUEST", sequence == 0 ? title : $"Changed: {title}", InvitationWords.Body(course, session), Event(session, course, uid, sequence, "CONFIRMED", from, to, now));
    }

    public static CalendarMail Cancel(Session session, Course? course, string uid, int sequence, string from, string to, DateTimeOffset now)
    {
        var title = InvitationWords.Subject(course);
        var isOff = session.State == SessionState.Cancelled;
        return Mail("CANCEL", isOff ? $"Called off: {title}" : $"No longer in your calendar: {title}", isOff ? InvitationWords.CalledOff : InvitationWords.SeatGivenUp, Event(session, course, uid, sequence, "CANCELLED", from, to, now));
    }

    private static CalendarMail Mail(string method, string subject, string text, CalendarEvent @event)
    {
        var calendar = new Ical.Net.Calendar { Method = method, ProductId = Program };
        calendar.Events.Add(@event);
        return new CalendarMail(subject, text, method, new CalendarSerializer().SerializeToString(calendar)!);
    }

    private static CalendarEvent Event(Session session, Course? course, string uid, int sequence, string status, string from, string to, DateTimeOffset now)
    {
        var made = new CalendarEvent
        {
            Uid = uid, Sequence = sequence, Status = status, Summary = InvitationWords.Subject(course), Description = InvitationWords.Body(course, session), Location = session.Place,
            DtStart = new CalDateTime(session.Starts.UtcDateTime), DtEnd = new CalDateTime(session.Ends.UtcDateTime), DtStamp = new CalDateTime(now.UtcDateTime),
            Organizer = new Organizer($"mailto:{from}") { CommonName = InvitationWords.Neutral },
        };
        // Nobody reads answers: a seat is given up in the chat.
        made.Attendees.Add(new Attendee($"mailto:{to}") { Rsvp = false, Role = "REQ-PARTICIPANT", ParticipationStatus = status == "CONFIRMED" ? "ACCEPTED" : "DECLINED" });
        return made;
    }
}
