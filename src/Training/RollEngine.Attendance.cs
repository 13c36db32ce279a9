namespace SupportBot.Training;

/// <summary>Who was there.</summary>
public static partial class RollEngine
{
    /// <summary>Somebody with a seat is there. What the course asks for beforehand is looked at once more.</summary>
    /// <param name="byHand">The facilitator lets them in: the window does not count.</param>
    public static RollResult CheckIn(Roll roll, string personId, IReadOnlySet<string> valid, RollMoment moment, bool byHand = false)
    {
        ArgumentNullException.ThrowIfNull(roll);
        ArgumentNullException.ThrowIfNull(moment);
        if (WhyOff(roll.Session) is { } off) return off;
        if (roll.Of(personId) is not { State: EnrolmentState.Enrolled } enrolment) return new RollRefusal.NotOnRoll();
        if (enrolment.CheckedInAt is not null) return new RollStep(roll, []);
        var (from, until) = (roll.Session.Starts - moment.Rules.CheckInBefore, roll.Session.Starts + moment.Rules.CheckInAfter);
        if (!byHand && moment.Now < from) return new RollRefusal.TooEarly(from);
        if (!byHand && moment.Now > until) return new RollRefusal.TooLate(until);
        if (MissingOf(moment.Course, valid, enrolment.Waived) is { Count: > 0 } missing) return new RollRefusal.PrerequisiteMissing(missing);
        return new RollStep(roll.With(enrolment with { CheckedInAt = moment.Now }), [new RollEvent.CheckedIn(personId)]);
    }

    /// <summary>
    /// Closes the roll. Whoever checked in was there from then (at the earliest from the beginning) to the end, where <paramref name="minutes"/> does not say
    /// otherwise; whoever did neither was not there.
    /// </summary>
    /// <param name="minutes">By person, from the meeting's report or the facilitator.</param>
    /// <param name="excused">Persons whose absence has a reason.</param>
    public static RollResult Close(Roll roll, IReadOnlyDictionary<string, int> minutes, IReadOnlySet<string> excused, RollMoment moment)
    {
        ArgumentNullException.ThrowIfNull(roll);
        ArgumentNullException.ThrowIfNull(minutes);
        ArgumentNullException.ThrowIfNull(excused);
        ArgumentNullException.ThrowIfNull(moment);
        if (WhyOff(roll.Session) is { } off) return off;
        if (moment.Now < roll.Session.Starts) return new RollRefusal.TooEarly(roll.Session.Starts);
        List<RollEvent> events = [];
        var closed = roll;
        foreach (var enrolment in roll.Enrolments.Where(e => e.IsLive).OrderBy(e => e.Order))
        {
            if (enrolment.State != EnrolmentState.Enrolled)
            {
                events.Add(new RollEvent.Expired(enrolment.PersonId, enrolment.State == EnrolmentState.Offered));
                closed = closed.With(enrolment with { State = EnrolmentState.Expired, OfferUntil = null });
                continue;
            }

            var there = minutes.TryGetValue(enrolment.PersonId, out var said) ? Math.Clamp(said, 0, (int)roll.Session.Minutes) : MinutesByCheckIn(enrolment, roll.Session);
            var state = StateOf(there, roll.Session, moment.Course, excused.Contains(enrolment.PersonId));
            events.Add(new RollEvent.Finished(enrolment.PersonId, state, there));
            closed = closed.With(enrolment with { State = state, Minutes = there });
        }

        return new RollStep(closed with { Session = closed.Session with { State = SessionState.Held } }, events);
    }

    /// <summary>Minutes that count where nobody says otherwise: from check-in, at the earliest from the beginning, to the end; 0 without check-in.</summary>
    public static int MinutesByCheckIn(Enrolment enrolment, Session session)
    {
        ArgumentNullException.ThrowIfNull(enrolment);
        ArgumentNullException.ThrowIfNull(session);
        return enrolment.CheckedInAt is { } at ? TimeThere.Minutes([new TimeStretch(at, session.Ends)], new TimeStretch(session.Starts, session.Ends)) : 0;
    }

    /// <summary>The test that a course asks for was taken.</summary>
    /// <param name="percent">Right, 0 to 100.</param>
    public static RollResult Test(Roll roll, string personId, int percent, RollMoment moment)
    {
        ArgumentNullException.ThrowIfNull(roll);
        ArgumentNullException.ThrowIfNull(moment);
        if (roll.Of(personId) is not { State: EnrolmentState.Attended } enrolment) return new RollRefusal.NotOnRoll();
        if (percent < (moment.Course.PassPercent ?? 0)) return new RollStep(roll, []);
        return new RollStep(roll.With(enrolment with { State = EnrolmentState.Completed }), [new RollEvent.Finished(personId, EnrolmentState.Completed, enrolment.Minutes ?? 0)]);
    }

    /// <summary>The session is not held. Everybody who has a seat or waits is told once.</summary>
    public static RollResult CallOff(Roll roll)
    {
        ArgumentNullException.ThrowIfNull(roll);
        if (WhyOff(roll.Session) is { } off) return off;
        var told = roll.Enrolments.Where(e => e.IsLive).OrderBy(e => e.Order).ToList();
        var left = told.Aggregate(roll, (r, e) => r.With(e with { State = EnrolmentState.Cancelled, OfferUntil = null }));
        return new RollStep(left with { Session = left.Session with { State = SessionState.Cancelled } }, [.. told.Select(e => new RollEvent.SessionChanged(e.PersonId, true))]);
    }

    /// <summary>Another time, place or number of seats. Where time or place change, everybody on the roll is told once; new seats go to those who wait.</summary>
    public static RollResult Change(Roll roll, Session to, RollMoment moment)
    {
        ArgumentNullException.ThrowIfNull(roll);
        ArgumentNullException.ThrowIfNull(to);
        ArgumentNullException.ThrowIfNull(moment);
        if (WhyOff(roll.Session) is { } off) return off;
        var held = roll.Enrolments.Count(e => e.HoldsSeat);
        if (to.Seats < held) return new RollRefusal.SeatsTaken(held);
        var was = roll.Session;
        var moved = (to.Starts, to.Ends, to.Place, to.Online) != (was.Starts, was.Ends, was.Place, was.Online);
        var changed = roll with { Session = to with { Id = was.Id, State = was.State } };
        // An offer that would outlast the new beginning ends with it.
        foreach (var offered in changed.Enrolments.Where(e => e.OfferUntil > to.Starts).ToList()) changed = changed.With(offered with { OfferUntil = to.Starts });
        List<RollEvent> events = moved ? [.. changed.Enrolments.Where(e => e.IsLive).OrderBy(e => e.Order).Select(e => new RollEvent.SessionChanged(e.PersonId, false))] : [];
        return new RollStep(changed, events).Then(Fill(changed, moment));
    }

    private static EnrolmentState StateOf(int minutes, Session session, Course course, bool excused)
    {
        if (minutes * 100L >= session.Minutes * course.AttendPercent) return course.PassPercent is null ? EnrolmentState.Completed : EnrolmentState.Attended;
        return minutes > 0 ? EnrolmentState.Partial : excused ? EnrolmentState.Excused : EnrolmentState.NoShow;
    }
}
