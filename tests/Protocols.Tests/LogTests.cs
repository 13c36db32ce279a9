namespace SupportBot.Protocols.Tests;

/// <summary>A task that enters the public log.</summary>
public class LogTests
{
    private const string Case = """
        case:
          kind: small
          title: "Small case"
          sees: [counselor]
          states: [submitted, closed]
          tasks:
            - id: row
              title: "Row of the log"
              owner: administrator
              opens: submitted
              log: public
              form:
                reported-on: { type: date, label: "Day" }
                kind: { type: choice, label: "Kind", required: true, choices: { other: "Other" } }
                grades: { type: choice, label: "Grades", required: true, choices: { middle: "Middle" } }
                basis: { type: choice, label: "Group", required: true, choices: { no-group: "No" } }
                outcome: { type: choice, label: "Outcome", required: true, choices: { settled: "Settled" } }
                action: { type: choice, label: "Done", required: true, choices: { nothing: "Nothing" } }
                row: { type: choice, label: "Entered?", required: true, choices: { entered: "Yes", held-back: "No" } }
          public-log:
            - { in: OR, asks: nobody, source: "none found", status: verify }
            - { in: CA, asks: law, source: "code", status: found }
          outcomes: { helped: "Helped" }
        """;

    private static string Text(string plan) => Samples.Text(Samples.Help + plan + "\n").Replace("\nsteps:", "\njurisdictions: [OR, CA]\nsteps:", StringComparison.Ordinal);

    private static IReadOnlyList<Yaml.Fault> Faults(string plan) => Samples.Faults(Text(plan));

    [Fact]
    public void With_its_columns_and_who_asks_for_it_it_is_sound()
    {
        Assert.Equal("", string.Join('\n', Faults(Case)));
        var plan = Samples.Read(Text(Case)).Case!;
        Assert.True(plan.Task("row")!.IsLog);
        Assert.Equal([("OR", Cases.LogAsked.Nobody, "verify"), ("CA", Cases.LogAsked.Law, "found")], plan.PublicLog.Select(d => (d.In, d.Asked, d.Source.Status)));
    }

    [Theory]
    [InlineData("        basis:", "        base:", "has no required choice basis")]
    [InlineData("label: \"Kind\", required: true", "label: \"Kind\"", "has no required choice kind")]
    [InlineData(", held-back: \"No\"", ", no-log: \"No\"", "its row cannot be held-back")]
    [InlineData("reported-on: { type: date, label: \"Day\" }", "why: { type: text, label: \"Why?\" }", "asks for words in why")]
    [InlineData("    - { in: OR, asks: nobody, source: \"none found\", status: verify }\n", "", "public-log says nothing of OR")]
    [InlineData("in: CA", "in: WA", "public-log names WA")]
    [InlineData("      log: public\n", "", "no task enters one")]
    public void What_is_missing_is_a_fault(string from, string to, string what)
    {
        Assert.Contains(from, Case);
        Assert.Contains(Faults(Case.Replace(from, to, StringComparison.Ordinal)), f => f.What.Contains(what, StringComparison.Ordinal));
    }
}
