using SupportBot.Yaml;

namespace SupportBot.Protocols;

/// <summary>Finds what a reader of one line cannot: steps nobody reaches, loops that never end, answers that were never asked.</summary>
public static class ProtocolChecks
{
    /// <summary>All faults of a protocol that was read without an error, in the order of the file.</summary>
    public static IReadOnlyList<Fault> Check(Protocol protocol, References references)
    {
        var graph = new ProtocolGraph(protocol);
        var faults = new Faults();
        faults.AddRange(TargetChecks.Check(graph));
        faults.AddRange(ReachChecks.Check(graph));
        faults.AddRange(LoopChecks.Check(graph));
        faults.AddRange(AnswerChecks.Check(graph));
        faults.AddRange(SafetyChecks.Check(graph, references));
        faults.AddRange(ReferenceChecks.Check(protocol, references));
        if (protocol.IsSurvey)
            faults.AddRange(SurveyChecks.Check(protocol));
        if (protocol.Case is { } plan)
            faults.AddRange(CaseChecks.Check(protocol, plan, references));
        return faults.InReadingOrder();
    }
}
