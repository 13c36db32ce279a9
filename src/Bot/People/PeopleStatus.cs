using SupportBot.Console;
using SupportBot.Directory;

namespace SupportBot.Bot;

/// <summary>What the console shows of the source of people. Answers from memory; only <see cref="PeopleWorker"/> writes.</summary>
public sealed class PeopleStatus(IPeopleSource source) : IServiceStatus, IPeopleNews
{
    private volatile PeopleNews _now = new(source.Name, null, null, "", []);
    private volatile string? _code;

    public PeopleNews Now => _now;

    public IReadOnlyList<ServiceState> Services => [new(ServiceNames.People, _now.FailingSince is null, _now.FailingSince, _code)];

    internal void Kept(DateTimeOffset at) => _now = _now with { TakenAt = at };

    internal void Taken(DateTimeOffset at, IEnumerable<PeopleFault> faults)
    {
        _now = new PeopleNews(source.Name, at, null, "", Shown(faults));
        _code = null;
    }

    /// <returns>True where it did not fail before, or for another reason.</returns>
    internal bool Failed(DateTimeOffset at, string code, string sentence, IEnumerable<PeopleFault> faults)
    {
        var isNew = _code != code;
        (_now, _code) = (_now with { FailingSince = _now.FailingSince ?? at, Sentence = sentence, Faults = Shown(faults) }, code);
        return isNew;
    }

    private static List<PeopleNewsFault> Shown(IEnumerable<PeopleFault> faults) => [.. faults.Select(f => new PeopleNewsFault(f.Where, f.What, f.Cure, f.IsRefusal))];
}
