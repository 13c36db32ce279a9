using SupportBot.Yaml;

namespace SupportBot.Protocols;

/// <summary>
/// Every rule that counts time says where it comes from and whether to rely on it: silences, ladders, what is due, clocks, and how long a case is kept.
/// Asked of content when it is checked as a whole; a process starts without it, so that files from before keep running.
/// </summary>
internal static class SourceChecks
{
    private const string Cure = "add source: \"…\" and status: found, verify or district default";

    public static IEnumerable<Fault> Check(Protocol protocol)
    {
        foreach (var step in protocol.Steps)
        {
            if (step is AlertStep or DoStep or WaitStep && step.Source is null)
                yield return step.Place.Fault(step switch { AlertStep => "the ladder of this alert has no source", DoStep => "what is due here has no source", _ => "this wait has no source" }, Cure);
            if (step.Silence is { Source: null } silence)
                yield return silence.Place.Fault("this timeout has no source", "add source: \"…\", status: found, verify or district default inside its brackets");
        }
        if (protocol.Case is not { } plan)
            yield break;
        foreach (var task in plan.Tasks.Where(t => t.Source is null && (t.Due is not null || t.DueBy is not null || t.Repeats is not null)))
            yield return protocol.PlaceOf($"task {task.Id}").Fault($"the task {task.Id} is due and has no source", Cure);
        if (plan.Keep is { Source: null })
            yield return protocol.PlaceOf("keep").Fault("how long the case is kept has no source", Cure);
    }
}
