using SupportBot.Cases;
using SupportBot.Yaml;

namespace SupportBot.Protocols;

/// <summary>Walks a protocol by chance: answers, silence, going back, changing answers, stale cards, recalls.</summary>
public static class RandomWalks
{
    private const int MostInputs = 2_000;

    // After so many inputs the person stops going back, so that a walk must come to its end.
    private const int Playful = 200;

    /// <summary>A fault for each walk that throws, stalls or ends without a word to the person; each names its seed.</summary>
    /// <param name="seed">seed of the first walk; the others follow by one</param>
    public static IReadOnlyList<Fault> Run(Protocol protocol, int seed, int count) => Run(protocol, new Bookshelf(protocol), seed, count);

    /// <inheritdoc cref="Run(Protocol, int, int)"/>
    public static IReadOnlyList<Fault> Run(Protocol protocol, ILibrary library, int seed, int count) =>
        [.. Enumerable.Range(seed, count).Select(s => Walk(protocol, library, s)).OfType<Fault>()];

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
