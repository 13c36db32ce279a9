using SupportBot.Yaml;

namespace SupportBot.Protocols.Tests;

/// <summary>The two examples of the design, and small protocols written in a test.</summary>
internal static class Samples
{
    public static readonly DateOnly Today = new(2026, 10, 1);

    public static References References { get; } = new()
    {
        Roles = new HashSet<string> { "counselor", "duty-counselor", "principal", "safeguarding-lead", "translation-lead", "administrator" },
        OutOfHoursRoles = new HashSet<string> { "duty-counselor", "principal", "safeguarding-lead" },
        Resources = new HashSet<string> { "crisis-lines" },
        ResourceTopics = new HashSet<string> { "bullying" },
        Cards = new Dictionary<string, IReadOnlyList<string>> { ["new-case"] = ["kind", "school"], ["urgent-case"] = ["severity", "number"], ["gossip"] = ["what-was-said"] },
        Signals = new HashSet<string> { "self-harm" },
        Protocols = new HashSet<string>(),
    };

    public static Dictionary<string, string> Examples() => Repository.Files("tests/Protocols.Tests/Examples", "protocols/");

    public static Protocol SuicideRisk { get; } = Example("suicide-risk/1.yaml");

    public static Protocol Bullying { get; } = Example("bullying-report/2.yaml");

    public static Protocol Example(string name) => Read(Examples()["protocols/" + name], name);

    /// <summary>Reads steps under a plain header. The header takes 14 lines, so the first line of the steps is line 15.</summary>
    public static Protocol Of(string steps, string header = "") => Read(Text(steps, header));

    public static Protocol Read(string yaml, string name = "small/1.yaml")
    {
        var (protocol, faults) = ProtocolReader.Read(name, yaml);
        Assert.Empty(faults);
        return protocol!;
    }

    /// <param name="header">lines that replace header lines of the same key; new keys go to the end of the header line <c>owner</c></param>
    public static string Text(string steps, string header = "")
    {
        var lines = new List<string>
        {
            "format: 1", "id: small", "version: 1", "title: \"Small\"", "status: draft", "effective: { from: \"2026-09-01\" }",
            "approved: { on: \"2026-08-20\", by: principal }", "review: { last: \"2026-08-20\", due: \"2027-08-20\" }", "owner: principal",
            "starts-on: [\"menu:small\"]", "severity: standard", "language: en", "fallback: help", "steps:",
        };
        foreach (var line in header.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var at = lines.FindIndex(l => l.Split(':')[0] == line.Split(':')[0]);
            lines[at] = line;
        }
        return string.Join('\n', lines) + "\n" + steps;
    }

    /// <summary>Steps that make a fallback: an alert and an end.</summary>
    public const string Help = """
          - id: help
            alert: counselor
            severity: standard
            card: new-case
            acknowledge: 1 hour
            escalate: [{ to: principal }]
          - id: over
            end: reported

        """;

    public static IReadOnlyList<Fault> Faults(string yaml, string name = "small/1.yaml")
    {
        var (protocol, faults) = ProtocolReader.Read(name, yaml);
        return protocol is null ? faults : [.. faults, .. ProtocolChecks.Check(protocol, References)];
    }
}
