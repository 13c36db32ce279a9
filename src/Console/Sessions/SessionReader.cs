using System.Globalization;
using SupportBot.Directory;
using SupportBot.Training;

namespace SupportBot.Console;

/// <summary>Reads the form of a session: every field that is wrong is told in words, and what is only doubtful is asked about.</summary>
public sealed class SessionReader(ITrainingRolls rolls, TrainingOffer offer, District district, TrainingSight sight, TimeProvider clock)
{
    /// <summary>Characters of a place, in one line.</summary>
    public const int LongestPlace = 120;

    private const int MostSeats = 999;
    private static readonly TimeSpan LongestSession = TimeSpan.FromHours(24);

    /// <param name="was">The session as it is; null for a new one.</param>
    public async Task<SessionDraft> ReadAsync(TypedForm typed, Roll? was, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(typed);
        var catalogue = offer.Catalogue!;
        var course = catalogue.Course(was?.Session.CourseId ?? typed.Text("course"));
        if (course is null or { Modality: Modality.SelfPaced }) typed = typed.With("course", "Please pick the course.");
        var schoolId = typed.Text("school") is { Length: > 0 } named ? named : null;
        if (schoolId is not null && district.School(schoolId) is null) typed = typed.With("school", "Please pick a school of the district, or none.");
        var calendar = district.CalendarOf(schoolId);

        var day = Day(ref typed, calendar);
        var (from, to) = (Time(ref typed, "from"), Time(ref typed, "to"));
        if (from is not null && to is not null && to <= from) typed = typed.With("to", $"It ends before it starts. Please give an end after {SessionWords.Clock(from.Value)}.");
        var starts = day is { } on && from is { } begin ? calendar.Moment(on, begin) : (DateTimeOffset?)null;
        if (starts is { } at && at != was?.Session.Starts && at <= clock.GetUtcNow()) typed = typed.With("day", "This moment has passed. Please give one that is still to come.");
        var seats = Seats(ref typed, was);
        var (place, online) = (typed.Text("place").Trim(), typed.Text("online") == "yes");
        if (place.Length == 0 && !online) typed = typed.With("place", "Please say where it is, or tick that it is online.");
        if (place.Length > LongestPlace || place.Any(char.IsControl)) typed = typed.With("place", $"Please keep it to one line of {LongestPlace} characters.");
        var room = RoomOf(schoolId, place, was?.Session);
        var leaders = Leaders(ref typed, was);
        var series = Series(ref typed, was, course);

        if (typed.Errors.Count > 0) return new SessionDraft(null, typed, []);
        var (first, last) = (starts!.Value, calendar.Moment(day!.Value, to!.Value));
        var window = SignUpTimes.Of(first, day.Value, catalogue.Rules, clock.GetUtcNow(), Counts(calendar, day.Value), d => calendar.Moment(d.AddDays(1), TimeOnly.MinValue));
        var moved = first != was?.Session.Starts;
        var session = new Session
        {
            Id = was?.Session.Id ?? Guid.NewGuid(), CourseId = course!.Id, Starts = first, Ends = last, Seats = seats!.Value, Place = place, Room = room, SchoolId = schoolId, Online = online, FacilitatorIds = leaders,
            OpensAt = moved ? window.Opens : was!.Session.OpensAt, ClosesAt = moved ? window.Closes : was!.Session.ClosesAt, For = series,
        };
        return new SessionDraft(session, typed, await DoubtsAsync(session, course, day.Value, calendar, cancel));
    }

    private static DateOnly? Day(ref TypedForm typed, SchoolCalendar calendar)
    {
        if (!DateOnly.TryParseExact(typed.Text("day"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            typed = typed.With("day", "Please give the day as year-month-day, such as 2026-12-01.");
            return null;
        }

        if (calendar.IsWorkingDay(day)) return day;
        var why = calendar.YearOf(day)?.Closures.FirstOrDefault(c => c.OfficesClosed && c.Covers(day))?.Name ?? $"a {day.ToString("dddd", CultureInfo.GetCultureInfo("en-US"))}";
        typed = typed.With("day", $"Nobody works on that day: it is {why}. Please pick another.");
        return null;
    }

    private static TimeOnly? Time(ref TypedForm typed, string field)
    {
        if (TimeOnly.TryParseExact(typed.Text(field), ["HH:mm", "H:mm", "HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)) return time;
        typed = typed.With(field, "Please give the time as hours and minutes of the day, such as 13:30.");
        return null;
    }

    private static int? Seats(ref TypedForm typed, Roll? was)
    {
        var held = was?.Enrolments.Count(e => e.HoldsSeat) ?? 0;
        var error = !int.TryParse(typed.Text("seats").Trim(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var seats) ? "Please give the number of seats in digits, such as 24."
            : seats < 1 ? "A session has at least 1 seat."
            : seats > MostSeats ? $"A session has at most {MostSeats} seats."
            : seats < held ? SessionWords.SeatsTaken(held)
            : null;
        if (error is null) return seats;
        typed = typed.With("seats", error);
        return null;
    }

    private string[] Leaders(ref TypedForm typed, Roll? was)
    {
        // Whoever led it before may go on, whatever became of their role.
        var may = sight.Facilitators.Select(f => f.Id).Concat(was?.Session.FacilitatorIds ?? []).ToHashSet();
        var picked = typed.Text("facilitators").Split(',', StringSplitOptions.RemoveEmptyEntries);
        if (picked.Length == 0 || !picked.All(may.Contains)) typed = typed.With("facilitators", "Please pick who leads it, at least one person.");
        return picked;
    }

    private SeriesCohort? Series(ref TypedForm typed, Roll? was, Course? course)
    {
        if (was is not null) return was.Session.For;
        if (typed.Text("cohort") is not { Length: > 0 } picked) return null;
        if (Cohorts().FirstOrDefault(c => c.Id == picked).For is { } found && course is not null && offer.Catalogue!.Series.First(s => s.Id == found.SeriesId).CourseIds.Contains(course.Id)) return found;
        typed = typed.With("cohort", "This course does not belong to that series. Please pick another, or leave it open for everybody.");
        return null;
    }

    /// <summary>The next groups of each series, for whom a session may be held.</summary>
    public IEnumerable<(string Id, string Words, SeriesCohort For)> Cohorts()
    {
        var today = district.CalendarOf(null).Today(clock.GetUtcNow());
        foreach (var series in offer.Catalogue!.Series.Where(s => s.CohortMonths.Count < 12))
        {
            // One that has begun still has sessions.
            var cohort = SeriesProgress.CohortOf(series, today.AddMonths(-3));
            for (var i = 0; i < 4; i++, cohort = SeriesProgress.After(series, cohort))
                yield return ($"{series.Id}/{cohort}", $"{series.TitleIn("en")}, group of {SessionWords.Month(cohort)}", new SeriesCohort(series.Id, cohort));
        }
    }

    // In summer no day is a school day, and sign-up would close in June.
    private static Func<DateOnly, bool> Counts(SchoolCalendar calendar, DateOnly day) =>
        Enumerable.Range(1, 14).Any(n => calendar.IsSchoolDay(day.AddDays(-n))) ? calendar.IsSchoolDay : calendar.IsWorkingDay;

    // A room that the content knows is booked; one that somebody has set otherwise stays while the place does.
    private string? RoomOf(string? schoolId, string place, Session? was) =>
        district.School(schoolId)?.Rooms.FirstOrDefault(r => r.IsCalled(place)) is { } known ? known.Mail
        : was is { Room: not null } && was.SchoolId == schoolId && Room.IsSame(was.Place, place) ? was.Room
        : null;

    private async Task<IReadOnlyList<SessionDoubt>> DoubtsAsync(Session session, Course course, DateOnly day, SchoolCalendar calendar, CancellationToken cancel)
    {
        List<SessionDoubt> doubts = [];
        if (!calendar.IsSchoolDay(day) && offer.Catalogue!.LearningDayOn(day) is null) doubts.Add(new SessionDoubt.NoSchool(day));
        if (session.Minutes != course.Minutes) doubts.Add(new SessionDoubt.OtherLength(course.Id, course.Minutes, session.Minutes));
        var near = await rolls.BetweenAsync(session.Starts - LongestSession, session.Ends, cancel);
        foreach (var other in near.Select(n => n.Session).Where(s => s.Id != session.Id && s.Overlaps(session)))
        {
            if (IsSameRoom(other, session)) doubts.Add(new SessionDoubt.RoomTaken(other));
            doubts.AddRange(other.FacilitatorIds.Intersect(session.FacilitatorIds).Select(id => new SessionDoubt.LeadsElsewhere(id, other)));
        }

        return doubts;
    }

    /// <summary>True where both are in one room of one school.</summary>
    public static bool IsSameRoom(Session a, Session b)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        return a.SchoolId == b.SchoolId && Room.IsSame(a.Place, b.Place);
    }
}
