using SupportBot.Directory;
using SupportBot.Training;

namespace SupportBot.Console;

/// <summary>
/// What is overdue, and whom the rules tell of it by now: the person first, then the supervisor whom HR named, the principal of each of their schools, and human
/// resources. And what is due soon, of which only the person is told. What was looked up holds for a few minutes: thousands may be told in one morning, and each sentence asks again.
/// </summary>
public sealed class DuesBoard(District district, StaffStandings standings, SoonList soon, TrainingOffer offer, TimeProvider clock)
{
    /// <summary>What every <see cref="DuesItem.KeyFor"/> begins with.</summary>
    public const string Said = "due:";

    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(5);
    private readonly Lock _gate = new();
    private (DateTimeOffset At, Task<Found> Read)? _last;

    private sealed record Found(IReadOnlyDictionary<DuesAddressee, IReadOnlyList<DuesItem>> Overdue, IReadOnlyDictionary<string, IReadOnlyList<SoonItem>> Soon);

    /// <summary>By whom it is told to. Nobody stands here who is not there: an addressee without a person is told once there is one.</summary>
    public async Task<IReadOnlyDictionary<DuesAddressee, IReadOnlyList<DuesItem>>> NowAsync() => (await FoundAsync()).Overdue;

    /// <summary>What is due soon, by the id of the person whose it is.</summary>
    public async Task<IReadOnlyDictionary<string, IReadOnlyList<SoonItem>>> SoonAsync() => (await FoundAsync()).Soon;

    private Task<Found> FoundAsync()
    {
        var now = clock.GetUtcNow();
        lock (_gate)
        {
            if (_last is { Read.IsFaulted: false } last && now - last.At < Fresh) return last.Read;
            var read = Task.Run(ReadAsync);
            _last = (now, read);
            return read;
        }
    }

    /// <summary>Looks again the next time.</summary>
    public void Forget()
    {
        lock (_gate) _last = null;
    }

    /// <summary>
    /// Who an addressee is. Whoever stands in for a role on the duty roster is not among them: an overdue training is no alert, and the fewer know of it the better.
    /// </summary>
    public static IReadOnlyList<Person> HoldersOf(DuesAddressee to, District district)
    {
        ArgumentNullException.ThrowIfNull(to);
        ArgumentNullException.ThrowIfNull(district);
        return to.Role.Length > 0 ? district.Roster.HoldersOnPaper(to.Role, to.Subject.Length == 0 ? null : to.Subject) : district.Person(to.Subject) is { } person ? [person] : [];
    }

    /// <summary>What the person is told of, in all that they are.</summary>
    public async Task<IReadOnlyList<(DuesAddressee As, IReadOnlyList<DuesItem> Items)>> OfAsync(Person person) => Of(person, await NowAsync());

    /// <summary>The same as it was when it was last looked up, which is each morning at the latest; nothing is read for it, so it may stand on every page.</summary>
    public IReadOnlyList<(DuesAddressee As, IReadOnlyList<DuesItem> Items)> LatestOf(Person person)
    {
        lock (_gate) return _last is { Read.IsCompletedSuccessfully: true } last ? Of(person, last.Read.Result.Overdue) : [];
    }

    private List<(DuesAddressee As, IReadOnlyList<DuesItem> Items)> Of(Person person, IReadOnlyDictionary<DuesAddressee, IReadOnlyList<DuesItem>> all)
    {
        ArgumentNullException.ThrowIfNull(person);
        return [.. all.Where(a => HoldersOf(a.Key, district).Any(p => p.Id == person.Id)).Select(a => (a.Key, a.Value)).OrderBy(a => a.Key.Role.Length).ThenBy(a => a.Key.Subject, StringComparer.Ordinal)];
    }

    private async Task<Found> ReadAsync()
    {
        Dictionary<DuesAddressee, List<DuesItem>> told = [];
        if (offer.Catalogue is not { } catalogue) return new Found(new Dictionary<DuesAddressee, IReadOnlyList<DuesItem>>(), new Dictionary<string, IReadOnlyList<SoonItem>>());
        var all = await standings.AllAsync(CancellationToken.None);
        // A list of what some completed before says nothing of those who are not on it: it may be one of several.
        var kept = all.SelectMany(s => s.Transcript.Completions).Where(c => c.Brought is null).Select(c => c.CourseId).ToHashSet(StringComparer.Ordinal);
        IEnumerable<Duty> ToldOf(StaffStanding who) => who.Duties.Where(d => who.Hire is not null || kept.Contains(d.Requirement.CourseId) || who.Transcript.BroughtOn(d.Requirement.CourseId) is not null);
        var matches = new HireMatches(district);
        var held = district.Schools.Where(s => HoldersOf(DuesAddressee.PrincipalOf(s.Id), district).Count > 0).Select(s => s.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var who in all)
            foreach (var duty in ToldOf(who).Where(d => d.Standing == Standing.Overdue))
                foreach (var item in ItemsOf(who, duty, catalogue.Rules))
                    foreach (var to in AddresseesOf(item, matches, held))
                        if (told.TryGetValue(to, out var items)) items.Add(item);
                        else told[to] = [item];
        var due = all.Select(who => (who, ToldOf(who).Where(d => !(FromOf(who, d) >= standings.Today))));
        return new Found(told.ToDictionary(t => t.Key, t => (IReadOnlyList<DuesItem>)t.Value), await soon.OfAsync(due, catalogue, CancellationToken.None));
    }

    // Whoever a list told of is not told of everything on the morning after it, and neither are those above them.
    private static DateOnly? FromOf(StaffStanding who, Duty duty) => who.Transcript.BroughtOn(duty.Requirement.CourseId)?.AddDays(EarlierDesk.DaysToPutRight);

    private IEnumerable<DuesItem> ItemsOf(StaffStanding who, Duty duty, TrainingRules rules)
    {
        var steps = Duties.StepsOf(duty, rules, standings.Today, FromOf(who, duty)).ToList();
        return steps.Select((step, at) => new DuesItem(who, duty, step.To, steps.Take(at).Count(s => s.To == step.To)));
    }

    // Nobody hears of themselves in another's place: who supervises or leads themselves is told by the next step.
    private static IEnumerable<DuesAddressee> AddresseesOf(DuesItem item, HireMatches matches, HashSet<string> held)
    {
        var (who, person) = (item.Who, item.Who.Person);
        switch (item.To)
        {
            case OverdueTo.Employee:
                return person is null ? [] : [DuesAddressee.OfPerson(person.Id)];
            case OverdueTo.Supervisor:
                return DuesAddressee.SupervisorOf(who.Hire, person?.Id, matches) is { } supervisor ? [supervisor] : [];
            case OverdueTo.Principal:
                return who.Staffer.Schools.Select(DuesAddressee.PrincipalOf).Where(to => held.Contains(to.Subject) && person?.Holds(to.Role, to.Subject) is not true);
            default:
                return [DuesAddressee.HumanResources];
        }
    }
}
