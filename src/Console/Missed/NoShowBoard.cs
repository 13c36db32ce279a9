using SupportBot.Directory;
using SupportBot.Training;

namespace SupportBot.Console;

/// <summary>Somebody who had seats, had not cancelled and was not there, as often in one school year as the rules allow or more often.</summary>
/// <param name="Missed">All of that year, in order of their start.</param>
/// <param name="Told">Those of them that are told of: the one with which the rule's number is reached, and each later one.</param>
/// <param name="To">Whom the rules tell of it; empty while nobody is there.</param>
public sealed record NoShows(Person Who, IReadOnlyList<Session> Missed, IReadOnlyList<Session> Told, IReadOnlyList<DuesAddressee> To)
{
    /// <summary>What every <see cref="KeyFor"/> begins with.</summary>
    public const string Said = "no-show:";

    /// <summary>Said once to that addressee: session, person, and where there is no supervisor the school whose principal hears of it. Ids only.</summary>
    public string KeyFor(Session session, DuesAddressee to)
    {
        ArgumentNullException.ThrowIfNull(session);
        ArgumentNullException.ThrowIfNull(to);
        return to.Role.Length == 0 ? KeyOf(session) : $"{KeyOf(session)}@{to.Subject}";
    }

    /// <summary>True where it is new to that addressee. What a principal was told is not told anew to a supervisor whom HR names later, nor the other way round.</summary>
    /// <param name="said">Everything that was said.</param>
    public bool IsNew(Session session, DuesAddressee to, IReadOnlySet<string> said)
    {
        ArgumentNullException.ThrowIfNull(to);
        ArgumentNullException.ThrowIfNull(said);
        var key = KeyOf(session);
        return !said.Contains(KeyFor(session, to)) && (to.Role.Length == 0 ? !said.Any(s => s.StartsWith(key + "@", StringComparison.Ordinal)) : !said.Contains(key));
    }

    private string KeyOf(Session session) => $"{Said}{session.Id:N}:{Who.Id}";
}

/// <summary>
/// Who was not at trainings at which they had a seat, and whom the rules tell of it: the supervisor whom HR named, who hears of an overdue training first too; where there is none, the principal
/// of each of their schools.
/// </summary>
public sealed class NoShowBoard(District district, ITrainingRolls rolls, IHireBook hires, TrainingOffer offer, TimeProvider clock)
{
    /// <summary>A roll may be closed some weeks after its session; so long a school year that is over still counts.</summary>
    private const int LateDays = 30;

    public async Task<IReadOnlyList<NoShows>> NowAsync(CancellationToken cancel)
    {
        if (offer.Catalogue is not { } catalogue) return [];
        var (calendar, days) = (district.CalendarOf(null), TrainingDays.Of(district));
        var from = days.YearOf(calendar.Today(clock.GetUtcNow()).AddDays(-LateDays)).From;
        // A year is known by the one in which it begins: between two published ones its days are guessed.
        int YearOf(Session session) => days.YearOf(calendar.Today(session.Starts)).From.Year;
        var missed = (await rolls.NoShowsAsync(calendar.Moment(from, TimeOnly.MinValue), cancel)).GroupBy(m => (m.PersonId, Year: YearOf(m.Session)), m => m.Session).Where(g => g.Count() >= catalogue.Rules.NoShows).ToList();
        if (missed.Count == 0) return [];
        var matches = new HireMatches(district);
        List<NoShows> all = [];
        foreach (var person in missed)
            if (district.Person(person.Key.PersonId) is { } who)
                all.Add(new NoShows(who, [.. person], [.. person.Skip(catalogue.Rules.NoShows - 1)], ToldOf(who, await hires.OfPersonAsync(who.Id, cancel), matches)));
        return all;
    }

    /// <summary>What the person is told of, in all that they are.</summary>
    public async Task<IReadOnlyList<NoShows>> OfAsync(Person person, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(person);
        return [.. (await NowAsync(cancel)).Where(n => n.To.Any(to => DuesBoard.HoldersOf(to, district).Any(p => p.Id == person.Id)))];
    }

    // Nobody hears of themselves in another's place.
    private IReadOnlyList<DuesAddressee> ToldOf(Person who, Hire? hire, HireMatches matches)
    {
        if (DuesAddressee.SupervisorOf(hire, who.Id, matches) is { } supervisor) return [supervisor];
        var principals = who.Posts.Select(p => p.SchoolId).OfType<string>().Distinct().Select(DuesAddressee.PrincipalOf);
        return [.. principals.Where(to => !who.Holds(to.Role, to.Subject) && DuesBoard.HoldersOf(to, district).Count > 0)];
    }
}
