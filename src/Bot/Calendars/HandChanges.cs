using SupportBot.Cases;
using SupportBot.Console;
using SupportBot.Directory;
using SupportBot.Storage;
using SupportBot.Training;

namespace SupportBot.Bot.Calendars;

/// <summary>
/// What somebody does to events by hand. A session follows its event to another time and place; an event that was deleted stays deleted until somebody asks for it again. The calendar's list
/// of changes only says where to look: before anything is done, the event is read as it is now.
/// </summary>
public sealed class HandChanges(ISessionCalendar calendar, TrainingEvents events, ITrainingRolls rolls, TrainingOffer offer, District district, TimeProvider time, ILogger<HandChanges> log)
{
    private static readonly TimeSpan Often = TimeSpan.FromMinutes(1);

    /// <summary>Between two looks that somebody asks for: a thousand notifications are one look in a few seconds.</summary>
    private static readonly TimeSpan Least = TimeSpan.FromSeconds(5);

    /// <summary>The calendar tells of a stretch of time that is fixed by the first question: every day it is asked anew.</summary>
    private static readonly TimeSpan WholeAgain = TimeSpan.FromDays(1);

    // In memory only: after a restart everything is looked at once, and compared with what was kept.
    private string? _link;
    private DateTimeOffset _next, _last, _wholeAt;
    private int _isAsked;

    /// <summary>There may be changes: they are looked for with the next round, and not only when the minute is over. Any thread may say so, and as often as it likes.</summary>
    public void LookSoon() => Interlocked.Exchange(ref _isAsked, 1);

    /// <summary>Looks, where it is time to.</summary>
    public async Task LookAsync(CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        var isAsked = Volatile.Read(ref _isAsked) == 1 && now - _last >= Least;
        if (now < _next && !isAsked) return;
        // Before the question: what comes while it is answered is asked for again.
        Interlocked.Exchange(ref _isAsked, 0);
        (_next, _last) = (now + Often, now);
        if (now - _wholeAt >= WholeAgain) _link = null;
        // Read before the changes: what is published meanwhile is not missed in a list that was older than it.
        var living = (await events.LivingAsync(cancel)).Where(i => i.Event!.Way == calendar.Way).ToList();
        var changes = await calendar.ChangesAsync(_link, cancel);
        if (changes.Trouble is { } trouble)
        {
            CalendarLog.ChangesNotRead(log, trouble.Code);
            if (trouble.After > Often) _next = now + trouble.After;
            return;
        }

        var seen = changes.Events.Select(e => e.Id).ToHashSet(StringComparer.Ordinal);
        var known = true;
        foreach (var item in living)
            if (seen.Contains(item.Event!.Id) || changes.IsWhole || changes.Removed.Contains(item.Event.Id)) known &= await CheckAsync(item, changes, cancel);
        // What could not be read now is told again the next time.
        if (!known) return;
        if (changes.IsWhole) _wholeAt = now;
        _link = changes.Link;
    }

    /// <summary>The event is gone: whoever holds the session is told, once.</summary>
    public async Task DeletedAsync(Session session, string eventId)
    {
        ArgumentNullException.ThrowIfNull(session);
        var now = time.GetUtcNow();
        var audit = new AuditEntry(Guid.Empty, Actor.Program, AuditAction.SessionEventDeleted, session.Id.ToString("N"), now);
        if (await events.DeletedAsync(session.Id, eventId, EventNews.Of(EventNews.Deleted, session, now), audit)) CalendarLog.Deleted(log, session.Id);
    }

    /// <returns>False where it has to be looked at again.</returns>
    private async Task<bool> CheckAsync(EventItem item, CalendarChanges changes, CancellationToken cancel)
    {
        if (await rolls.FindAsync(item.SessionId, cancel) is not { Session: { State: SessionState.Scheduled } session } || session.Starts <= time.GetUtcNow()) return true;
        // Where a time or place of ours is still to be sent, ours is the newer word, and sending it finds out the rest.
        if (item.Sent != CalendarWorker.HashOf(session)) return true;
        var when = new TimeStretch(session.Starts, session.Ends);
        if (changes.Events.FirstOrDefault(e => e.Id == item.Event!.Id) is { } told && told.When == when && PlaceByHand.Of(told.Place, session.Place) is null) return true;
        var (answer, seen) = await calendar.LookAsync(item.Event!, cancel);
        if (answer.Result == CalendarResult.Gone) await DeletedAsync(session, item.Event!.Id);
        else if (seen is null) return false;
        else if (MovedOf(seen, session) is { IsNone: false } moved) await FollowAsync(session, item.Event!.Id, moved, cancel);
        return true;
    }

    // The calendar has told everybody who was invited; the facilitator hears it from us, because somebody else may have done it, and so does whoever waits or is held a seat for: they are invited to nothing yet.
    private async Task FollowAsync(Session session, string eventId, Moved moved, CancellationToken cancel)
    {
        if (offer.Catalogue is not { } catalogue || catalogue.Course(session.CourseId) is not { } course) return;
        var now = time.GetUtcNow();
        var moment = new RollMoment(now, course, catalogue.Rules, at => district.CalendarOf(session.SchoolId).Today(at));
        var result = await rolls.ActAsync(
            session.Id, session.FacilitatorIds[0], f => RollEngine.Change(f.Roll, At(f.Roll.Session, moved), moment),
            step => new RollNews([.. EventNews.Of(moved.What, step.Roll.Session, now), .. ToldByUs(step, now)], [new AuditEntry(Guid.Empty, Actor.Program, AuditAction.SessionMovedByHand, session.Id.ToString("N"), now)], []), cancel);
        if (result?.Step is null) return;
        // Sent back, it would undo what somebody moves a second time meanwhile. A place that somebody changed here in this moment is another hash, and is sent.
        await events.FollowedAsync(session.Id, eventId, CalendarWorker.HashOf(At(session, moved)));
        CalendarLog.MovedByHand(log, session.Id);
    }

    private static IEnumerable<Notice> ToldByUs(RollStep step, DateTimeOffset now) =>
        RollTelling.Of(step, Actor.Program, now).Notices.Where(n => TrainingSubject.Read(n.Subject) is { } about && step.Roll.Of(about.PersonId) is { State: not EnrolmentState.Enrolled });

    private static Moved MovedOf(SeenEvent seen, Session session) => new(
        seen.When != new TimeStretch(session.Starts, session.Ends) && seen.When.From < seen.When.To ? seen.When : null, PlaceByHand.Of(seen.Place, session.Place), session.Place, seen.Rooms);

    private static Session At(Session session, Moved moved)
    {
        // A place that was written here since is the newer word.
        if (moved.Place is { } place && session.Place == moved.Was) session = session with { Place = place, Room = moved.RoomOf(session) };
        if (moved.When is not { } when) return session;
        var closes = session.ClosesAt + (when.From - session.Starts);
        if (closes > when.From) closes = when.From;
        return session with { Starts = when.From, Ends = when.To, ClosesAt = closes, OpensAt = session.OpensAt < closes ? session.OpensAt : closes };
    }

    /// <summary>What somebody has changed.</summary>
    /// <param name="When">Null where the time is as it was.</param>
    /// <param name="Place">Null where the place is as it was.</param>
    /// <param name="Was">The place as we wrote it.</param>
    private sealed record Moved(TimeStretch? When, string? Place, string Was, IReadOnlyList<string> Rooms)
    {
        public bool IsNone => When is null && Place is null;

        public string What => Place is null ? EventNews.Moved : When is null ? EventNews.Placed : EventNews.MovedAndPlaced;

        // The room that is booked still is; one that was taken off is not booked anew with the next change.
        public string? RoomOf(Session session) => Rooms.FirstOrDefault(r => string.Equals(r, session.Room, StringComparison.OrdinalIgnoreCase)) ?? (Rooms.Count > 0 ? Rooms[0] : null);
    }
}
