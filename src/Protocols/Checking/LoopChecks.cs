using SupportBot.Yaml;

namespace SupportBot.Protocols;

/// <summary>Nothing goes round for ever without a person.</summary>
internal static class LoopChecks
{
    public static IEnumerable<Fault> Check(ProtocolGraph graph)
    {
        if (graph.Loop(w => w.Kind == WayKind.On) is { } busy)
        {
            yield return busy[0].Place.Fault($"these steps go round without waiting: {Path(busy)}", "put a question or a wait between them, or lead out");
            yield break;
        }
        // Whoever falls silent must be left in peace some time: a loop walked by time alone needs a limit.
        if (graph.Loop(w => w.Kind is WayKind.On or WayKind.WokenUp or WayKind.Silent or WayKind.SilentThen) is { } silent)
        {
            var waits = silent.First(s => s.Waits);
            yield return (waits.Silence?.Place ?? waits.Place).Fault(
                $"in silence this goes round for ever: {Path(silent)}",
                waits is WaitStep ? "ask something after the wait and end when nobody answers" : "add at-most and then to the timeout, or lead it elsewhere");
        }
    }

    private static string Path(IEnumerable<Step> steps) => string.Join(" → ", steps.Select(s => s.Id));
}
