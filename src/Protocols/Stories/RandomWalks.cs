using SupportBot.Cases;
using SupportBot.Yaml;

namespace SupportBot.Protocols;

/// <summary>Walks a protocol by chance: answers, silence, going back, changing answers, stale cards, recalls; and its case, see <see cref="RunCase"/>.</summary>
public static class RandomWalks
{
    private const int MostInputs = 2_000;

    // After so many inputs the person stops going back, so that a walk must come to its end.
    private const int Playful = 200;

    // So many walks come to every state that can be come to.
    private const int Many = 1_000;

    /// <summary>A fault for each walk that throws, stalls or ends without a word to the person; each names its seed.</summary>
    /// <param name="seed">seed of the first walk; the others follow by one</param>
    public static IReadOnlyList<Fault> Run(Protocol protocol, int seed, int count) => Run(protocol, new Bookshelf(protocol), seed, count);

    /// <inheritdoc cref="Run(Protocol, int, int)"/>
    public static IReadOnlyList<Fault> Run(Protocol protocol, ILibrary library, int seed, int count) =>
        [.. Enumerable.Range(seed, count).Select(s => Walk(protocol, library, s)).OfType<Fault>()];

    /// <summary>
    /// A fault for each walk of the protocol's case that throws, stands still where everything is done, comes to no end or ends while something of it goes on;
    /// each names its seed. Of each state or task the first one only. From a thousand walks on also a fault for each state that none of them came to.
    /// Empty where the protocol opens no case.
    /// </summary>
    /// <inheritdoc cref="Run(Protocol, int, int)" path="/param"/>
    public static IReadOnlyList<Fault> RunCase(Protocol protocol, int seed, int count)
    {
        if (protocol.Case is not { } plan)
            return [];
        var entered = new HashSet<string>(StringComparer.Ordinal);
        var faults = Enumerable.Range(seed, count).Select(s => WalkCase(protocol, plan, s, entered)).OfType<Fault>().DistinctBy(f => (f.Line, f.Column)).ToList();
        if (faults.Count == 0 && count >= Many)
            faults.AddRange(plan.States.Where(s => !entered.Contains(s.Id)).Select(s => protocol.PlaceOf($"state {s.Id}").Fault($"of {count} random walks of the case none comes to {s.Id}", "look at what its gate asks for, and whether anybody can do that before")));
        return faults;
    }

    private static Fault? WalkCase(Protocol protocol, CasePlan plan, int seed, HashSet<string> entered)
    {
        var walk = new CaseWalk(protocol, plan, new Random(seed));
        try
        {
            var wrong = walk.Walk();
            entered.UnionWith(walk.Entered);
            return wrong is var (at, what)
                ? protocol.PlaceOf(at).Fault($"a random walk of the case (seed {seed}) {what}", "walk it again with that seed to see where")
                : null;
        }
        catch (Exception broken) when (broken is InvalidOperationException or ArgumentException or KeyNotFoundException or NullReferenceException)
        {
            return protocol.PlaceOf("case").Fault($"a random walk of the case (seed {seed}) breaks the engine: {broken.Message}", "walk it again with that seed; the engine or the checker has a gap");
        }
    }

    private static Fault? Walk(Protocol protocol, ILibrary library, int seed)
    {
        try
        {
            return new RandomWalk(protocol, library, new Random(seed)).Walk(MostInputs, Playful) is { } wrong
                ? protocol.Place.Fault($"a random walk (seed {seed}) {wrong}", "walk it again with that seed to see where")
                : null;
        }
        catch (Exception broken) when (broken is InvalidOperationException or ArgumentException or KeyNotFoundException or NullReferenceException)
        {
            return protocol.Place.Fault($"a random walk (seed {seed}) breaks the engine: {broken.Message}", "walk it again with that seed; the engine or the checker has a gap");
        }
    }
}
