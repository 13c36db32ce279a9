using System.Globalization;
using SupportBot.Directory;
using SupportBot.Training;

namespace SupportBot.Console;

/// <summary>Sessions and what becomes of people on them, in words, by the clock of the place where they are held.</summary>
public sealed class SessionWords(District district, TrainingOffer offer)
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-US");

    /// <summary><c>2:00 PM</c>.</summary>
    public static string Clock(TimeOnly time) => time.ToString("h:mm tt", English);

    /// <summary><c>Tuesday, December 1, 2026</c>.</summary>
    public static string Day(DateOnly day) => day.ToString("dddd, MMMM d, yyyy", English);

    /// <summary><c>October 2026</c>.</summary>
    public static string Month(Cohort cohort) => new DateOnly(cohort.Year, cohort.Month, 1).ToString("MMMM yyyy", English);

    /// <summary><c>3 seats free</c>, <c>Full, 2 waiting</c>.</summary>
    public static string SeatsLeft(ListedSession listed)
    {
        ArgumentNullException.ThrowIfNull(listed);
        return listed.Free switch
        {
            <= 0 => listed.Waiting > 0 ? $"Full, {listed.Waiting} waiting" : "Full",
            1 => "1 seat free",
            var free => $"{free} seats free",
        };
    }

    public static string SeatsTaken(int held) => held == 1 ? "1 person holds a seat. Please give at least 1." : string.Create(CultureInfo.InvariantCulture, $"{held} people hold a seat. Please give at least {held} seats.");

    /// <summary><c>2:00 PM to 4:00 PM</c>.</summary>
    public string Hours(Session session)
    {
        ArgumentNullException.ThrowIfNull(session);
        return $"{At(session, session.Starts)} to {At(session, session.Ends)}";
    }

    /// <summary><c>Tuesday, December 1, 2026, 2:00 PM to 4:00 PM</c>.</summary>
    public string When(Session session) => $"{Day(DayOf(session))}, {Hours(session)}";

    public DateOnly DayOf(Session session)
    {
        ArgumentNullException.ThrowIfNull(session);
        return district.CalendarOf(session.SchoolId).Today(session.Starts);
    }

    public string At(Session session, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(session);
        return Clock(TimeOnly.FromDateTime(district.CalendarOf(session.SchoolId).Local(at)));
    }

    /// <summary>Day and time of a moment, where the session is.</summary>
    public string Moment(Session session, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(session);
        return district.CalendarOf(session.SchoolId).Local(at).ToString("ddd, MMM d, h:mm tt", English);
    }

    /// <summary>Until when something is open; what ends at midnight ends with the day before, and nobody has to think which.</summary>
    public string Until(Session session, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(session);
        var local = district.CalendarOf(session.SchoolId).Local(at);
        return local.TimeOfDay == TimeSpan.Zero ? $"the end of {local.AddDays(-1).ToString("ddd, MMM d", English)}" : Moment(session, at);
    }

    public string Where(Session session)
    {
        ArgumentNullException.ThrowIfNull(session);
        string?[] parts = [session.Place.Length > 0 ? session.Place : null, SchoolOf(session), session.Online ? "online" : null];
        var said = parts.OfType<string>().ToList();
        // "Riverbend High School, library" names the school already.
        if (said.Count > 1 && said[0].Contains(said[1], StringComparison.OrdinalIgnoreCase)) said.RemoveAt(1);
        return said.Count == 1 && session.Online && session.Place.Length == 0 ? "Online" : string.Join(", ", said);
    }

    public string? SchoolOf(Session session)
    {
        ArgumentNullException.ThrowIfNull(session);
        return district.School(session.SchoolId)?.Name;
    }

    public string NameOf(string personId) => district.Person(personId)?.Name ?? "somebody who has left";

    public string Leaders(Session session)
    {
        ArgumentNullException.ThrowIfNull(session);
        return string.Join(", ", session.FacilitatorIds.Select(NameOf));
    }

    /// <summary>For whoever it concerns: of a session that is shown to others, ask <see cref="TitleSight"/> first.</summary>
    public string TitleOf(string courseId) => offer.Catalogue?.Course(courseId) is { } course ? course.TitleIn("en") : courseId;

    public string CodeOf(string courseId) => offer.Catalogue?.Course(courseId)?.Code ?? courseId;

    /// <summary>Where somebody is with the session; a tone to show it in.</summary>
    public static (string Words, string Tone) Of(Enrolment enrolment)
    {
        ArgumentNullException.ThrowIfNull(enrolment);
        return enrolment.State switch
        {
            EnrolmentState.Enrolled => enrolment.CheckedInAt is null ? ("Has a seat", "info") : ("Checked in", "good"),
            EnrolmentState.Waitlisted => ("On the waiting list", "calm"),
            EnrolmentState.Offered => ("Has an offer", "warn"),
            EnrolmentState.Cancelled => ("Cancelled", "calm"),
            EnrolmentState.Attended => ("There; the test is still to be passed", "warn"),
            EnrolmentState.Partial => ("There, but not long enough", "warn"),
            EnrolmentState.NoShow => ("Did not come", "bad"),
            EnrolmentState.Excused => ("Excused", "calm"),
            EnrolmentState.Completed => ("Completed", "good"),
            _ => ("Got no seat", "calm"),
        };
    }

    /// <summary>Why something could not be done, and what to do instead.</summary>
    public string Of(RollRefusal refused, Session session) => refused switch
    {
        RollRefusal.SessionIsOff => "This session was called off. Nothing more can be done with it.",
        RollRefusal.SessionIsOver => "The roll of this session is closed.",
        RollRefusal.SeatsTaken taken => SeatsTaken(taken.Held),
        RollRefusal.TooEarly early => $"It is too early. This is possible from {Moment(session, early.From)} on.",
        RollRefusal.TooLate late => $"Check-in ended at {At(session, late.Until)}. Please talk to whoever leads the session: they can let you in.",
        RollRefusal.NotOnRoll => "There is no seat for this person on the roll.",
        RollRefusal.PrerequisiteMissing missing => $"Another course comes first: {string.Join("; and ", missing.OneOf.Select(one => string.Join(" or ", one.Select(CodeOf))))}.",
        RollRefusal.Elsewhere elsewhere => $"At that time this person is at {(offer.Catalogue is { } catalogue ? CourseNames.CodeForOthers(catalogue, elsewhere.Other.CourseId) : CourseNames.Unnamed)}, {When(elsewhere.Other)}.",
        RollRefusal.NotForThem => "The course is not for people with this person's roles or schools.",
        RollRefusal.AlreadyOn => "This person has a seat already.",
        RollRefusal.Full => "Every seat is taken. Give the session more seats first, or pick another.",
        _ => "This is not possible now.",
    };
}
