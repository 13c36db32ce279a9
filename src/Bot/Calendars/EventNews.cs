using System.Globalization;
using SupportBot.Cases;
using SupportBot.Console;
using SupportBot.Directory;
using SupportBot.Training;

namespace SupportBot.Bot.Calendars;

/// <summary>What a facilitator must know of the event of their session, in a chat that only they read.</summary>
public sealed class EventNews(ITrainingEvents events, ITrainingRolls rolls, TrainingOffer offer, District district, TimeProvider time) : INewsSource
{
    public const string Deleted = "deleted", Moved = "moved", Refused = "refused";

    private const string Page = "/console/training", OpenPhrase = "news.trainings-page";
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-US");

    public NoticeKind Kind => NoticeKind.SessionEvent;

    /// <summary>One for each facilitator.</summary>
    /// <param name="what"><see cref="Deleted"/>, <see cref="Moved"/> or <see cref="Refused"/>.</param>
    public static IReadOnlyList<Notice> Of(string what, Session session, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(session);
        return [.. session.FacilitatorIds.Select(id => new Notice(Guid.Empty, NoticeKind.SessionEvent, $"{what}:{session.Id:N}:{id}", "", 0, false, now))];
    }

    public IReadOnlyList<Person> ToTell(Notice notice, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(notice);
        return district.Person(notice.Subject.Split(':')[^1]) is { } person ? [person] : [];
    }

    public async Task<NewsLine?> OfAsync(Notice notice, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(notice);
        var parts = notice.Subject.Split(':');
        var id = Guid.ParseExact(parts[1], "N");
        if (await rolls.FindAsync(id, cancel) is not { Session: { State: SessionState.Scheduled } session } || session.Starts <= time.GetUtcNow()) return null;
        var standing = await events.FindAsync(id, cancel);
        return (parts[0], standing) switch
        {
            (Deleted, { State: EventState.Deleted }) => Line($"Somebody has deleted the calendar event of {Name(session)}. The session and its seats stay as they are, but it stands in nobody's calendar now. If that was a mistake, ask for the event again on the page of the session, and everybody is invited anew."),
            (Moved, _) => Line($"Somebody has moved {Name(session)} in the calendar, and that is its time now. Everybody who was invited has heard of it from the calendar."),
            (Refused, { Code.Length: > 0 }) => Line($"The calendar does not take the event of {Name(session)} ({standing.Code}). Seats are safe, but people do not find it in their calendars yet. Ask IT to look at it; I go on trying every hour."),
            _ => null,
        };
    }

    private static NewsLine Line(string sentence) => new(_ => sentence, Page, OpenPhrase);

    private string Name(Session session)
    {
        var when = district.CalendarOf(session.SchoolId).Local(session.Starts).ToString("dddd, MMMM d, h:mm tt", English);
        return $"\"{InvitationWords.Subject(offer.Catalogue?.Course(session.CourseId))}\" on {when}";
    }
}
