using SupportBot.Cases;
using SupportBot.Console;
using SupportBot.Directory;
using SupportBot.Training;

namespace SupportBot.Bot.Calendars;

/// <summary>What a facilitator must know of the event of their session, in a chat that only they read.</summary>
public sealed class EventNews(ITrainingEvents events, ITrainingRolls rolls, TrainingOffer offer, District district, SchoolTime clock, TimeProvider time) : INewsSource
{
    public const string Deleted = "deleted", Moved = "moved", Placed = "placed", MovedAndPlaced = "moved-and-placed", Refused = "refused";

    private const string Page = "/console/training", OpenPhrase = "news.trainings-page";

    public NoticeKind Kind => NoticeKind.SessionEvent;

    /// <summary>One for each facilitator.</summary>
    /// <param name="what"><see cref="Deleted"/>, <see cref="Moved"/>, <see cref="Placed"/>, <see cref="MovedAndPlaced"/> or <see cref="Refused"/>.</param>
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
            (Deleted, { State: EventState.Deleted }) => Line("news.event-deleted", session),
            (Moved, _) => Line("news.event-moved", session),
            (Placed, _) => Line("news.event-placed", session, ("to", TrainingNews.Plain(session.Place))),
            (MovedAndPlaced, _) => Line("news.event-moved-and-placed", session, ("to", TrainingNews.Plain(session.Place))),
            (Refused, { Code: { Length: > 0 } code }) => Line("news.event-refused", session, ("code", code)),
            _ => null,
        };
    }

    private NewsLine Line(string key, Session session, params (string, string)[] more) => new(
        words => words.Say(key, [("name", InvitationWords.Subject(offer.Catalogue?.Course(session.CourseId))), ("when", clock.Moment(session.Starts, session.SchoolId ?? "", words)), .. more]), Page, OpenPhrase);
}
