using SupportBot.Cases;

namespace SupportBot.Protocols.Tests;

/// <summary>Where the times of a protocol come from, and whether to rely on them.</summary>
public class SourceTests
{
    private const string Sourced = "source: \"B section 5\", status: verify";

    private const string Steps = """
          - id: q
            ask: "How?"
            answer: how
            choices: { well: "Well", badly: "Badly" }
            timeout: { after: 1 hour, go: help }
          - id: help
            alert: counselor
            severity: standard
            card: new-case
            acknowledge: 1 hour
            escalate: [{ to: principal }]
          - id: later
            wait: 1 day
          - id: act
            do: "Call home"
            role: counselor
            due: 1 hour
          - id: over
            end: done
        case:
          kind: small
          title: "Small case"
          sees: [counselor]
          states:
            - { id: submitted, next: [closed] }
            - { id: closed, end: true, requires: [call] }
          tasks:
            - id: call
              title: "Call home"
              owner: counselor
              opens: submitted
              due: { within: 1 school-day }
          outcomes: { helped: "Helped" }
          keep: { after: closed, for: 5 years, then: ask }
        """;

    private static readonly string Unsourced = Samples.Text(Steps + "\n");

    private static IReadOnlyList<string> Faults(string yaml, CheckDepth depth = CheckDepth.Whole) =>
    [
        .. ContentCheck.Run(new Dictionary<string, string> { ["protocols/small/1.yaml"] = yaml }, Samples.References, depth, randomWalks: 1).Faults
            .Where(f => f.What.Contains("no source", StringComparison.Ordinal)).Select(f => f.ToString()),
    ];

    [Fact]
    public void Every_time_without_a_source_is_refused_at_its_line_with_the_cure()
    {
        var faults = Faults(Unsourced);
        Assert.Equal(
            ["this timeout", "the ladder of this alert", "this wait", "what is due here", "the task call is due and", "how long the case is kept"],
            faults.Select(f => f.Split(": ")[1].Split(" has no source")[0]));
        Assert.All(faults, f => Assert.Contains("status: found, verify or district default", f));
        var lines = Unsourced.Split('\n');
        Assert.Equal(
            [Array.FindIndex(lines, l => l.Contains("timeout:")) + 1, Array.FindIndex(lines, l => l.Contains("keep:")) + 1],
            new[] { faults[0], faults[^1] }.Select(f => int.Parse(f.Split(':')[1].Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void A_process_starts_with_files_from_before_and_reads_them_as_it_did()
    {
        Assert.Empty(Faults(Unsourced, CheckDepth.StartUp));
        var protocol = Samples.Read(Unsourced);
        Assert.All(protocol.Steps, s => Assert.Null(s.Source));
        Assert.Null(protocol.Case!.Keep!.Source);
    }

    [Fact]
    public void Sources_are_data_of_the_rule_they_stand_beside()
    {
        var yaml = Unsourced.Replace("go: help }", $"go: help, {Sourced} }}").Replace("then: ask }", $"then: ask, {Sourced} }}").Replace("requires: [call] }", $"requires: [call], {Sourced} }}")
            .Replace("wait: 1 day", "wait: 1 day\n    source: \"B section 5\"\n    status: verify").Replace("due: 1 hour", "due: 1 hour\n    source: \"B section 5\"\n    status: verify")
            .Replace("acknowledge: 1 hour", "acknowledge: 1 hour\n    source: \"B section 5\"\n    status: verify");
        var protocol = Samples.Read(yaml);
        RuleSource?[] read = [protocol.Steps[0].Silence!.Source, protocol.Steps[1].Source, protocol.Steps[2].Source, protocol.Steps[3].Source, protocol.Case!.Keep!.Source, protocol.Case.State("closed")!.Source];
        Assert.All(read, s => Assert.Equal(new RuleSource("B section 5", "verify"), s));
        // What is pinned holds them too.
        Assert.Equal("verify", ProtocolReader.ReadCanonical(protocol.CanonicalJson).Protocol!.Case!.Keep!.Source!.Status);
        Assert.Equal(["the task call is due and"], Faults(yaml).Select(f => f.Split(": ")[1].Split(" has no source")[0]));
    }

    [Theory]
    [InlineData("source: \"B section 5\"", "status")]
    [InlineData("source: \"B section 5\", status: maybe", "status cannot be \"maybe\"")]
    [InlineData("status: verify", "source")]
    public void Half_a_source_is_a_fault(string half, string what) =>
        Assert.Contains(ProtocolReader.Read("small/1.yaml", Unsourced.Replace("go: help }", $"go: help, {half} }}")).Faults, f => f.What.Contains(what, StringComparison.Ordinal));
}
