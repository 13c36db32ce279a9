using SupportBot.Cases;
using SupportBot.Yaml;

namespace SupportBot.Protocols;

/// <summary>Nobody in danger is left alone by a way somebody forgot.</summary>
internal static class SafetyChecks
{
    public static IEnumerable<Fault> Check(ProtocolGraph graph, References references)
    {
        foreach (var fault in CheckFallback(graph))
            yield return fault;
        foreach (var alert in graph.Protocol.Steps.OfType<AlertStep>())
            if (alert.Severity == Severity.Critical && alert.Escalate.Count > 0 && !references.OutOfHoursRoles.Contains(alert.Escalate[^1].To))
                yield return alert.Place.Fault(
                    $"the ladder of a critical alert ends with {alert.Escalate[^1].To}, whom nobody stands in for out of hours",
                    $"end it with one of {string.Join(", ", references.OutOfHoursRoles.Order(StringComparer.Ordinal))}");
        if (graph.Protocol.Severity != Severity.Critical)
            yield break;
        if (graph.Path(graph.Protocol.First, s => s is QuestionStep, s => s is SayStep { Resource: not null }) is { } unhelped)
            yield return unhelped[^1].Place.Fault("a critical protocol asks this before it has shown help", "put a say with a resource before the first question");
        foreach (var entry in graph.Entries)
            if (graph.Path(entry, s => s is EndStep, s => s is AlertStep) is { } untold)
                yield return untold[^1].Place.Fault($"a critical protocol can end here without an alert: {Path(untold)}", "put an alert on that way");
    }

    private static IEnumerable<Fault> CheckFallback(ProtocolGraph graph)
    {
        if (!graph.Protocol.IsSurvey && graph.Find(graph.Protocol.Fallback) is { } fallback && graph.Path(fallback, s => s is EndStep, s => s is AlertStep or HandoffStep) is { } alone)
            yield return fallback.Place.Fault($"the fallback can end without a person: {Path(alone)}", "lead it to an alert or a handoff");
    }

    private static string Path(IEnumerable<Step> steps) => string.Join(" → ", steps.Select(s => s.Id));
}
