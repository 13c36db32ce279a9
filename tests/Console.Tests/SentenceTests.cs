using System.Net;

namespace SupportBot.Console.Tests;

public class SentenceTests
{
    [Fact]
    public async Task Shows_what_is_made_of_a_sentence_and_why()
    {
        await using var host = new ConsoleHost();
        var visitor = await host.SignInAsync("maya-okafor");
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/console/sentence")).Status);
        var page = await visitor.PostAsync("/console/sentence", [("sentence", "I want to die <b>& someone is bullying me")]);
        Assert.Contains("about the person who writes", page.Text, StringComparison.Ordinal);
        Assert.Contains("bullying", page.Page.QuerySelector("dl.facts")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("want to die", page.Page.QuerySelector("#made ul")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("I want to die &lt;b&gt;&amp; someone", page.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_about_nothing_is_said_so()
    {
        await using var host = new ConsoleHost();
        var page = await (await host.SignInAsync("maya-okafor")).PostAsync("/console/sentence", [("sentence", "purple elephants dance at noon")]);
        Assert.Contains("No sign of danger", page.Text, StringComparison.Ordinal);
        Assert.Contains("No phrase of any language was found in it.", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_sentence_is_in_no_log_line_and_strangers_see_nothing()
    {
        const string canary = "zebrafinch-4711 wants to die";
        await using var host = new ConsoleHost();
        var visitor = await host.SignInAsync("maya-okafor");
        await visitor.PostAsync("/console/sentence", [("sentence", canary)]);
        Assert.DoesNotContain("zebrafinch", host.Logged.Text, StringComparison.OrdinalIgnoreCase);
        var stranger = await host.Visit().GetAsync("/console/sentence");
        Assert.NotEqual(HttpStatusCode.OK, stranger.Status);
    }
}
