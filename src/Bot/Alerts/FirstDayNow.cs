using SupportBot.Cards;
using SupportBot.Cases;
using SupportBot.Console;
using SupportBot.Directory;
using SupportBot.Training;

namespace SupportBot.Bot;

/// <summary>
/// The first word to a new hire, for that person alone: the group with which they take each series, what of theirs is due first, and where they see it. It welcomes nobody to a first day that
/// was weeks ago: then it says which day the list has.
/// </summary>
public sealed class FirstDayNow(StaffStandings standings, TrainingOffer offer, District district) : INewsSource
{
    /// <summary>Whoever comes onto the list later than so many days after their first one is not welcomed to it.</summary>
    private const int LateDays = 14;

    public NoticeKind Kind => NoticeKind.HireFirstDay;

    public IReadOnlyList<Person> ToTell(Notice notice, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(notice);
        return district.Person(notice.Subject) is { } person ? [person] : [];
    }

    public async Task<NewsLine?> OfAsync(Notice notice, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(notice);
        if (offer.Catalogue is not { } catalogue || district.Person(notice.Subject) is not { } person) return null;
        if (await standings.OfAsync(person, cancel) is not { Hire: { } hire } standing || hire.Leaves.Any(l => l.Covers(standings.Today))) return null;
        return new NewsLine(words => string.Join(' ', SentencesOf(standing, hire, catalogue, words)), MinePage.Address, "news.renewals-page");
    }

    private IEnumerable<string> SentencesOf(StaffStanding standing, Hire hire, Catalogue catalogue, ICardWords words)
    {
        var today = standings.Today;
        yield return hire.On.AddDays(LateDays) < today
            ? words.Say("news.first-day-late", ("district", district.PublicName), ("when", TimeWords.Day(hire.On, words)))
            : words.Say("news.first-day", ("district", district.PublicName));
        var series = catalogue.Series.Where(s => s.Audience.Takes(standing.Staffer, today, catalogue.Rules.NewHireDays)).Select(s => SeriesProgress.Of(s, hire.On, standing.Transcript, today)).Where(s => !s.IsComplete).ToList();
        foreach (var (taken, cohort) in series.Select(s => (s.Series, s.Cohort)))
            yield return words.Say("news.first-cohort", ("name", taken.TitleIn(words.Language)), ("when", new DateOnly(cohort.Year, cohort.Month, 1).ToString(words["time.month-pattern"], words.Culture)));
        // Parts of what new people take come before what is asked of everybody each year.
        var parts = series.SelectMany(s => s.Series.CourseIds).ToHashSet(StringComparer.Ordinal);
        if (standing.Duties.Where(d => d.Standing != Standing.Met && d.Due is not null).OrderBy(d => !parts.Contains(d.Requirement.CourseId)).ThenBy(d => d.Due).FirstOrDefault() is { Due: { } due } first)
            yield return words.Say(due < today ? "news.first-part-late" : "news.first-part", ("name", TitleOf(first, catalogue, words)), ("when", TimeWords.Day(due, words)));
        yield return words["news.first-where"];
    }

    // Others may see the screen.
    private static string TitleOf(Duty duty, Catalogue catalogue, ICardWords words) =>
        catalogue.Course(duty.Requirement.CourseId) is { Sensitive: false } course ? course.TitleIn(words.Language) : words["hires.unnamed"];
}
