using System.Net;
using System.Text.Json;
using SupportBot.Cases;

namespace SupportBot.Console.Tests;

public class InboxTests
{
    private static async Task<(ConsoleHost Host, Case Case, Visitor Maya)> AlertedAsync(int climbs = 0)
    {
        var host = new ConsoleHost();
        var step = host.Alerted(host.Opened("K7M-2QD", severity: Severity.Urgent), ["counselor", "principal"], climbs);
        var @case = host.Book.Put(step);
        host.Book.Deliver("maya-okafor", @case, "a1", host.Clock.GetUtcNow());
        return (host, @case, await host.SignInAsync("maya-okafor"));
    }

    [Fact]
    public async Task An_alert_is_an_article_with_buttons_and_the_same_as_a_card()
    {
        var (host, _, maya) = await AlertedAsync();
        await using var _1 = host;
        var article = (await maya.GetAsync("/console")).Page.QuerySelectorAll("article").Single();
        Assert.Contains("Urgent alert: case K7M-2QD", article.QuerySelector("h2")!.TextContent);
        Assert.Contains("Riverbend High School", article.QuerySelector("dl")!.TextContent);
        Assert.Equal("Acknowledge", article.QuerySelector("form[method=post] button")!.TextContent);
        Assert.Equal("/console/cases/K7M-2QD", article.QuerySelector("a.button")!.GetAttribute("href"));
        using var card = JsonDocument.Parse(article.GetAttribute("data-card")!);
        Assert.Equal("AdaptiveCard", card.RootElement.GetProperty("type").GetString());
        Assert.Contains("\"case.acknowledge\"", card.RootElement.GetRawText());
    }

    [Fact]
    public async Task Without_scripts_the_button_of_the_article_takes_the_case()
    {
        var (host, @case, maya) = await AlertedAsync();
        await using var _1 = host;
        var form = (await maya.GetAsync("/console")).Page.QuerySelector("article form")!;
        var fields = form.QuerySelectorAll("input").Select(i => (i.GetAttribute("name")!, i.GetAttribute("value")!));
        Assert.Equal(HttpStatusCode.Redirect, (await maya.PostBareAsync(form.GetAttribute("action")!, fields)).Status);
        Assert.Equal("maya-okafor", host.Book.Get(@case.Id).Owner);

        var after = await maya.GetAsync("/console");
        Assert.Contains("Taken: case K7M-2QD", after.Text);
        Assert.Empty(after.Page.QuerySelectorAll("article form"));
        Assert.DoesNotContain("case.acknowledge", after.Body);
    }

    [Fact]
    public async Task An_alert_told_twice_to_one_person_is_one_article()
    {
        var (host, @case, maya) = await AlertedAsync(climbs: 2);
        await using var _1 = host;
        host.Book.Deliver("maya-okafor", @case, "a1", host.Clock.GetUtcNow().AddMinutes(1));
        Assert.Single((await maya.GetAsync("/console")).Page.QuerySelectorAll("article"));
    }

    [Theory]
    [InlineData(1, false)]
    [InlineData(2, true)]
    public async Task A_ladder_that_nobody_answered_turns_the_page_red_in_words_too(int climbs, bool red)
    {
        var (host, _, maya) = await AlertedAsync(climbs);
        await using var _1 = host;
        var page = await maya.GetAsync("/console/inbox/alerts");
        Assert.Equal(red, page.Text.Contains("Nobody has answered", StringComparison.Ordinal));
        Assert.Equal(red ? 1 : 0, page.Page.QuerySelectorAll(".banner.bad").Length);
    }

    [Fact]
    public async Task The_signature_changes_with_the_alert_and_not_with_time()
    {
        var (host, _, maya) = await AlertedAsync();
        await using var _1 = host;
        async Task<string?> SignatureAsync() => (await maya.GetAsync("/console/inbox/alerts")).Page.QuerySelector("[data-signature]")!.GetAttribute("data-signature");
        var before = await SignatureAsync();
        host.Clock.Advance(TimeSpan.FromMinutes(3));
        Assert.Equal(before, await SignatureAsync());
        await maya.PostAsync("/console/cases/K7M-2QD/acknowledge", [("alert", "a1")]);
        Assert.NotEqual(before, await SignatureAsync());
    }

    [Fact]
    public async Task The_list_filters_by_school_severity_and_owner()
    {
        await using var host = new ConsoleHost();
        host.Book.Put(host.Opened("AAA-AAA"));
        host.Book.Put(host.Opened("BBB-BBB", severity: Severity.Critical));
        host.Book.Put(host.Opened("CCC-CCC", "heron-middle"));
        host.Book.Put(new CaseStep(host.Opened("DDD-DDD").Case with { Owner = "rosa-jimenez" }));
        var rosa = await host.SignInAsync("rosa-jimenez");
        async Task<string[]> ListedAsync(string query) => [.. (await rosa.GetAsync($"/console/cases?{query}")).Page.QuerySelectorAll("table a").Select(a => a.TextContent)];

        Assert.Equal("BBB-BBB", (await ListedAsync(""))[0]);
        Assert.Equal(4, (await ListedAsync("school=&kind=&state=&severity=&whose=")).Length);
        Assert.Equal(["CCC-CCC"], await ListedAsync("school=heron-middle"));
        Assert.Equal(["BBB-BBB"], await ListedAsync("severity=critical"));
        Assert.Equal(["DDD-DDD"], await ListedAsync("whose=mine"));
        Assert.DoesNotContain("DDD-DDD", await ListedAsync("whose=nobody"));
        Assert.Empty(await ListedAsync("state=closed"));
    }

    [Fact]
    public async Task Walked_steps_are_marked_for_whoever_may_see_the_case()
    {
        await using var host = new ConsoleHost();
        host.Book.Put(host.Opened("K7M-2QD"));
        var maya = await host.SignInAsync("maya-okafor");
        var walked = (await maya.GetAsync("/console/protocols/bullying-report/1?case=K7M-2QD")).Page.QuerySelectorAll(".steps .walked .step-id").Select(s => s.TextContent);
        Assert.Equal(["show-help", "ask-danger"], walked);
        Assert.Contains("class show_help,ask_danger walked", (await maya.GetAsync("/console/protocols/bullying-report/1/drawing?case=K7M-2QD")).Page.QuerySelector("#chart")!.TextContent);
        Assert.Empty((await maya.GetAsync("/console/protocols/bullying-report/1")).Page.QuerySelectorAll(".steps .walked"));
    }

    [Fact]
    public async Task A_review_that_is_overdue_is_said()
    {
        await using var host = new ConsoleHost();
        var maya = await host.SignInAsync("maya-okafor");
        Assert.DoesNotContain("Review overdue", (await maya.GetAsync("/console/protocols/bullying-report/2")).Text);
        host.Clock.SetUtcNow(new DateTimeOffset(2027, 8, 22, 0, 0, 0, TimeSpan.Zero));
        maya = await host.SignInAsync("maya-okafor");
        Assert.Contains("Review overdue", (await maya.GetAsync("/console/protocols/bullying-report/2")).Text);
    }

    [Fact]
    public async Task A_page_that_fails_says_so_and_logs_no_word()
    {
        var (host, _, maya) = await AlertedAsync();
        await using var _1 = host;
        await maya.GetAsync("/console/cases");
        host.Book.BeforeCommit = () => throw new InvalidOperationException("quotes zebra-canary");
        var answer = await maya.PostAsync("/console/cases/K7M-2QD/note", [("text", "zebra-canary")]);
        Assert.Equal(HttpStatusCode.InternalServerError, answer.Status);
        Assert.Contains("may not be saved", answer.Text);
        Assert.Equal("no-store", answer.Headers["Cache-Control"]);
        Assert.DoesNotContain("zebra-canary", answer.Body);
        Assert.DoesNotContain("zebra-canary", host.Logged.Text);
    }
}
