using SupportBot.Yaml;

namespace SupportBot.Protocols;

/// <summary>Every step is reached and leads to an end.</summary>
internal static class ReachChecks
{
    public static IEnumerable<Fault> Check(ProtocolGraph graph)
    {
        var reached = new HashSet<string>(graph.Entries.Select(s => s.Id), StringComparer.Ordinal);
        Spread(reached, graph.Ways, w => w.From.Id, w => w.To);
        foreach (var step in graph.Protocol.Steps.Where(s => !reached.Contains(s.Id)))
            yield return step.Place.Fault("no way leads to this step", "lead to it from another step, or remove it");

        var ending = new HashSet<string>(graph.Protocol.Steps.OfType<EndStep>().Select(s => s.Id), StringComparer.Ordinal);
        Spread(ending, graph.Ways, w => w.To, w => w.From.Id);
        foreach (var step in graph.Protocol.Steps.Where(s => !ending.Contains(s.Id)))
            yield return step.Place.Fault("from this step no end can be reached", "lead on to a step that ends");
    }

    private static void Spread(HashSet<string> from, IReadOnlyList<Way> ways, Func<Way, string> known, Func<Way, string> gained)
    {
        for (var more = true; more;)
        {
            more = false;
            foreach (var way in ways)
                more |= from.Contains(known(way)) && from.Add(gained(way));
        }
    }
}
