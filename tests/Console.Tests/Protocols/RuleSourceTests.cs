namespace SupportBot.Console.Tests;

/// <summary>On a protocol's page each rule that counts time says where it comes from.</summary>
public sealed class RuleSourceTests
{
    [Fact]
    public async Task The_page_of_a_protocol_shows_source_and_status_beside_each_rule()
    {
        await using var host = new ConsoleHost();
        var page = (await (await host.SignInAsync("maya-okafor")).GetAsync("/console/protocols/bullying-report/2")).Page;
        string Section(string id) => string.Join(' ', page.QuerySelector($"section[aria-labelledby={id}]")!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

        Assert.Matches("Hear the student who was harmed The assistant principal, within 5 working days; 2 school days later the principal is told; .{0,120}Not verified: ask before relying on it B section 5 ", Section("tasks"));
        Assert.Contains("Families told Needs: ", Section("gates"));
        Assert.Contains("District default B section 11: not before the record of the notice to families", Section("gates"));
        Assert.Contains("5 years after it is closed, then a person is asked. District default L section 9", Section("kept"));
        var steps = Section("steps");
        Assert.Contains("District default B section 2 DANGER_NOW: now; the minutes are ours", steps);
        Assert.Contains("District default An open report is dropped after 30 minutes of silence; the time is ours", steps);
        Assert.Equal(0, page.QuerySelectorAll(".tag").Count(t => t.TextContent.Length == 0));
    }
}
