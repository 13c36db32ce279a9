using SupportBot.Directory;
using SupportBot.Training;

namespace SupportBot.Console;

/// <summary>What is asked of one person today, and how they stand.</summary>
/// <param name="Person">Null while the directory does not know them.</param>
/// <param name="Hire">Null where HR has told nothing of them.</param>
public sealed record StaffStanding(Staffer Staffer, Person? Person, Hire? Hire, Transcript Transcript, IReadOnlyList<Duty> Duties)
{
    public IEnumerable<Duty> Overdue => Duties.Where(d => d.Standing == Standing.Overdue);

    /// <summary>The worst there is: overdue before paused before open; met where all is, and where nothing is asked.</summary>
    public Standing Worst =>
        Duties.Any(d => d.Standing == Standing.Overdue) ? Standing.Overdue
        : Duties.Any(d => d.Standing == Standing.Paused) ? Standing.Paused
        : Duties.Any(d => d.Standing == Standing.Open) ? Standing.Open
        : Standing.Met;
}

/// <summary>How staff stand with what is asked of them: everybody whom the directory knows, and hires who are not there yet. All is read in a few queries.</summary>
public sealed class StaffStandings(District district, Staffers staffers, IHireBook hires, ITranscriptBook transcripts, TrainingOffer offer, TimeProvider clock)
{
    /// <summary>By the district's clock.</summary>
    public DateOnly Today => district.CalendarOf(null).Today(clock.GetUtcNow());

    /// <returns>Empty where the district has no trainings. Hires whose person has left the directory are not among them.</returns>
    public async Task<IReadOnlyList<StaffStanding>> AllAsync(CancellationToken cancel)
    {
        if (offer.Catalogue is not { } catalogue) return [];
        var told = await hires.AllAsync(cancel);
        var done = await transcripts.AllAsync(CoursesOf(catalogue), cancel);
        var (calendar, today) = (TrainingDays.Of(district), Today);
        var byPerson = told.Where(h => h.PersonId is not null).ToDictionary(h => h.PersonId!);
        StaffStanding Of(Staffer staffer, Person? person, Hire? hire)
        {
            var transcript = done.GetValueOrDefault(staffer.PersonId) ?? Transcript.Empty;
            return new StaffStanding(staffer, person, hire, transcript, Duties.Of(catalogue, staffer, transcript, calendar, today));
        }

        return
        [
            .. district.People.Select(p => (Person: p, Hire: byPerson.GetValueOrDefault(p.Id))).Select(p => Of(staffers.Of(p.Person, p.Hire), p.Person, p.Hire)),
            .. told.Where(h => h.PersonId is null).Select(h => Of(staffers.Of(h), null, h)),
        ];
    }

    /// <summary>Null where the district has no trainings.</summary>
    public async Task<StaffStanding?> OfAsync(Person person, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(person);
        if (offer.Catalogue is not { } catalogue) return null;
        var hire = await hires.OfPersonAsync(person.Id, cancel);
        var (staffer, transcript) = (staffers.Of(person, hire), await transcripts.OfAsync(person.Id, cancel));
        return new StaffStanding(staffer, person, hire, transcript, Duties.Of(catalogue, staffer, transcript, TrainingDays.Of(district), Today));
    }

    private static HashSet<string> CoursesOf(Catalogue catalogue) => [.. catalogue.Requirements.Select(r => r.CourseId), .. catalogue.Series.SelectMany(s => s.CourseIds)];
}
