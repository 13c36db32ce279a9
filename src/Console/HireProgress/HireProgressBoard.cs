using SupportBot.Directory;
using SupportBot.Training;

namespace SupportBot.Console;

/// <summary>One course of a series, and how many new hires are how far with it.</summary>
/// <param name="Next">Those for whom it is the next one.</param>
/// <param name="Late">Those who had to have done it by now.</param>
public sealed record StepCount(string CourseId, int Done, int Next, int Late);

/// <param name="People">New hires for whom the series is.</param>
/// <param name="Complete">Those who have done all of it.</param>
public sealed record SeriesCount(Series Series, int People, int Complete, IReadOnlyList<StepCount> Steps);

/// <param name="SchoolId">Null for those who work for the whole district.</param>
/// <param name="Complete">Those who have done all of their series.</param>
/// <param name="Late">Those with something overdue.</param>
public sealed record SiteCount(string? SchoolId, int People, int Complete, int Late);

/// <summary>How new hires get on, as one person may see it.</summary>
/// <param name="Hires">Whoever is in a series and has not left; the newest first day first.</param>
public sealed record HireProgress(IReadOnlyList<ListedHire> Hires, IReadOnlyList<SeriesCount> Series, IReadOnlyList<SiteCount> Sites)
{
    public int Complete => Hires.Count(h => h.Series.All(s => s.IsComplete));

    /// <summary>Those with something overdue, the longest first.</summary>
    public IReadOnlyList<ListedHire> Late => [.. Hires.Where(h => h.Overdue.Any()).OrderBy(h => h.Overdue.Min(d => d.Due))];
}

/// <summary>
/// Counts how new hires get on, from the same list that human resources see. Human resources see all of them, principals those of their school, supervisors
/// those whom human resources named them for; nobody sees themselves here.
/// </summary>
public sealed class HireProgressBoard(District district, HireSight sight, HireList list, TrainingOffer offer)
{
    private const string Principal = "principal";

    /// <summary>True for those who may ask whoever was hired; a supervisor is known by the hires alone.</summary>
    public bool MayAsk(Person person)
    {
        ArgumentNullException.ThrowIfNull(person);
        return offer.Catalogue is not null && (sight.MaySee(person) || person.Holds(Principal));
    }

    /// <summary>Null where the person may not ask: they are neither human resources, nor a principal, nor anybody's supervisor.</summary>
    public async Task<HireProgress?> OfAsync(Person person, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(person);
        if (offer.Catalogue is not { } catalogue) return null;
        var all = await list.AllAsync(cancel);
        var matches = new HireMatches(district);
        bool Supervises(ListedHire l) => l.Hire.Details.SupervisorMail is { } mail && matches.Of(mail.Reveal())?.Id == person.Id;
        if (!MayAsk(person) && !all.Any(Supervises)) return null;
        var seen = all.Where(l => l.Series.Count > 0 && l.Hire.PersonId != person.Id && (sight.MaySee(person) || PrincipalOf(person, l) || Supervises(l))).ToList();
        return new HireProgress(seen, [.. catalogue.Series.Select(s => CountOf(s, seen)).Where(s => s.People > 0)], [.. SitesOf(seen)]);
    }

    /// <summary>What a course is called: a sensitive course has no title here.</summary>
    public string NameOf(string courseId) => offer.Catalogue is { } catalogue ? CourseNames.ForOthers(catalogue, courseId) : CourseNames.Unnamed;

    // Whoever works for the whole district is nobody's school.
    private static bool PrincipalOf(Person person, ListedHire listed) => listed.Hire.Details.SchoolId is { } school && person.Holds(Principal, school);

    private static SeriesCount CountOf(Series series, IReadOnlyList<ListedHire> hires)
    {
        var taking = hires.Select(h => (Hire: h, Progress: h.Series.FirstOrDefault(p => p.Series.Id == series.Id))).Where(h => h.Progress is not null).ToList();
        return new SeriesCount(series, taking.Count, taking.Count(t => t.Progress!.IsComplete),
            [.. series.CourseIds.Select(c => new StepCount(c, taking.Count(t => t.Progress!.Done.Contains(c)), taking.Count(t => t.Progress!.Next == c), taking.Count(t => t.Hire.Overdue.Any(d => d.Requirement.CourseId == c))))]);
    }

    private IEnumerable<SiteCount> SitesOf(IReadOnlyList<ListedHire> hires) => hires.GroupBy(h => h.Hire.Details.SchoolId)
        .OrderBy(g => g.Key is null).ThenBy(g => g.Key is null ? "" : district.School(g.Key)?.Name ?? g.Key, StringComparer.CurrentCulture)
        .Select(g => new SiteCount(g.Key, g.Count(), g.Count(h => h.Series.All(s => s.IsComplete)), g.Count(h => h.Overdue.Any())));
}
