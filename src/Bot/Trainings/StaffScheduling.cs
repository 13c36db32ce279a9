using System.Globalization;
using SupportBot.Cases;
using SupportBot.Console;
using SupportBot.Dialogs;
using SupportBot.Directory;
using SupportBot.Training;
using SupportBot.Understanding;

namespace SupportBot.Bot;

/// <summary>
/// The desk of those who lead sessions as conversations see it. What is read and written goes the console's way: one reader holds a session against the district, one desk writes it.
/// The console's pages ask who may; here each verb does.
/// </summary>
public sealed class StaffScheduling(
    SessionDesk desk, SessionReader reader, SessionSlots slots, DoubtWords doubts, TrainingOffer offer, ITrainingRolls rolls, ITrainingEvents events, District district, Phrasebook book, TimeProvider time) : IScheduling
{
    /// <summary>How long somebody who waits for an answer waits for calendars.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    private static readonly TimeSpan LongestSession = TimeSpan.FromHours(24), Ahead = TimeSpan.FromDays(400);
    private static readonly TimeOnly Noon = new(12, 0);

    private const int Most = 4;

    public bool MaySchedule(string personId) => offer.Catalogue is not null && district.Person(personId) is { } person && TrainingSight.MaySchedule(person);

    public IReadOnlyList<PlannedCourse> Courses(string language) => [.. Held.Select(c => Of(c, language)).OrderBy(c => c.Title, StringComparer.CurrentCulture)];

    public IReadOnlyList<PlannedCourse> Find(string words, string language) => [.. CourseFinder.Find(words, [.. Held]).Select(c => Of(c, language))];

    public async Task<IReadOnlyList<LedSession>> LedAsync(string personId, string language, CancellationToken cancel)
    {
        if (district.Person(personId) is not { } person) return [];
        var now = time.GetUtcNow();
        var led = (await rolls.BetweenAsync(now, now + Ahead, cancel)).Where(l => l.Session.State == SessionState.Scheduled && TrainingSight.MayLead(person, l.Session) && offer.Catalogue?.Course(l.Session.CourseId) is not null);
        return [.. led.OrderByDescending(l => l.Session.FacilitatorIds.Contains(personId)).Select(l => Of(l.Session, l.Session.Seats - l.Free, l.Waiting, InvitationState.GoesOut, language))];
    }

    public async Task<LedSession?> ShowAsync(string personId, Guid sessionId, string language, CancellationToken cancel) =>
        district.Person(personId) is { } person && await rolls.FindAsync(sessionId, cancel) is { } roll && TrainingSight.MayLead(person, roll.Session) && offer.Catalogue?.Course(roll.Session.CourseId) is not null
            ? await ShownAsync(roll, language, cancel) : null;

    public async Task<SlotsFound> ProposeAsync(string personId, SchedulePlan plan, string language, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var was = plan.IsMove ? (await rolls.FindAsync(plan.SessionId, cancel))?.Session : null;
        var found = await slots.ProposeAsync(await QuestionAsync(personId, plan, was, cancel), cancel);
        var sight = slots.Way != CalendarWay.Graph ? CalendarSight.None : found.Trouble is null ? CalendarSight.Seen : CalendarSight.Silent;
        return new SlotsFound([.. found.Slots.Select(s => s.From)], sight, [.. found.Unknown.Select(u => district.Person(u)?.Name ?? PlaceOf(plan))]);
    }

    public async Task<PlanAnswer> TryAsync(string personId, SchedulePlan plan, string language, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return (await ReadAsync(personId, plan, language, cancel)).Answer;
    }

    public async Task<PlanAnswer> KeepAsync(string personId, SchedulePlan plan, string language, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var read = await ReadAsync(personId, plan, language, cancel);
        if (read is not { Answer.Outcome: PlanOutcome.Done, Wanted: { } wanted, By: { } by }) return read.Answer;
        // It is so already: pressed twice, or the turn that did it never came to its end.
        if (read.Was is { } was && IsSame(was.Session, wanted)) return new PlanAnswer(PlanOutcome.Done, await ShownAsync(was, language, cancel));
        if (read.Was is null)
        {
            // A twin of this turn was quicker: what it wrote is what stands.
            if (!await desk.ScheduleAsync(by, wanted, cancel)) return await KeepAsync(personId, plan, language, cancel);
        }
        else if (await desk.ChangeAsync(by, wanted, cancel) is not { } result) return new PlanAnswer(PlanOutcome.Gone);
        else if (result.Refused is { } refused)
        {
            return refused switch
            {
                RollRefusal.SeatsTaken taken => new PlanAnswer(PlanOutcome.SeatsTaken) { Held = taken.Held },
                RollRefusal.SessionIsOff => new PlanAnswer(PlanOutcome.CalledOff),
                _ => new PlanAnswer(PlanOutcome.Gone),
            };
        }

        return new PlanAnswer(PlanOutcome.Done, await ShowAsync(personId, wanted.Id, language, cancel));
    }

    public async Task<PlanAnswer> CallOffAsync(string personId, Guid sessionId, string language, CancellationToken cancel)
    {
        if (district.Person(personId) is not { } person || await rolls.FindAsync(sessionId, cancel) is not { } roll) return new PlanAnswer(PlanOutcome.Gone);
        if (!TrainingSight.MayLead(person, roll.Session)) return new PlanAnswer(PlanOutcome.NotAllowed);
        if (HasBegun(roll.Session)) return new PlanAnswer(PlanOutcome.Gone);
        var result = await desk.CallOffAsync(person, sessionId, cancel);
        return new PlanAnswer(result?.Refused is null ? PlanOutcome.Done : PlanOutcome.CalledOff, await ShowAsync(personId, sessionId, language, cancel));
    }

    /// <param name="Wanted">The session as the plan has it; null where it cannot be.</param>
    /// <param name="Was">As it stands; null where it is new.</param>
    private sealed record Reading(PlanAnswer Answer, Person? By = null, Session? Wanted = null, Roll? Was = null);

    private async Task<Reading> ReadAsync(string personId, SchedulePlan plan, string language, CancellationToken cancel)
    {
        var was = await rolls.FindAsync(plan.SessionId, cancel);
        if (offer.Catalogue is null || district.Person(personId) is not { } by || !(was is null && !plan.IsMove ? TrainingSight.MaySchedule(by) : was is null || TrainingSight.MayLead(by, was.Session))) return new(new(PlanOutcome.NotAllowed));
        if (was is null && plan.IsMove) return new(new(PlanOutcome.Gone));
        var now = was is null ? null : await ShownAsync(was, language, cancel);
        if (now is { IsCalledOff: true }) return new(new(PlanOutcome.CalledOff, now));
        if (now is { HasBegun: true }) return new(new(PlanOutcome.Gone, now));
        var draft = await reader.ReadAsync(TypedOf(personId, plan, was?.Session), was, cancel);
        if (draft.Session is not { } read) return new(was is not null && draft.Typed.Errors.ContainsKey("seats") ? new PlanAnswer(PlanOutcome.SeatsTaken, now) { Held = was.Enrolments.Count(e => e.HoldsSeat) } : new PlanAnswer(PlanOutcome.Wrong, now));
        var wanted = read with { Id = plan.SessionId };
        var answer = new PlanAnswer(PlanOutcome.Done, now)
        {
            Doubts = [.. draft.Doubts.Where(d => !IsInTheWay(d)).Select(d => doubts.Of(d, book.In(language)))], Leaders = [.. wanted.FacilitatorIds.Select(id => district.Person(id)?.Name).OfType<string>()],
        };
        if (was is not null && (was.Session.Starts, was.Session.Ends, was.Session.Place, was.Session.SchoolId) == (wanted.Starts, wanted.Ends, wanted.Place, wanted.SchoolId)) return new(answer, by, wanted, was);
        if (draft.Doubts.Any(IsInTheWay) || !await IsFreeAsync(personId, plan, was?.Session, cancel)) return new(answer with { Outcome = PlanOutcome.Taken });
        return new(answer, by, wanted, was);
    }

    // In the console it may be meant so; in a chat nobody sees what else is there.
    private static bool IsInTheWay(SessionDoubt doubt) => doubt is SessionDoubt.RoomTaken or SessionDoubt.LeadsElsewhere;

    private async Task<bool> IsFreeAsync(string personId, SchedulePlan plan, Session? was, CancellationToken cancel)
    {
        var at = district.CalendarOf(plan.SchoolId).Local(plan.Starts!.Value);
        var exact = plan with { From = DateOnly.FromDateTime(at), To = DateOnly.FromDateTime(at), At = TimeOnly.FromDateTime(at), Half = null, Shown = [] };
        return (await slots.ProposeAsync(await QuestionAsync(personId, exact, was, cancel), cancel)).Slots.Count > 0;
    }

    private async Task<SlotQuestion> QuestionAsync(string personId, SchedulePlan plan, Session? was, CancellationToken cancel)
    {
        var (calendar, place, minutes) = (district.CalendarOf(plan.SchoolId), PlaceOf(plan), plan.Minutes!.Value);
        var near = await rolls.BetweenAsync(calendar.Moment(plan.From!.Value, TimeOnly.MinValue) - LongestSession, calendar.EndOf(plan.To!.Value), cancel);
        var there = near.Select(n => n.Session).Where(s => s.Id != plan.SessionId && s.SchoolId == plan.SchoolId && Room.IsSame(s.Place, place)).Select(s => new TimeStretch(s.Starts, s.Ends));
        return new SlotQuestion(minutes, was?.FacilitatorIds ?? [personId], RoomOf(plan)?.Mail ?? (was is not null && Room.IsSame(was.Place, place) ? was.Room : null), plan.SchoolId, plan.From.Value, plan.To.Value)
        {
            Most = Most, At = plan.At, Before = plan.Half == DayHalf.Morning ? Noon : null, After = plan.Half == DayHalf.Afternoon ? Noon : null, Patience = Patience,
            Not = [.. there, .. plan.Shown.Select(s => new TimeStretch(s, s.AddMinutes(minutes)))], Moves = was is null ? null : new TimeStretch(was.Starts, was.Ends),
        };
    }

    private TypedForm TypedOf(string personId, SchedulePlan plan, Session? was)
    {
        var starts = district.CalendarOf(plan.SchoolId).Local(plan.Starts!.Value);
        (string Field, string Text)[] fields =
        [
            ("course", plan.CourseId ?? ""), ("school", plan.SchoolId ?? ""), ("place", PlaceOf(plan)), ("online", plan.Online ? "yes" : ""), ("day", starts.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
            ("from", starts.ToString("HH:mm", CultureInfo.InvariantCulture)), ("to", starts.AddMinutes(plan.Minutes!.Value).ToString("HH:mm", CultureInfo.InvariantCulture)),
            ("seats", plan.Seats!.Value.ToString(CultureInfo.InvariantCulture)), ("facilitators", string.Join(',', was?.FacilitatorIds ?? [personId])),
        ];
        return new TypedForm("session", fields.ToDictionary(f => f.Field, f => new PersonText(f.Text)));
    }

    private static bool IsSame(Session a, Session b) => (a.Starts, a.Ends, a.Seats, a.Place, a.Room, a.SchoolId, a.Online) == (b.Starts, b.Ends, b.Seats, b.Place, b.Room, b.SchoolId, b.Online);

    private Room? RoomOf(SchedulePlan plan) => district.School(plan.SchoolId)?.Rooms.FirstOrDefault(r => r.Id == plan.RoomId);

    private string PlaceOf(SchedulePlan plan) => RoomOf(plan)?.Name ?? plan.Place ?? district.School(plan.SchoolId)?.Name ?? "";

    private async Task<LedSession> ShownAsync(Roll roll, string language, CancellationToken cancel)
    {
        var invitation = slots.Way == CalendarWay.None ? InvitationState.NoCalendar : await events.FindAsync(roll.Session.Id, cancel) switch
        {
            { State: EventState.Deleted } => InvitationState.Deleted,
            { Code.Length: > 0 } => InvitationState.Refused,
            { InStep: true, Event: not null } => InvitationState.Out,
            _ => InvitationState.GoesOut,
        };
        return Of(roll.Session, roll.Enrolments.Count(e => e.HoldsSeat), roll.Waiting.Count(), invitation, language);
    }

    private LedSession Of(Session session, int held, int waiting, InvitationState invitation, string language)
    {
        var room = district.School(session.SchoolId)?.Rooms.FirstOrDefault(r => r.IsCalled(session.Place));
        var plan = new SchedulePlan(session.Id)
        {
            CourseId = session.CourseId, SchoolId = session.SchoolId, RoomId = room?.Id, Place = room is null ? session.Place : null, IsOnlineOnly = session.SchoolId is null && session.Place.Length == 0, Online = session.Online,
            Minutes = (int)session.Minutes, Seats = session.Seats, Starts = session.Starts,
        };
        return new LedSession(plan, offer.Catalogue!.Course(session.CourseId)!.TitleIn(language), [.. session.FacilitatorIds.Select(id => district.Person(id)?.Name).OfType<string>()], held, waiting, invitation)
        {
            IsCalledOff = session.State == SessionState.Cancelled, HasBegun = HasBegun(session),
        };
    }

    private bool HasBegun(Session session) => session.State == SessionState.Held || session.Starts <= time.GetUtcNow();

    private IEnumerable<Course> Held => offer.Catalogue?.Courses.Where(c => c.Modality != Modality.SelfPaced) ?? [];

    private static PlannedCourse Of(Course course, string language) => new(course.Id, course.TitleIn(language), course.Minutes, course.Seats);
}
