namespace SupportBot.Training;

public enum SessionState
{
    Scheduled,

    /// <summary>The roll was closed; who was there stands in it.</summary>
    Held,
    Cancelled,
}

/// <summary>One time and place at which a course is held.</summary>
public sealed record Session
{
    public required Guid Id { get; init; }

    public required string CourseId { get; init; }

    /// <summary>UTC.</summary>
    public required DateTimeOffset Starts { get; init; }

    /// <summary>UTC, after <see cref="Starts"/>.</summary>
    public required DateTimeOffset Ends { get; init; }

    /// <summary>At least 1.</summary>
    public required int Seats { get; init; }

    /// <summary>Where it is, as people say it: <c>Riverbend High, library</c>; empty where it is only online.</summary>
    public required string Place { get; init; }

    /// <summary>Mail address of the room's mailbox, which a calendar books; null where the place has none.</summary>
    public string? Room { get; init; }

    /// <summary>Null where it is at no school.</summary>
    public string? SchoolId { get; init; }

    /// <summary>A meeting to join stands beside or instead of the place.</summary>
    public bool Online { get; init; }

    /// <summary>At least one.</summary>
    public required IReadOnlyList<string> FacilitatorIds { get; init; }

    /// <summary>Sign-up is open from then on, UTC.</summary>
    public required DateTimeOffset OpensAt { get; init; }

    /// <summary>Sign-up is over from then on, UTC, not after <see cref="Starts"/>.</summary>
    public required DateTimeOffset ClosesAt { get; init; }

    public SessionState State { get; init; }

    /// <summary>The series and cohort it is held for; null where anybody in the audience may come.</summary>
    public SeriesCohort? For { get; init; }

    public long Minutes => (long)(Ends - Starts).TotalMinutes;

    public bool Overlaps(Session other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Starts < other.Ends && other.Starts < Ends;
    }
}

public sealed record SeriesCohort(string SeriesId, Cohort Cohort);

/// <summary>Where somebody is with a session.</summary>
public enum EnrolmentState
{
    Enrolled,
    Waitlisted,

    /// <summary>A seat is held for them until they say yes, or the time is over.</summary>
    Offered,
    Cancelled,

    /// <summary>There long enough; the test is still to be passed.</summary>
    Attended,

    /// <summary>There, but not long enough.</summary>
    Partial,
    NoShow,

    /// <summary>Not there, for a reason that the facilitator knows.</summary>
    Excused,
    Completed,

    /// <summary>The offer, or the waiting, ended without a seat.</summary>
    Expired,
}

/// <summary>One person on a session's roll. One a person and session; whoever cancels and comes back goes to the end.</summary>
public sealed record Enrolment
{
    public required string PersonId { get; init; }

    public required EnrolmentState State { get; init; }

    /// <summary>The course is asked of them: they go first on the waiting list.</summary>
    public bool Required { get; init; }

    /// <summary>Order of arrival on this roll: each is higher than all before.</summary>
    public required long Order { get; init; }

    /// <summary>Only while <see cref="EnrolmentState.Offered"/>.</summary>
    public DateTimeOffset? OfferUntil { get; init; }

    public DateTimeOffset? CheckedInAt { get; init; }

    /// <summary>Minutes attended; null until the roll is closed.</summary>
    public int? Minutes { get; init; }

    /// <summary>A missing prerequisite was waived; who and why stands in the journal.</summary>
    public bool Waived { get; init; }

    public bool HoldsSeat => State is EnrolmentState.Enrolled or EnrolmentState.Offered;

    public bool IsLive => State is EnrolmentState.Enrolled or EnrolmentState.Offered or EnrolmentState.Waitlisted;

    /// <summary>The roll is closed, and they were counted present, if only for a part of it.</summary>
    public bool WasThere => State is EnrolmentState.Completed or EnrolmentState.Attended or EnrolmentState.Partial;
}

/// <summary>A session and everybody who ever signed up for it.</summary>
public sealed record Roll(Session Session, IReadOnlyList<Enrolment> Enrolments)
{
    public int Free => Session.Seats - Enrolments.Count(e => e.HoldsSeat);

    /// <summary>Required ones first, each in order of arrival.</summary>
    public IEnumerable<Enrolment> Waiting => Enrolments.Where(e => e.State == EnrolmentState.Waitlisted).OrderByDescending(e => e.Required).ThenBy(e => e.Order);

    public Enrolment? Of(string personId) => Enrolments.FirstOrDefault(e => e.PersonId == personId);

    /// <returns>1 for whoever is next; null for whoever does not wait.</returns>
    public int? PlaceOf(string personId)
    {
        var place = 0;
        foreach (var waiting in Waiting)
        {
            place++;
            if (waiting.PersonId == personId) return place;
        }

        return null;
    }

    internal Roll With(Enrolment enrolment) => this with { Enrolments = [.. Enrolments.Where(e => e.PersonId != enrolment.PersonId), enrolment] };

    internal long NextOrder => Enrolments.Count == 0 ? 1 : Enrolments.Max(e => e.Order) + 1;
}
