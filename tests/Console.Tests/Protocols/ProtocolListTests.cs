using System.Net;
using AngleSharp.Dom;
using SupportBot.Protocols;

namespace SupportBot.Console.Tests;

public class ProtocolListTests
{
    private static string Words(IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string Fact(IElement pair) => string.Join(' ', pair.Children.Select(Words));

    private static async Task<IElement> TileAsync(ConsoleHost host, string protocol, string person = "maya-okafor") =>
        (await (await host.SignInAsync(person)).GetAsync("/console/protocols")).Page.QuerySelector($"#protocol-{protocol}")!.Closest("li")!;

    [Fact]
    public async Task Every_member_of_staff_sees_every_protocol_and_may_try_it()
    {
        await using var host = new ConsoleHost();
        foreach (var person in Demo.District.People)
        {
            var visitor = await host.SignInAsync(person.Id);
            foreach (var path in new[] { "", "/suicide-risk/1", "/suicide-risk/versions", "/suicide-risk/1/try" })
                Assert.Equal((person.Id, path, HttpStatusCode.OK), (person.Id, path, (await visitor.GetAsync($"/console/protocols{path}")).Status));
        }

        Assert.Equal(HttpStatusCode.Redirect, (await host.Visit().GetAsync("/console/protocols/suicide-risk/1/try")).Status);
    }

    [Fact]
    public async Task Versions_of_one_protocol_stand_together_the_newest_first_and_the_others_behind_a_disclosure()
    {
        await using var host = Versions.Host();
        var tile = await TileAsync(host, "small");
        Assert.Equal("/console/protocols/small/3", tile.QuerySelector("h2 a")!.GetAttribute("href"));
        Assert.Contains("Draft: not in use", Words(tile.QuerySelector("p")!));
        var others = tile.QuerySelector("details")!;
        Assert.Equal("2 other versions", Words(others.QuerySelector("summary")!));
        Assert.Equal(["Version 2 In use", "Version 1 Retired"], others.QuerySelectorAll("li").Select(Words));
    }

    [Fact]
    public async Task A_protocol_says_its_owner_its_review_who_may_start_it_and_whether_it_opens_a_case()
    {
        await using var host = Versions.Host(("protocols/small/4.yaml", Versions.Third.Replace("version: 3\nreplaces: 2", "version: 4\nmay-start: [counselor, principal]\nanonymous: never", StringComparison.Ordinal)));
        var facts = (await TileAsync(host, "small")).QuerySelectorAll("dl > div").Select(Fact).ToList();
        Assert.Contains("Owner Title IX Coordinator", facts);
        Assert.Contains("Review due Thu, Dec 31, 2026", facts);
        Assert.Contains("May start it School counselor, Principal", facts);
        Assert.Contains("Case Opens no case of its own", facts);
        var bullying = (await TileAsync(host, "bullying-report")).QuerySelectorAll("dl > div").Select(Fact);
        Assert.Contains("May start it Everybody, also without a name", bullying);
        Assert.Contains(bullying, f => f.StartsWith("Case Opens a case:", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_nobody_has_approved_says_so_wherever_its_approval_stands_and_a_districts_own_approval_shows()
    {
        await using var host = Versions.Host(("protocols/small/4.yaml", Versions.Third.Replace("version: 3\nreplaces: 2", "version: 4", StringComparison.Ordinal).Replace("approved: { on: \"2025-12-20\", by: principal }", "approved: none", StringComparison.Ordinal)));
        const string waits = "Not approved yet: district default, awaiting the title ix coordinator";
        Assert.Contains($"Approval {waits}", (await TileAsync(host, "small")).QuerySelectorAll("dl > div").Select(Fact), StringComparer.OrdinalIgnoreCase);
        var maya = await host.SignInAsync("maya-okafor");
        Assert.Contains($"Approval {waits}", (await maya.GetAsync("/console/protocols/small/4")).Page.QuerySelectorAll("dl.facts > div").Select(Fact), StringComparer.OrdinalIgnoreCase);
        Assert.Contains("Approval Approved on Sat, Dec 20, 2025, by the principal", (await maya.GetAsync("/console/protocols/small/3")).Page.QuerySelectorAll("dl.facts > div").Select(Fact));
        var history = (await maya.GetAsync("/console/protocols/small/versions")).Page.QuerySelectorAll("[aria-labelledby=history] li").Select(Words).ToList();
        Assert.Contains(waits, history[0], StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Approved on Sat, Dec 20, 2025, by the principal", history[1]);
        Assert.Contains("Approval Not approved yet: district default, awaiting the safeguarding lead", (await maya.GetAsync("/console/protocols/suicide-protocol/1")).Page.QuerySelectorAll("dl.facts > div").Select(Fact));
    }

    [Fact]
    public async Task Each_language_says_how_far_it_reaches_and_whether_a_human_has_reviewed_it()
    {
        const string spanish = "protocol: small@3\nlanguage: es\ntext: { title: \"Charla\" }\n";
        await using var host = Versions.Host(("protocols/small/3.es.yaml", spanish));
        Assert.Equal(["English: written in it", "Spanish: 1 of 2 texts missing; no human has reviewed this"], (await TileAsync(host, "small")).QuerySelectorAll(".languages li").Select(Words));

        await using var whole = Versions.Host(("protocols/small/3.es.yaml", "protocol: small@3\nlanguage: es\napproved: { on: \"2026-01-01\", by: translation-lead }\ntext: { title: \"Charla\", hello.say: \"Hola.\" }\n"));
        Assert.Equal("Spanish: complete", Words((await TileAsync(whole, "small")).QuerySelector(".languages li:last-child")!));

        await using var none = Versions.Host();
        Assert.Equal("Spanish: no translation", Words((await TileAsync(none, "small")).QuerySelector(".languages li:last-child")!));
    }

    [Fact]
    public async Task A_recalled_version_says_so_in_the_list_and_in_the_history()
    {
        await using var host = Versions.Host(new RecalledVersion(new ProtocolKey("small", 2), new DateOnly(2026, 11, 1), "safeguarding-lead", "It frightened people."));
        Assert.Contains("Recalled", Words((await TileAsync(host, "small")).QuerySelector("p")!));
        Assert.Contains("Recalled on Sun, Nov 1, 2026 by the safeguarding lead: It frightened people.", Words((await (await host.SignInAsync("maya-okafor")).GetAsync("/console/protocols/small/versions")).Page.QuerySelector("[aria-labelledby=history]")!));
    }

    [Fact]
    public async Task The_versions_page_says_in_words_what_changed()
    {
        await using var host = Versions.Host();
        var maya = await host.SignInAsync("maya-okafor");
        var page = (await maya.GetAsync("/console/protocols/small/versions?from=1&to=2")).Page;
        var items = page.QuerySelectorAll(".differences > li").ToList();
        Assert.Equal(2, items.Count);
        Assert.StartsWith("What step hello says was reworded.", Words(items[0]), StringComparison.Ordinal);
        Assert.Equal("Hello.", items[0].QuerySelector("del")!.TextContent);
        Assert.Equal("Hello <b>there</b>.", items[0].QuerySelector("ins")!.TextContent);
        Assert.Equal("The time to answer the alert in step help is now 2 hours; before: 1 hour.", Words(items[1]));

        Assert.Contains("Nothing that people read or do has changed.", (await maya.GetAsync("/console/protocols/small/versions")).Text);
        Assert.Contains("From version 1 to version 2", (await maya.GetAsync("/console/protocols/small/versions?from=2&to=1")).Text);
        Assert.Contains("From version 2 to version 3", (await maya.GetAsync("/console/protocols/small/versions?from=x&to=99999999999")).Text);
        Assert.Contains("There is one version only", (await maya.GetAsync("/console/protocols/suicide-risk/versions")).Text);
        Assert.Equal(HttpStatusCode.NotFound, (await maya.GetAsync("/console/protocols/nothing/versions")).Status);
    }
}
