using Microsoft.AspNetCore.Authorization;
using SupportBot.Directory;
using SupportBot.Protocols;

namespace SupportBot.Console;

/// <summary>Where the people come from, when they were read, what was refused, with the cure, and where nobody has a training that a gate needs.</summary>
[Authorize(ConsolePolicies.People)]
public sealed class PeoplePage(District district, IEnumerable<IPeopleNews> news, ProtocolShelf shelf, ReviewBoard reviews, TrainedPeople trained, SchoolTime time, TimeProvider clock) : StaffPage(district)
{
    /// <summary>Null where the people are those of the content file alone.</summary>
    public PeopleNews? News { get; private set; }

    public SchoolTime Time => time;

    /// <summary>By training: the schools where nobody has it, and the protocols that need it.</summary>
    public IReadOnlyList<(string Training, string Schools, IReadOnlyList<Protocol> Protocols)> Untrained { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        News = news.FirstOrDefault()?.Now;
        var inUse = shelf.All.Where(p => shelf.Startable(p.Id, reviews.Today)?.Key == p.Key).ToList();
        var record = await trained.ByAsync(inUse, cancel);
        Untrained =
        [
            .. TrainingGaps.Of(District, inUse, (person, training) => record.Has(person, training, reviews.Today))
                .GroupBy(g => (g.Training, Schools: string.Join(", ", g.Schools.Select(s => s.Name))))
                .Select(g => (trained.TitleOf(g.Key.Training), g.Key.Schools, (IReadOnlyList<Protocol>)[.. g.Select(gap => gap.Protocol).Distinct()])),
        ];
    }

    public string Since(DateTimeOffset at) => time.SinceWhen(at, clock.GetUtcNow());
}
