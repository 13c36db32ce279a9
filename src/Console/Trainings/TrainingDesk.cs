using SupportBot.Cases;
using SupportBot.Directory;
using SupportBot.Training;

namespace SupportBot.Console;

/// <summary>
/// The one way to a seat, whoever asks for it and where: what is offered to a person, and every wish they may have. A wish is its own commit, with what the
/// journal keeps and whom it concerns; one that is made twice changes nothing the second time.
/// </summary>
public sealed class TrainingDesk(ITrainingRolls rolls, Staffers staffers, District district, TrainingOffer offer, TimeProvider time)
{
    /// <summary>How far ahead sessions are shown.</summary>
    public static readonly TimeSpan Ahead = TimeSpan.FromDays(60);

    /// <summary>Null where the district has no trainings.</summary>
    public Catalogue? Catalogue => offer.Catalogue;

    /// <summary>Courses that this person may take: first what is still asked of them, then by the next session, then those without one.</summary>
    public async Task<IReadOnlyList<OfferedCourse>> OfferedAsync(Person person, CancellationToken cancel)
    {
        if (offer.Catalogue is not { } catalogue) return [];
        var (now, staffer) = (time.GetUtcNow(), await staffers.OfAsync(person, cancel));
        var today = district.CalendarOf(null).Today(now);
        var counts = (await rolls.TranscriptAsync(person.Id, cancel)).ValidOn(today);
        var sessions = (await rolls.BetweenAsync(now, now + Ahead, cancel)).Where(s => s.Session.State == SessionState.Scheduled && IsFor(s.Session, staffer)).ToLookup(s => s.Session.CourseId);
        return
        [
            .. catalogue.Courses.Select(c => new OfferedCourse(c, catalogue.IsRequired(c.Id, staffer, today), counts.Contains(c.Id), [.. sessions[c.Id]]))
                .Where(o => o.IsAsked || o.Course.Audience.Takes(staffer, today, catalogue.Rules.NewHireDays))
                .OrderByDescending(o => o.Sessions.Count > 0).ThenByDescending(o => o.IsAsked && !o.Counts).ThenBy(o => o.Sessions.Count > 0 ? o.Sessions[0].Session.Starts : default),
        ];
    }

    /// <summary>Courses of those this person may take that the words may mean: one where it is clear, a few where they are close, none where nothing fits.</summary>
    public async Task<IReadOnlyList<OfferedCourse>> FindAsync(Person person, string words, CancellationToken cancel)
    {
        var offered = await OfferedAsync(person, cancel);
        return [.. CourseFinder.Find(words, [.. offered.Select(o => o.Course)]).Select(c => offered.First(o => o.Course == c))];
    }

    public async Task<MyTrainings> MineAsync(Person person, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(person);
        if (offer.Catalogue is not { } catalogue) return new([], [], []);
        var (now, staffer) = (time.GetUtcNow(), await staffers.OfAsync(person, cancel));
        var today = district.CalendarOf(null).Today(now);
        var transcript = await rolls.TranscriptAsync(person.Id, cancel);
        var counts = transcript.ValidOn(today);
        var sessions = await rolls.OfPersonAsync(person.Id, now, cancel);
        var asked = catalogue.Asks(staffer, today).Select(r => r.CourseId).Distinct().Where(id => !counts.Contains(id)).Select(catalogue.Course).OfType<Course>();
        return new([.. sessions.Where(s => catalogue.Course(s.Session.CourseId) is not null).Select(s => (s, catalogue.Course(s.Session.CourseId)!))], [.. asked], [.. transcript.WaivedOn(today).Select(w => catalogue.Course(w.CourseId)).OfType<Course>().Distinct()])
        {
            Earlier = [.. transcript.Completions.Where(c => c.Brought is not null && c.CountsOn(today)).Select(c => catalogue.Course(c.CourseId)).OfType<Course>().Distinct()],
        };
    }

    /// <summary>A seat where one is free; else a place on the waiting list.</summary>
    public Task<DeskAnswer> SignUpAsync(Person person, Guid sessionId, CancellationToken cancel) => ActAsync(person, sessionId, (f, who, moment) => RollEngine.SignUp(f.Roll, who, moment), cancel);

    /// <summary>Gives up a seat, an offer or a place in line; a seat that becomes free is offered to the next at once.</summary>
    public Task<DeskAnswer> CancelAsync(Person person, Guid sessionId, CancellationToken cancel) => ActAsync(person, sessionId, (f, who, moment) => RollEngine.Cancel(f.Roll, who.PersonId, moment), cancel);

    /// <summary>Takes the seat that is held for them.</summary>
    public Task<DeskAnswer> AcceptAsync(Person person, Guid sessionId, CancellationToken cancel) => ActAsync(person, sessionId, (f, who, moment) => RollEngine.Accept(f.Roll, who.PersonId, moment), cancel);

    /// <summary>Lets the seat that is held for them go to the next. Whoever holds no offer keeps what they have.</summary>
    public Task<DeskAnswer> DeclineAsync(Person person, Guid sessionId, CancellationToken cancel) => ActAsync(
        person, sessionId, (f, who, moment) => f.Roll.Of(who.PersonId) is { State: EnrolmentState.Offered } ? RollEngine.Cancel(f.Roll, who.PersonId, moment) : new RollRefusal.NoOffer(), cancel);

    /// <summary>Another session for the one they have: both in one transaction, and only for a seat that is free. The answer is of the session they wanted.</summary>
    public async Task<DeskAnswer> SwapAsync(Person person, Guid fromId, Guid toId, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(person);
        if (fromId == toId) return await ActAsync(person, toId, (f, _, _) => new RollRefusal.AlreadyOn(f.Roll.Of(person.Id)?.State ?? EnrolmentState.Enrolled), cancel);
        var (now, staffer) = (time.GetUtcNow(), await staffers.OfAsync(person, cancel));
        Roll? roll = null;
        var result = await rolls.SwapAsync(
            fromId,
            toId,
            person.Id,
            f => MomentOf(f.Roll.Session, now) is { } moment ? RollEngine.Cancel(f.Roll, person.Id, moment) : new RollRefusal.SessionIsOff(),
            f => MomentOf((roll = f.Roll).Session, now) is { } moment ? RollEngine.SignUpIfFree(f.Roll, WhoOf(staffer, f, moment), moment) : new RollRefusal.SessionIsOff(),
            (left, taken) =>
            {
                var (from, to) = (RollTelling.Of(left, Actor.Staff(person.Id), now), NewsOf(taken, person.Id, now));
                return new RollNews([.. from.Notices, .. to.Notices], [.. from.Audit, .. to.Audit], []) { Told = to.Told };
            },
            cancel);
        // Refused before the other roll was looked at.
        return result is { } known && (roll ?? await rolls.FindAsync(fromId, cancel)) is { } seen ? AnswerOf(known.Step?.Roll ?? seen, known, person.Id) : DeskAnswer.NotThere;
    }

    /// <summary>Ends offers whose time is over and asks the next in line.</summary>
    /// <returns>How many offers ended or were made; null where there is no such session, or its course is offered no more.</returns>
    public async Task<int?> PassAsync(Guid sessionId, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        var result = await rolls.ActAsync(
            sessionId, "", f => MomentOf(f.Roll.Session, now) is { } moment ? RollEngine.Pass(f.Roll, moment) : new RollRefusal.SessionIsOff(), step => RollTelling.Of(step, Actor.Program, now), cancel);
        return result?.Step?.Events.Count;
    }

    private async Task<DeskAnswer> ActAsync(Person person, Guid sessionId, Func<RollFacts, SignUp, RollMoment, RollResult> act, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(person);
        var (now, staffer) = (time.GetUtcNow(), await staffers.OfAsync(person, cancel));
        Roll? roll = null;
        var result = await rolls.ActAsync(
            sessionId,
            person.Id,
            f => MomentOf((roll = f.Roll).Session, now) is { } moment ? act(f, WhoOf(staffer, f, moment), moment) : new RollRefusal.SessionIsOff(),
            step => NewsOf(step, person.Id, now),
            cancel);
        return result is { } known ? AnswerOf(known.Step?.Roll ?? roll!, known, person.Id) : DeskAnswer.NotThere;
    }

    // Whoever signs up the week of a session needs no word of the week before.
    private RollNews NewsOf(RollStep step, string personId, DateTimeOffset now)
    {
        var news = RollTelling.Of(step, Actor.Staff(personId), now);
        if (offer.Catalogue is not { } catalogue || !step.Events.OfType<RollEvent.Enrolled>().Any(e => e.PersonId == personId)) return news;
        var (session, calendar) = (step.Roll.Session, district.CalendarOf(step.Roll.Session.SchoolId));
        var past = Reminder.Of(session, catalogue.Rules, calendar.Local).Where(r => r.At <= now);
        return news with { Told = [.. past.Select(r => new ToldMark(TrainingSubject.Of(session, r, personId), calendar.Today(session.Ends).AddDays(1)))] };
    }

    private DeskAnswer AnswerOf(Roll roll, RollResult result, string personId) => offer.Catalogue?.Course(roll.Session.CourseId) is { } course
        ? new(roll.Session, course, roll.Of(personId), roll.PlaceOf(personId), result.Refused, result.Step?.Events.OfType<RollEvent.Cancelled>().Any(c => c.PersonId == personId && c.Late) == true)
        : DeskAnswer.NotThere;

    private RollMoment? MomentOf(Session session, DateTimeOffset now) => offer.Catalogue is { } catalogue && catalogue.Course(session.CourseId) is { } course
        ? new RollMoment(now, course, catalogue.Rules, district.CalendarOf(session.SchoolId).Today)
        : null;

    private SignUp WhoOf(Staffer staffer, RollFacts facts, RollMoment moment)
    {
        var (session, today) = (facts.Roll.Session, moment.DayOf(moment.Now));
        var isFor = IsFor(session, staffer);
        return new SignUp(
            staffer.PersonId,
            isFor && moment.Course.Audience.Takes(staffer, today, moment.Rules.NewHireDays),
            isFor && offer.Catalogue!.IsRequired(session.CourseId, staffer, today),
            facts.Transcript.ValidOn(moment.DayOf(session.Starts)),
            facts.Elsewhere);
    }

    // A session of a cohort is for those who began with it, or before and make something up.
    private bool IsFor(Session session, Staffer staffer) => session.For is not { } cohort
        || (staffer.HiredOn is { } hired && offer.Catalogue?.Series.FirstOrDefault(s => s.Id == cohort.SeriesId) is { } series && SeriesProgress.CohortOf(series, hired) <= cohort.Cohort);
}
