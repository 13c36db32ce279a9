using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using SupportBot.Directory;
using SupportBot.Training;

namespace SupportBot.Console;

/// <summary>One day of the calendar.</summary>
/// <param name="Learning">The Professional Learning Day that it is; null where it is none.</param>
/// <param name="Closed">What closes school, such as <c>Winter break</c>; null where nothing does.</param>
public sealed record CalendarDay(DateOnly Day, LearningDay? Learning, string? Closed, IReadOnlyList<ListedSession> Sessions);

/// <summary>What is held when, for every member of staff: a week or a month as a list, filtered by course and place. The filters stand in the address: ids only.</summary>
[Authorize(ConsolePolicies.Training)]
public sealed class CalendarPage(District district, ITrainingRolls rolls, TrainingOffer offer, TrainingSight sight, TitleSight titleSight, SessionWords words, TimeProvider clock) : StaffPage(district)
{
    public const string Address = "/console/training";

    /// <summary><c>week</c>, or anything else for a month.</summary>
    [FromQuery(Name = "view")]
    public string? View { get; set; }

    /// <summary>A day of the week or month that is shown, <c>2026-12-01</c>; without it, today.</summary>
    [FromQuery(Name = "on")]
    public string? On { get; set; }

    [FromQuery(Name = "course")]
    public string? Course { get; set; }

    /// <summary>Id of a school, or <c>online</c>.</summary>
    [FromQuery(Name = "site")]
    public string? Site { get; set; }

    public Catalogue Catalogue { get; } = offer.Catalogue!;

    public SessionWords Words => words;

    public bool IsWeek => View == "week";

    public DateOnly From { get; private set; }

    /// <summary>The day after the last.</summary>
    public DateOnly To { get; private set; }

    /// <summary>Days on which something is held, and learning days, in order.</summary>
    public IReadOnlyList<CalendarDay> Days { get; private set; } = [];

    /// <summary>Sessions on which the person has a seat, an offer or a place in line.</summary>
    public IReadOnlyDictionary<Guid, MySession> Mine { get; private set; } = new Dictionary<Guid, MySession>();

    /// <summary>Which titles the person is shown.</summary>
    public KnownTitles Titles { get; private set; } = null!;

    /// <summary>Courses to filter by. Whoever could filter by a title that they are not shown would be shown it.</summary>
    public IEnumerable<Course> Filters => Catalogue.Courses.Where(c => c.Modality != Modality.SelfPaced && Titles.Knows(c.Id));

    public bool Knows(Session session) => Titles.Knows(session, Mine.ContainsKey(session.Id));

    public bool MaySchedule => TrainingSight.MaySchedule(Me) && sight.HasTrainings;

    /// <summary>True for those who bring what staff completed before this program came.</summary>
    public bool MayBring => RecordDesk.MayRecord(Me);

    public string Heading => IsWeek ? $"{Short(From)} to {Short(To.AddDays(-1))}" : From.ToString("MMMM yyyy", CultureInfo.GetCultureInfo("en-US"));

    public string? Done { get; private set; }

    public async Task OnGetAsync(string? done, CancellationToken cancel)
    {
        Done = done == "called-off" ? "The session is called off. It is no longer in the calendar." : null;
        await ReadAsync(cancel);
    }

    /// <summary>The same list for a calendar program.</summary>
    public async Task<IActionResult> OnGetFileAsync(CancellationToken cancel)
    {
        await ReadAsync(cancel);
        return File(SessionCalendarFile.Of([.. Days.SelectMany(d => d.Sessions).Select(s => s.Session)], Catalogue, words), SessionCalendarFile.MediaType, "trainings.ics");
    }

    /// <summary>The page with other filters: ids and days only.</summary>
    public string Link(DateOnly on, string? view = null, string path = Address)
    {
        var said = new[] { ("view", view ?? View), ("on", Iso(on)), ("course", Course), ("site", Site) }.Where(p => !string.IsNullOrEmpty(p.Item2)).Select(p => $"{p.Item1}={Uri.EscapeDataString(p.Item2!)}");
        return $"{path}?{string.Join('&', said)}";
    }

    public DateOnly Before => IsWeek ? From.AddDays(-7) : From.AddMonths(-1);

    public DateOnly Today { get; } = district.CalendarOf(null).Today(clock.GetUtcNow());

    public static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private async Task ReadAsync(CancellationToken cancel)
    {
        var on = DateOnly.TryParseExact(On, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is > 2000 and < 2200 ? day : Today;
        (From, To) = IsWeek ? Week(on) : (new DateOnly(on.Year, on.Month, 1), new DateOnly(on.Year, on.Month, 1).AddMonths(1));
        var calendar = District.CalendarOf(null);
        Titles = await titleSight.OfAsync(Me, cancel);
        Mine = (await rolls.OfPersonAsync(Me.Id, calendar.Moment(From, TimeOnly.MinValue), cancel)).ToDictionary(m => m.Session.Id);
        // A day wider on both sides: a school may lie in another time zone, and each session stands on its own local day.
        var listed = await rolls.BetweenAsync(calendar.Moment(From.AddDays(-1), TimeOnly.MinValue), calendar.Moment(To.AddDays(1), TimeOnly.MinValue), cancel);
        var byDay = listed.Where(Fits).ToLookup(s => words.DayOf(s.Session));
        List<CalendarDay> days = [];
        for (var d = From; d < To; d = d.AddDays(1))
        {
            var learning = Catalogue.LearningDayOn(d);
            if (learning is not null || byDay[d].Any()) days.Add(new CalendarDay(d, learning, calendar.YearOf(d)?.Closures.FirstOrDefault(c => c.Covers(d))?.Name, [.. byDay[d]]));
        }

        Days = days;
    }

    private bool Fits(ListedSession listed) =>
        (string.IsNullOrEmpty(Course) || (listed.Session.CourseId == Course && Knows(listed.Session))) && (string.IsNullOrEmpty(Site) || (Site == "online" ? listed.Session.Online : listed.Session.SchoolId == Site));

    private static (DateOnly From, DateOnly To) Week(DateOnly day)
    {
        var monday = day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
        return (monday, monday.AddDays(7));
    }

    private static string Short(DateOnly day) => day.ToString("MMM d, yyyy", CultureInfo.GetCultureInfo("en-US"));
}
