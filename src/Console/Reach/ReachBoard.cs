using SupportBot.Directory;

namespace SupportBot.Console;

/// <summary>Somebody on duty who cannot be reached one way.</summary>
/// <param name="Duties">Titles of the roles the person is called for now.</param>
public sealed record OutOfReach(Person Person, Unreachable How, IReadOnlyList<string> Duties);

/// <summary>What does not work just now: services, and people on duty who cannot be reached.</summary>
public sealed class ReachBoard(District district, ReachSight sight, IEnumerable<IReachBook> books, IEnumerable<IServiceStatus> services, SchoolTime time, TimeProvider clock)
{
    /// <summary>False where no room of this program tells who can be reached.</summary>
    public bool IsKnown => books.Any();

    /// <summary>A sentence for each service that is down, for everybody.</summary>
    public IReadOnlyList<string> ServiceNews => [.. services.SelectMany(s => s.Services).Where(s => !s.IsUp).Select(s => ReachWords.Of(s, time.SinceWhen(s.DownSince, clock.GetUtcNow()))).Distinct()];

    /// <summary>Services that the district does not use, by what they are for: shown to whoever answers for it, so that nobody waits for a mail that never comes.</summary>
    public IReadOnlyList<string> NotSetUp => [.. services.SelectMany(s => s.Services).Where(s => !s.IsSetUp).Select(ReachWords.WithoutIt).Distinct()];

    /// <summary>Services that are not asked for a while.</summary>
    public IReadOnlyList<string> Resting => [.. services.SelectMany(s => s.Services).Where(s => s.IsResting).Select(ReachWords.WithoutIt).Distinct()];

    /// <summary>People whom an alert would call now and who cannot be reached, as far as this person answers for it; by name.</summary>
    public async Task<IReadOnlyList<OutOfReach>> OfAsync(Person me, CancellationToken cancel)
    {
        if (!ReachSight.MaySee(me)) return [];
        var found = new List<Unreachable>();
        foreach (var book in books) found.AddRange(await book.UnreachableAsync(cancel));
        if (found.Count == 0) return [];

        var now = clock.GetUtcNow();
        var duties = sight.SchoolsOf(me)
            .SelectMany(school => district.Roles.SelectMany(role => district.Roster.HoldersOf(role.Id, school, now).Select(p => (Person: p.Id, role.Title))))
            .Distinct().ToLookup(d => d.Person, d => d.Title);
        return
        [
            .. found.Where(u => duties.Contains(u.PersonId)).Distinct()
                .Select(u => new OutOfReach(district.Person(u.PersonId)!, u, [.. duties[u.PersonId]]))
                .OrderBy(o => o.Person.Name, StringComparer.Ordinal).ThenBy(o => o.How.Channel, StringComparer.Ordinal),
        ];
    }
}
