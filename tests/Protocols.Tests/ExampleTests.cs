namespace SupportBot.Protocols.Tests;

/// <summary>The two examples of the design, read, checked, told and drawn.</summary>
public class ExampleTests
{
    [Fact]
    public void The_examples_have_no_fault_and_every_arm_is_walked()
    {
        var report = ContentCheck.Run(Samples.Examples(), Samples.References);
        Assert.True(report.Faults.Count == 0, report.ToString());
        Assert.Equal((2, 19, 11, 2000), (report.Protocols.Count, report.Steps, report.Stories, report.RandomWalks));
        Assert.Equal(report.Arms, report.ArmsWalked);
        Assert.True(report.IsGood);
        Assert.StartsWith("2 protocols, 19 steps, 1 translations, 11 stories, ", report.ToString());
    }

    [Fact]
    public void The_chart_of_the_suicide_protocol_is_the_one_in_the_design() =>
        Assert.Equal(Samples.Examples()["protocols/suicide-risk/1.mmd"], FlowChart.Mermaid(Samples.SuicideRisk));
}
