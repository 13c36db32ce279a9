using SupportBot.Yaml;

namespace SupportBot.Protocols;

/// <summary>Every step that is named exists.</summary>
internal static class TargetChecks
{
    public static IEnumerable<Fault> Check(ProtocolGraph graph)
    {
        foreach (var way in graph.All)
            if (graph.Find(way.To) is null)
                yield return way.Place.Fault($"there is no step {way.To}", Cure(graph, way.To));
        var fallback = graph.Protocol.Fallback;
        if (graph.Find(fallback) is null)
            yield return graph.Protocol.PlaceOf("fallback").Fault($"the fallback {fallback} is no step", Cure(graph, fallback));
    }

    private static string Cure(ProtocolGraph graph, string id) =>
        Nearest.To(id, graph.Protocol.Steps.Select(s => s.Id)) is { } near ? $"did you mean {near}?" : "add the step, or lead to another";
}
