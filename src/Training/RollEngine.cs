namespace SupportBot.Training;

/// <summary>
/// Seats and who has them. Every verb is a function of the roll and the moment. Whoever writes a roll reads it in the same transaction: then no seat
/// is sold twice, whatever comes at once.
/// </summary>
public static partial class RollEngine
{
    /// <summary>A seat where one is free; else a place on the waiting list, behind those of their class who came before.</summary>
    public static RollResult SignUp(Roll roll, SignUp who, RollMoment moment)
    {
        ArgumentNullException.ThrowIfNull(roll);
        ArgumentNullException.ThrowIfNull(who);
        ArgumentNullException.ThrowIfNull(moment);
        if (WhyNot(roll, who, moment) is { } refused) return refused;
        return roll.Free > 0 && !roll.Waiting.Any() ? Seat(roll, who) : Wait(roll, who);
    }

    /// <summary>A seat, or nothing: for whoever gives up another for it.</summary>
    public static RollResult SignUpIfFree(Roll roll, SignUp who, RollMoment moment)
    {
        var result = SignUp(roll, who, moment);
        return result.Step?.Roll.Of(who.PersonId) is { State: EnrolmentState.Waitlisted } ? new RollRefusal.Full() : result;
    }

    /// <summary>The facilitator gives somebody a free seat, whether or not sign-up is open.</summary>
    public static RollResult Add(Roll roll, SignUp who, RollMoment moment)
    {
        ArgumentNullException.ThrowIfNull(roll);
        ArgumentNullException.ThrowIfNull(who);
        ArgumentNullException.ThrowIfNull(moment);
        if (WhyOff(roll.Session) is { } off) return off;
        if (roll.Of(who.PersonId) is { State: EnrolmentState.Enrolled }) return new RollRefusal.AlreadyOn(EnrolmentState.Enrolled);
        if (WhyUnfit(roll, who, moment) is { } refused) return refused;
        var without = roll with { Enrolments = [.. roll.Enrolments.Where(e => e.PersonId != who.PersonId || !e.HoldsSeat)] };
        return without.Free > 0 ? Seat(roll, who) : new RollRefusal.Full();
    }

    /// <summary>Gives up a seat, an offer or a place on the list. A seat that becomes free is offered to the next at once.</summary>
    public static RollResult Cancel(Roll roll, string personId, RollMoment moment)
    {
        ArgumentNullException.ThrowIfNull(roll);
        ArgumentNullException.ThrowIfNull(moment);
        if (roll.Of(personId) is not { IsLive: true } enrolment) return new RollRefusal.NotOnRoll();
        if (WhyOff(roll.Session) is { } off) return off;
        if (roll.Session.Starts <= moment.Now) return new RollRefusal.SessionIsOver();
        var late = enrolment.State == EnrolmentState.Enrolled && roll.Session.Starts - moment.Now < moment.Rules.FreeCancel;
        var left = roll.With(enrolment with { State = EnrolmentState.Cancelled, OfferUntil = null });
        return new RollStep(left, [new RollEvent.Cancelled(personId, late)]).Then(Fill(left, moment));
    }

    /// <summary>Takes the seat that is held for them.</summary>
    public static RollResult Accept(Roll roll, string personId, RollMoment moment)
    {
        ArgumentNullException.ThrowIfNull(roll);
        ArgumentNullException.ThrowIfNull(moment);
        if (WhyOff(roll.Session) is { } off) return off;
        if (roll.Of(personId) is not { State: EnrolmentState.Offered } enrolment || enrolment.OfferUntil <= moment.Now) return new RollRefusal.NoOffer();
        return new RollStep(roll.With(enrolment with { State = EnrolmentState.Enrolled, OfferUntil = null }), [new RollEvent.Enrolled(personId)]);
    }

    /// <summary>Offers that nobody took in time end, and the next in line are asked; nothing happens where none is over.</summary>
    public static RollStep Pass(Roll roll, RollMoment moment)
    {
        ArgumentNullException.ThrowIfNull(roll);
        ArgumentNullException.ThrowIfNull(moment);
        List<RollEvent> events = [];
        var begun = roll.Session.Starts <= moment.Now;
        foreach (var enrolment in roll.Enrolments.Where(e => (e.State == EnrolmentState.Offered && (begun || e.OfferUntil <= moment.Now)) || (e.State == EnrolmentState.Waitlisted && begun)).OrderBy(e => e.Order).ToList())
        {
            events.Add(new RollEvent.Expired(enrolment.PersonId, enrolment.State == EnrolmentState.Offered));
            roll = roll.With(enrolment with { State = EnrolmentState.Expired, OfferUntil = null });
        }

        return new RollStep(roll, events).Then(Fill(roll, moment));
    }

    /// <summary>When <see cref="Pass"/> has something to do next; null where nobody waits for anything.</summary>
    public static DateTimeOffset? NextPass(Roll roll)
    {
        ArgumentNullException.ThrowIfNull(roll);
        if (roll.Session.State != SessionState.Scheduled) return null;
        var offers = roll.Enrolments.Where(e => e.State == EnrolmentState.Offered).Select(e => e.OfferUntil);
        var waits = roll.Enrolments.Any(e => e.State == EnrolmentState.Waitlisted) ? roll.Session.Starts : (DateTimeOffset?)null;
        return offers.Append(waits).Min();
    }

    private static RollStep Fill(Roll roll, RollMoment moment)
    {
        List<RollEvent> events = [];
        while (roll.Free > 0 && roll.Waiting.FirstOrDefault() is { } next && OfferUntil(roll.Session, moment) is { } until)
        {
            roll = roll.With(next with { State = EnrolmentState.Offered, OfferUntil = until });
            events.Add(new RollEvent.Offered(next.PersonId, until));
        }

        return new RollStep(roll, events);
    }

    // Held for a day, on the day itself for less, and never beyond the beginning.
    private static DateTimeOffset? OfferUntil(Session session, RollMoment moment)
    {
        if (session.State != SessionState.Scheduled || session.Starts <= moment.Now) return null;
        var holds = moment.DayOf(moment.Now) == moment.DayOf(session.Starts) ? moment.Rules.OfferHoldsOnTheDay : moment.Rules.OfferHolds;
        var until = moment.Now + holds;
        return until < session.Starts ? until : session.Starts;
    }

    private static RollStep Seat(Roll roll, SignUp who) =>
        new(roll.With(Begin(roll, who, EnrolmentState.Enrolled)), [new RollEvent.Enrolled(who.PersonId)]);

    private static RollStep Wait(Roll roll, SignUp who)
    {
        var waiting = roll.With(Begin(roll, who, EnrolmentState.Waitlisted));
        return new RollStep(waiting, [new RollEvent.Waitlisted(who.PersonId, waiting.PlaceOf(who.PersonId)!.Value)]);
    }

    private static Enrolment Begin(Roll roll, SignUp who, EnrolmentState state) =>
        new() { PersonId = who.PersonId, State = state, Required = who.Required, Order = roll.NextOrder, Waived = who.Waived };

    private static RollRefusal? WhyNot(Roll roll, SignUp who, RollMoment moment)
    {
        if (WhyOff(roll.Session) is { } off) return off;
        if (roll.Of(who.PersonId) is { IsLive: true } there) return new RollRefusal.AlreadyOn(there.State);
        if (roll.Session.Starts <= moment.Now) return new RollRefusal.SessionIsOver();
        if (moment.Now < roll.Session.OpensAt) return new RollRefusal.NotOpenYet(roll.Session.OpensAt);
        if (moment.Now >= roll.Session.ClosesAt) return new RollRefusal.SignUpIsOver(roll.Session.ClosesAt);
        return WhyUnfit(roll, who, moment);
    }

    private static RollRefusal? WhyUnfit(Roll roll, SignUp who, RollMoment moment)
    {
        if (!who.MayCome && !who.Required) return new RollRefusal.NotForThem();
        if (who.Elsewhere.FirstOrDefault(s => s.Id != roll.Session.Id && s.Overlaps(roll.Session)) is { } other) return new RollRefusal.Elsewhere(other);
        return MissingOf(moment.Course, who.Valid, who.Waived) is { Count: > 0 } missing ? new RollRefusal.PrerequisiteMissing(missing) : null;
    }

    private static List<IReadOnlyList<string>> MissingOf(Course course, IReadOnlySet<string> valid, bool waived) =>
        waived ? [] : [.. course.Prerequisites.Where(oneOf => !oneOf.Any(valid.Contains))];

    private static RollRefusal? WhyOff(Session session) => session.State switch
    {
        SessionState.Cancelled => new RollRefusal.SessionIsOff(),
        SessionState.Held => new RollRefusal.SessionIsOver(),
        _ => null,
    };
}
