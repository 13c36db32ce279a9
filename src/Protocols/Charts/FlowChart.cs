using System.Globalization;
using System.Text;
using SupportBot.Cases;

namespace SupportBot.Protocols;

/// <summary>
/// Draws a protocol in Mermaid: diamonds are questions, slanted boxes cards, heavy boxes alerts with their ladder, double boxes
/// a person, hexagons other protocols, rounded boxes ends; solid arrows are answers, dotted arrows silence.
/// </summary>
public static class FlowChart
{
    private const int LongestLabel = 46;

    // Words that Mermaid takes for its own.
    private static readonly string[] Reserved = ["end", "default", "class", "style", "graph", "subgraph", "click", "call", "href", "state", "note"];

    /// <param name="walkedSteps">ids of steps to mark; null marks none</param>
    public static string Mermaid(Protocol protocol, IEnumerable<string>? walkedSteps = null)
    {
        var chart = new StringBuilder("flowchart TD\n  %% generated from content; do not edit\n");
        foreach (var step in protocol.Steps)
            Line(chart, Name(step.Id) + Node(step));
        foreach (var way in new ProtocolGraph(protocol).Ways)
            Line(chart, $"{Name(way.From.Id)} {Arrow(way)} {Name(way.To)}");
        Line(chart, "classDef alert stroke-width:3px");
        Mark(chart, walkedSteps ?? [], protocol.Steps.Select(s => s.Id));
        return chart.ToString();
    }

    /// <summary>The states of a case and what each requires.</summary>
    /// <param name="walkedStates">ids of states to mark; null marks none</param>
    public static string States(CasePlan plan, IEnumerable<string>? walkedStates = null)
    {
        var chart = new StringBuilder("flowchart TD\n  %% generated from content; do not edit\n");
        foreach (var state in plan.States)
        {
            var tasks = string.Concat(plan.Tasks.Where(t => t.Opens == state.Id).Select(t => $"<br/>{t.Owner}: {Escaped(t.Id)}"));
            Line(chart, $"{Name(state.Id)}{(state.IsEnd ? "([" : "[")}\"{Escaped(state.Title)}{tasks}\"{(state.IsEnd ? "])" : "]")}");
        }
        foreach (var state in plan.States)
            foreach (var next in state.Next.Select(plan.State).OfType<StatePlan>())
            {
                var needs = next.Requires.Concat(next.Reason ? ["a reason"] : []).ToArray();
                Line(chart, $"{Name(state.Id)} -->{(needs.Length == 0 ? "" : $"|\"needs {Escaped(string.Join(", ", needs))}\"|")} {Name(next.Id)}");
            }
        Mark(chart, walkedStates ?? [], plan.States.Select(s => s.Id));
        return chart.ToString();
    }

    private static string Node(Step step) => step switch
    {
        SayStep say => $"[\"{Short(say.Text)}\"]",
        AskStep ask => $"{{\"{Short(ask.Text)}\"}}",
        FormStep form => $"[/\"card: {form.Form}\"/]",
        AlertStep alert => $"[\"{Ladder(alert)}\"]:::alert",
        HandoffStep handoff => $"[[\"hand over to {handoff.Role}\"]]",
        DoStep task => $"[[\"{task.Role}, within {Words(task.Due)}:<br/>{Short(task.Text)}\"]]",
        WaitStep wait => $"((\"wait {Words(wait.For)}\"))",
        CallStep call => $"{{{{\"run {call.Protocol}\"}}}}",
        EndStep end => $"([\"end: {end.Outcome}\"])",
        _ => throw new ArgumentOutOfRangeException(nameof(step), step.Verb, "A verb the chart does not know."),
    };

    private static string Ladder(AlertStep alert) =>
        $"{alert.Severity.ToString().ToLowerInvariant()} case<br/>tell {alert.Role}, {Words(alert.Acknowledge)} to answer{string.Concat(alert.Escalate.Select(r => $"<br/>then {r.To}"))}";

    private static string Arrow(Way way) => way.Kind switch
    {
        WayKind.Silent => $"-.->|\"no reply for {Words(way.From.Silence!.After)}\"|",
        WayKind.SilentAtMost => string.Create(CultureInfo.InvariantCulture, $"-.->|\"no reply for {Words(way.From.Silence!.After)}, up to {way.From.Silence.AtMost} times\"|"),
        WayKind.SilentThen => "-.->|\"still no reply\"|",
        _ when way.From.Next.Count == 1 => "-->",
        _ => $"-->|\"{(way.When is null ? "otherwise" : Escaped(way.When.ToString()!))}\"|",
    };

    private static string Words(Span span) => span is { Calendar: WorkCalendar.SchoolHours, Unit: SpanUnit.Minutes } ? $"{span} in school hours" : span.ToString();

    private static void Mark(StringBuilder chart, IEnumerable<string> walked, IEnumerable<string> all)
    {
        var marked = all.Intersect(walked, StringComparer.Ordinal).Select(Name).ToArray();
        if (marked.Length == 0)
            return;
        Line(chart, "classDef walked fill:#d7f0dd,stroke:#1b7f3b,color:#000");
        Line(chart, $"class {string.Join(',', marked)} walked");
    }

    private static void Line(StringBuilder chart, string line) => chart.Append("  ").Append(line).Append('\n');

    private static string Name(string id)
    {
        var name = id.Replace('-', '_');
        return Reserved.Contains(name) ? name + "_" : name;
    }

    private static string Short(string text)
    {
        var line = text.ReplaceLineEndings(" ").Trim();
        return Escaped(line.Length <= LongestLabel ? line : line[..(LongestLabel - 1)].TrimEnd() + "…");
    }

    private static string Escaped(string text) =>
        text.Replace("#", "#35;", StringComparison.Ordinal).Replace("\"", "#quot;", StringComparison.Ordinal)
            .Replace("<", "#lt;", StringComparison.Ordinal).Replace(">", "#gt;", StringComparison.Ordinal).Replace("`", "#96;", StringComparison.Ordinal);
}
