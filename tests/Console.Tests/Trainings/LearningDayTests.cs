using System.Net;

namespace SupportBot.Console.Tests.Trainings;

/// <summary>A Professional Learning Day, strand by strand.</summary>
public sealed class LearningDayTests : IAsyncLifetime
{
    private const string Day = "2027-02-01", Page = $"/console/training/days/{Day}";
    private TrainingHost host = null!;

    public async ValueTask InitializeAsync() => host = await TrainingHost.StartAsync();

    [Fact]
    public async Task Each_strand_has_what_it_chooses_from_in_each_block_with_what_is_held_then()
    {
        var session = await host.HeldAsync(Day, course: "tic-1", time: "09:00");
        var maya = await host.SignInAsync("maya-okafor");
        Assert.Contains(Page, (await maya.GetAsync($"/console/training?on={Day}")).Body, StringComparison.Ordinal);

        var page = await maya.GetAsync(Page);
        // She works at a high school.
        Assert.Equal("Grades 9 to 12", page.Page.QuerySelector("h2#day")!.TextContent);
        Assert.Contains("12:45 PM to 1:15 PM", page.Page.QuerySelector("ol")!.TextContent, StringComparison.Ordinal);
        var block = page.Page.QuerySelectorAll("ol > li").Single(li => li.TextContent.Contains("Long block A", StringComparison.Ordinal));
        Assert.Contains(block.QuerySelectorAll("a"), a => a.GetAttribute("href") == SessionPage.AddressOf(session.Id));
        Assert.Contains("seats free", block.TextContent, StringComparison.Ordinal);
        Assert.Contains("Nobody has scheduled it for this block yet.", block.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Schedule a session", block.TextContent, StringComparison.Ordinal);

        var support = await maya.GetAsync($"{Page}?strand=support-staff");
        Assert.Equal("Support staff", support.Page.QuerySelector("h2#day")!.TextContent);
        Assert.DoesNotContain("/console/training/courses/mtss-1", support.Body, StringComparison.Ordinal);
        Assert.Contains("Schedule a session", (await (await host.SignInAsync(TrainingHost.Facilitator)).GetAsync(Page)).Text);
    }

    [Theory]
    [InlineData("2027-02-02")]
    [InlineData("next-week")]
    public async Task A_day_that_is_none_is_not_there(string day) =>
        Assert.Equal(HttpStatusCode.NotFound, (await (await host.SignInAsync("maya-okafor")).GetAsync($"/console/training/days/{day}")).Status);

    public async ValueTask DisposeAsync() => await host.DisposeAsync();
}
