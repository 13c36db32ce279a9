namespace SupportBot.Protocols.Tests;

public class ChartTests
{
    private static readonly Protocol All = Samples.Of("""
          - id: end
            say: "He said \"no\" <b>twice</b>, and then a lot more than fits"
          - id: card-one
            form: card
            fields: { what: { type: text, label: "What?" } }
            timeout: { after: 15 minutes, calendar: school-hours, go: help }
          - id: task
            do: "Stay with the student"
            role: counselor
            due: 10 minutes
          - id: other
            call: suicide-risk
          - id: later
            wait: 2 weeks

        """ + Samples.Help);

    [Theory]
    [InlineData("  end_[\"He said #quot;no#quot; #lt;b#gt;twice#lt;/b#gt;, and then a lot mor…\"]\n")]
    [InlineData("  card_one[/\"card: card\"/]\n")]
    [InlineData("  card_one -.->|\"no reply for 15 minutes in school hours\"| help\n")]
    [InlineData("  task[[\"counselor, within 10 minutes:<br/>Stay with the student\"]]\n")]
    [InlineData("  other{{\"run suicide-risk\"}}\n")]
    [InlineData("  later((\"wait 2 weeks\"))\n")]
    [InlineData("  help[\"standard case<br/>tell counselor, 1 hour to answer<br/>then principal\"]:::alert\n")]
    [InlineData("  over([\"end: reported\"])\n")]
    public void Every_verb_has_its_shape_and_words_are_escaped(string line) => Assert.Contains(line, FlowChart.Mermaid(All));

    [Fact]
    public void Walked_steps_are_marked_and_unknown_ones_are_not()
    {
        Assert.EndsWith("  classDef walked fill:#d7f0dd,stroke:#1b7f3b,color:#000\n  class end_,help walked\n", FlowChart.Mermaid(All, ["help", "end", "gone"]));
        Assert.DoesNotContain("walked", FlowChart.Mermaid(All));
    }
}
