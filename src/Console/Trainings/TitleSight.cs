using SupportBot.Directory;
using SupportBot.Training;

namespace SupportBot.Console;

/// <summary>
/// Who is shown the title of a sensitive course. Beside a school and a day it tells of a student: that somebody has died, that a team is formed around a child. So it is shown to human resources, the
/// training lead, whoever leads the session, whoever is or was on its roll, and whomever a requirement asks the course of (district default); everybody else reads that it is a staff training.
/// </summary>
public sealed class TitleSight(TrainingOffer offer, Staffers staffers, District district, TimeProvider clock)
{
    /// <summary>What one person may know, to be asked for one page after the other row. Reads nothing where no course is sensitive, and nothing for those who know all.</summary>
    public async Task<KnownTitles> OfAsync(Person person, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(person);
        if (offer.Catalogue is not { } catalogue) return new KnownTitles(person, null, true, new HashSet<string>());
        var knowsAll = RecordDesk.MayRecord(person) || catalogue.Courses.All(c => !c.Sensitive);
        if (knowsAll) return new KnownTitles(person, catalogue, true, new HashSet<string>());
        var (staffer, today) = (await staffers.OfAsync(person, cancel), district.CalendarOf(null).Today(clock.GetUtcNow()));
        return new KnownTitles(person, catalogue, false, catalogue.Asks(staffer, today).Select(r => r.CourseId).ToHashSet(StringComparer.Ordinal));
    }
}

/// <summary>Which titles one person is shown.</summary>
/// <param name="Catalogue">Null where the district has no trainings.</param>
/// <param name="Asked">Courses that a requirement asks of them.</param>
public sealed record KnownTitles(Person Person, Catalogue? Catalogue, bool KnowsAll, IReadOnlySet<string> Asked)
{
    /// <summary>True where the person may know, whatever session it is of.</summary>
    public bool Knows(string courseId) => KnowsAll || Catalogue?.Course(courseId) is { Sensitive: false } || Asked.Contains(courseId);

    /// <param name="isOnRoll">The person is or was on the roll of that session.</param>
    public bool Knows(Session session, bool isOnRoll)
    {
        ArgumentNullException.ThrowIfNull(session);
        return isOnRoll || session.FacilitatorIds.Contains(Person.Id) || Knows(session.CourseId);
    }
}
