using SupportBot.Cases;
using SupportBot.Directory;
using SupportBot.Training;

namespace SupportBot.Console;

/// <summary>
/// What those who lead a session do with it: schedule, change, call off, let people in, close the roll. Every verb is one of <see cref="RollEngine"/>, run in
/// the transaction that writes it, with an entry in the journal and the news of it.
/// </summary>
public sealed class SessionDesk(ITrainingRolls rolls, TrainingOffer offer, District district, Staffers staffers, TimeProvider clock)
{
    public Catalogue Catalogue => offer.Catalogue ?? throw new InvalidOperationException("This district has no trainings.");

    public SchoolCalendar CalendarOf(Session session)
    {
        ArgumentNullException.ThrowIfNull(session);
        return district.CalendarOf(session.SchoolId);
    }

    /// <summary>Local day of the session.</summary>
    public DateOnly DayOf(Session session) => CalendarOf(session).Today(session.Starts);

    /// <returns>False where the session is there already: nothing is written twice.</returns>
    public Task<bool> ScheduleAsync(Person by, Session session, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(session);
        return rolls.AddAsync(session, Entry(by, AuditAction.SessionScheduled, session.Id), cancel);
    }

    /// <param name="to">Everything may differ but the id and the course.</param>
    public Task<RollResult?> ChangeAsync(Person by, Session to, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(to);
        return ActAsync(by, to.Id, AuditAction.SessionMoved, "", f => RollEngine.Change(f.Roll, to, MomentOf(f.Roll.Session)), cancel);
    }

    public Task<RollResult?> CallOffAsync(Person by, Guid id, CancellationToken cancel) => ActAsync(by, id, AuditAction.SessionCalledOff, "", f => RollEngine.CallOff(f.Roll), cancel);

    /// <summary>The person is there and knows the code of this moment.</summary>
    public Task<RollResult?> CheckInAsync(Person who, Guid id, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(who);
        return CheckInAsync(who, id, who.Id, byHand: false, cancel);
    }

    /// <summary>The facilitator sees that somebody is there; the window does not count.</summary>
    public Task<RollResult?> LetInAsync(Person by, Guid id, string personId, CancellationToken cancel) => CheckInAsync(by, id, personId, byHand: true, cancel);

    /// <summary>Gives somebody a free seat: whoever comes without one, and whoever makes up for a session they missed.</summary>
    public async Task<RollResult?> SeatAsync(Person by, Guid id, Person who, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(who);
        var staffer = await staffers.OfAsync(who, cancel);
        return await rolls.ActAsync(
            id,
            who.Id,
            f =>
            {
                var (moment, day) = (MomentOf(f.Roll.Session), DayOf(f.Roll.Session));
                var required = Catalogue.IsRequired(moment.Course.Id, staffer, day);
                return RollEngine.Add(f.Roll, new SignUp(who.Id, moment.Course.Audience.Takes(staffer, day, Catalogue.Rules.NewHireDays), required, f.Transcript.ValidOn(day), f.Elsewhere), moment);
            },
            step => NewsOf(step, Entry(by, AuditAction.SeatGiven, id, who.Id)),
            cancel);
    }

    /// <summary>Closes the roll; whoever completed the course has it on their record, with the serial number of their certificate.</summary>
    /// <param name="minutes">By person, where check-in does not say it.</param>
    /// <param name="excused">Persons whose absence has a reason.</param>
    public Task<RollResult?> CloseAsync(Person by, Guid id, IReadOnlyDictionary<string, int> minutes, IReadOnlySet<string> excused, CancellationToken cancel) =>
        ActAsync(by, id, AuditAction.RollClosed, "", f => RollEngine.Close(f.Roll, minutes, excused, MomentOf(f.Roll.Session)), cancel);

    /// <summary>The test after a session that asks for one.</summary>
    /// <param name="percent">Right, 0 to 100.</param>
    public Task<RollResult?> TestAsync(Person by, Guid id, string personId, int percent, CancellationToken cancel) =>
        ActAsync(by, id, AuditAction.TestTaken, personId, f => RollEngine.Test(f.Roll, personId, percent, MomentOf(f.Roll.Session)), cancel);

    private Task<RollResult?> CheckInAsync(Person by, Guid id, string personId, bool byHand, CancellationToken cancel) => rolls.ActAsync(
        id,
        personId,
        f => RollEngine.CheckIn(f.Roll, personId, f.Transcript.ValidOn(DayOf(f.Roll.Session)), MomentOf(f.Roll.Session), byHand),
        step => step.Events.Count == 0 ? RollNews.None : NewsOf(step, Entry(by, AuditAction.CheckedIn, id, personId)),
        cancel);

    private Task<RollResult?> ActAsync(Person by, Guid id, string action, string subject, Func<RollFacts, RollResult> act, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(by);
        return rolls.ActAsync(id, by.Id, act, step => NewsOf(step, Entry(by, action, id, subject)), cancel);
    }

    private RollNews NewsOf(RollStep step, AuditEntry entry)
    {
        var news = RollTelling.Of(step, entry.Actor, clock.GetUtcNow());
        // What the entry of the whole verb says is not said again of each person.
        var others = news.Audit.Where(a => entry.Action != AuditAction.SeatGiven || a.Action != AuditAction.TrainingSignedUp);
        return news with { Notices = [.. news.Notices, .. Finished(step, entry.Action)], Audit = [entry, .. others], Completions = Completed(step) };
    }

    // Once, because a roll is closed once and a test passed once; not before the session is over, which may be after its roll was closed, and not in quiet hours.
    private IEnumerable<Notice> Finished(RollStep step, string action)
    {
        var (session, now) = (step.Roll.Session, clock.GetUtcNow());
        var at = Reminder.AfterQuiet(session.Ends > now ? session.Ends : now, Catalogue.Rules, CalendarOf(session).Local);
        var kind = action == AuditAction.TestTaken ? NoticeKind.TrainingPassed : NoticeKind.TrainingFinished;
        return step.Events.OfType<RollEvent.Finished>().Where(e => step.Roll.Of(e.PersonId) is { WasThere: true }).Select(e => new Notice(Guid.Empty, kind, TrainingSubject.Of(session.Id, e.PersonId), "", 0, false, at));
    }

    private IReadOnlyList<Completion> Completed(RollStep step) =>
    [
        .. step.Events.OfType<RollEvent.Finished>().Where(e => e.State == EnrolmentState.Completed)
            .Select(e => RecordDesk.Of(CourseOf(step.Roll.Session), e.PersonId, DayOf(step.Roll.Session), CalendarOf(step.Roll.Session))),
    ];

    private Course CourseOf(Session session) => Catalogue.Course(session.CourseId) ?? throw new InvalidOperationException($"No course {session.CourseId} is offered any more.");

    private RollMoment MomentOf(Session session) => new(clock.GetUtcNow(), CourseOf(session), Catalogue.Rules, CalendarOf(session).Today);

    private AuditEntry Entry(Person by, string action, Guid id, string about = "") => SessionEntry.Of(by, action, id, clock.GetUtcNow(), about);
}
