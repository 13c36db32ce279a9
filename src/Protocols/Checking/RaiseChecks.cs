using SupportBot.Cases;
using SupportBot.Yaml;

namespace SupportBot.Protocols;

/// <summary>A case that opens beside another tells somebody: the steps that would have told them are walked by nobody.</summary>
internal static class RaiseChecks
{
    public static IEnumerable<Fault> Check(IReadOnlyList<Protocol> protocols)
    {
        foreach (var protocol in protocols.Where(p => p.Case is not null))
        {
            var alerts = protocol.Steps.OfType<AlertStep>().Select(a => a.Id).ToList();
            foreach (var id in protocol.Case!.Raises.Where(id => !alerts.Contains(id)))
                yield return protocol.PlaceOf("case").Fault($"raises names {id}, which is no alert of this protocol", alerts.Count == 0 ? "add an alert step" : $"use one of {string.Join(", ", alerts)}");
        }

        var beside = protocols.Select(p => p.Case).OfType<CasePlan>().SelectMany(c => c.Linked.Concat(c.Opens.Select(o => o.Protocol))).ToHashSet(StringComparer.Ordinal);
        foreach (var newest in protocols.Where(p => beside.Contains(p.Id)).GroupBy(p => p.Id).Select(g => g.MaxBy(p => p.Key.Version)!))
            if (newest.Case is { Raises.Count: 0 })
                yield return newest.PlaceOf("case").Fault($"other cases open one of {newest.Id} beside them, and nobody would be told", "write raises: with the ids of the alerts that begin then");
    }
}
