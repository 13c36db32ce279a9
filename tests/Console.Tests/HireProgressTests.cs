using System.Net;
using System.Text.RegularExpressions;

namespace SupportBot.Console.Tests;

/// <summary>How new hires get on: who sees whom, and by which numbers.</summary>
public sealed partial class HireProgressTests
{
    private const string Address = "/console/training/new-hires";

    private const string List = "employee id,name,mail,role,school,first day,supervisor mail\n"
        + "E-100,Maya Okafor,maya.okafor@example.org,counselor,Riverbend High School,2026-11-02,ruth.abrams@example.org\n"
        + "E-101,Ana Lopez,ana.lopez@example.org,nurse,Heron Middle School,11/16/2026,\n"
        + "E-102,Ben Ochoa,ben.ochoa@example.org,nurse,district,17-Aug-2026,\n";

    private static string Plain(string text) => Spaces().Replace(text, " ").Trim();

    private static IEnumerable<string> Rows(Answer answer, string table) => answer.Page.QuerySelectorAll($"[data-{table}] tbody tr").Select(r => Plain(r.TextContent));

    private static async Task<ConsoleHost> WithHiresAsync()
    {
        var host = new ConsoleHost();
        host.Transcripts.Done("maya-okafor", "nho-safe", new DateOnly(2026, 11, 3), DateOnly.MaxValue);
        await (await host.SignInAsync("naomi-fisher")).PostAsync("/console/training/hires/import", [("csv", List)]);
        return host;
    }

    [Fact]
    public async Task Human_resources_see_all_step_by_step_and_site_by_site()
    {
        await using var host = await WithHiresAsync();
        var page = await (await host.SignInAsync("naomi-fisher")).GetAsync(Address);
        Assert.Equal(["3", "0"], page.Page.QuerySelectorAll("[data-progress] dd").Take(2).Select(d => d.TextContent));
        Assert.Contains("1 of 3", Rows(page, "series='new-hire-orientation'").First());
        Assert.Equal(4, Rows(page, "series='new-hire-equity'").Count());
        Assert.Equal(["Heron Middle School", "Riverbend High School", "Whole district"], page.Page.QuerySelectorAll("[data-sites] tbody td.first").Select(d => d.TextContent));
        Assert.Contains(Rows(page, "late"), r => r.StartsWith("Ben OchoaWhole district", StringComparison.Ordinal));
        Assert.NotNull(page.Page.QuerySelector("nav a[href='/console/training/new-hires'][aria-current=page]"));
    }

    [Theory]
    [InlineData("thomas-lindqvist", "Riverbend High School")]
    [InlineData("aisha-karim", "Heron Middle School")]
    [InlineData("ruth-abrams", "Riverbend High School")]
    public async Task Principals_see_their_school_and_supervisors_their_own_people(string person, string school)
    {
        await using var host = await WithHiresAsync();
        var page = await (await host.SignInAsync(person)).GetAsync(Address);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal([school], page.Page.QuerySelectorAll("[data-sites] tbody td.first").Select(d => d.TextContent));
        Assert.DoesNotContain("Ochoa", page.Text);
        Assert.Null(page.Page.QuerySelector("main a[href='/console/training/hires']"));
    }

    [Fact]
    public async Task What_is_waived_stands_there_for_whoever_may_see_the_person_and_is_no_longer_late()
    {
        await using var host = await WithHiresAsync();
        host.Clock.Advance(TimeSpan.FromDays(40));
        var hr = await host.SignInAsync("naomi-fisher");
        var late = Assert.Single(Rows(await hr.GetAsync(Address), "late"), r => r.StartsWith("Maya Okafor", StringComparison.Ordinal));
        Assert.Contains("NHO-CORE", late, StringComparison.Ordinal);
        host.Transcripts.Waived("maya-okafor", "nho-core", new DateOnly(2026, 12, 1), new DateOnly(2027, 1, 31));
        Assert.DoesNotContain(Rows(await hr.GetAsync(Address), "late"), r => r.StartsWith("Maya Okafor", StringComparison.Ordinal) && r.Contains("NHO-CORE", StringComparison.Ordinal));
        foreach (var person in new[] { "naomi-fisher", "thomas-lindqvist", "ruth-abrams" })
            Assert.StartsWith("Maya OkaforNHO-CORE", Assert.Single(Rows(await (await host.SignInAsync(person)).GetAsync(Address), "waived")), StringComparison.Ordinal);
        Assert.Empty(Rows(await (await host.SignInAsync("aisha-karim")).GetAsync(Address), "waived"));
        Assert.Contains("Waived until", (await hr.GetAsync("/console/training/hires")).Text);
        host.Clock.Advance(TimeSpan.FromDays(60));
        Assert.Empty(Rows(await (await host.SignInAsync("naomi-fisher")).GetAsync(Address), "waived"));
    }

    [Fact]
    public async Task For_everybody_else_the_page_does_not_exist()
    {
        await using var host = await WithHiresAsync();
        foreach (var person in new[] { "linh-tran", "maya-okafor" }) Assert.Equal(HttpStatusCode.NotFound, (await (await host.SignInAsync(person)).GetAsync(Address)).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await host.Visit().GetAsync(Address)).Status);
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
