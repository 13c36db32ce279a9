using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using SupportBot.Cases;
using SupportBot.Training;

namespace SupportBot.Console.Tests;

/// <summary>Who stands how with required trainings, in numbers.</summary>
public sealed partial class ComplianceTests
{
    private const string Address = "/console/training/compliance";
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly DateOnly Today = new(2026, 11, 23);

    // Everybody has done everything, without a hire of their own nobody is new.
    private static ConsoleHost AllDone()
    {
        var host = new ConsoleHost();
        foreach (var person in Demo.District.People)
            foreach (var course in Demo.Catalogue.Requirements.Select(r => r.CourseId).Distinct()) host.Transcripts.Done(person.Id, course, new DateOnly(2026, 9, 1), DateOnly.MaxValue);
        return host;
    }

    private static Task<(int Added, int Changed)> Hired(ConsoleHost host, string employee, string? person, DateOnly on, string mail = "x@example.org", string name = "Dot Lee") => host.Hires.BringAsync(
        [new Hire(employee, person, on, new HireDetails(new PersonText(name), new PersonText(mail), "nurse", "heron-middle", null))], (_, _) => new AuditEntry(Guid.Empty, Actor.Program, AuditAction.HiresBrought, "", host.Clock.GetUtcNow()), None);

    private static string Plain(string text) => Spaces().Replace(text, " ").Trim();

    private static string Number(AngleSharp.Dom.IElement cell) => Plain(cell.TextContent).Split(' ')[0];

    private static Dictionary<string, string> Table(Answer answer, string by) =>
        answer.Page.QuerySelectorAll($"[data-by={by}] tbody tr").ToDictionary(r => r.QuerySelector("td")!.TextContent, r => Plain(string.Join('|', r.QuerySelectorAll("td").Skip(1).Select(Number))));

    [Fact]
    public async Task Only_human_resources_of_the_district_see_it()
    {
        await using var host = new ConsoleHost();
        foreach (var person in Demo.District.People)
        {
            var visitor = await host.SignInAsync(person.Id);
            var may = person.Id == "naomi-fisher";
            Assert.Equal((person.Id, may ? HttpStatusCode.OK : HttpStatusCode.NotFound), (person.Id, (await visitor.GetAsync(Address)).Status));
            if (!may) Assert.Equal(HttpStatusCode.NotFound, (await visitor.PostAsync($"{Address}/export", [("what", "people")])).Status);
        }

        Assert.Empty(host.Book.Audit);
        Assert.Equal(HttpStatusCode.BadRequest, (await (await host.SignInAsync("naomi-fisher")).PostBareAsync($"{Address}/export", [("what", "people")])).Status);
    }

    [Fact]
    public async Task Everybody_is_counted_once_at_the_worst_there_is_and_in_each_of_their_groups()
    {
        await using var host = AllDone();
        var naomi = await host.SignInAsync("naomi-fisher");
        var people = Demo.District.People.Count;
        Assert.Equal($"{people} people: {people} have met all (100 percent), 0 have time, 0 are overdue, 0 paused.", Plain((await naomi.GetAsync(Address)).Page.QuerySelector("[data-all]")!.TextContent));

        // Two who are not in the directory yet: one began long enough ago to be late, one is on leave; and one who begins next week.
        await Hired(host, "E-1", null, Today.AddDays(-60));
        await Hired(host, "E-2", null, Today.AddDays(-61), "y@example.org");
        await host.Hires.LeaveAsync("E-2", new Leave(Today.AddDays(-30), null), new AuditEntry(Guid.Empty, Actor.Program, AuditAction.LeaveSet, "E-2", host.Clock.GetUtcNow()), None);
        await Hired(host, "E-3", null, Today.AddDays(7), "z@example.org");
        var page = await naomi.GetAsync(Address);
        Assert.Equal($"{people + 3} people: {people} have met all ({people * 100 / (people + 3)} percent), 1 have time, 1 are overdue, 1 paused.", Plain(page.Page.QuerySelector("[data-all]")!.TextContent));
        var heron = Demo.District.People.Count(p => p.Posts.Any(post => post.SchoolId == "heron-middle"));
        Assert.Equal($"{heron + 3}|{heron}|1|1|1", Table(page, "site")["Heron Middle School"]);
        Assert.Equal("4|1|1|1|1", Table(page, "role")["School nurse"]);
        Assert.Equal(["November 2026", "September 2026", "First day not told"], Table(page, "month").Keys);
        Assert.Equal("2|0|0|1|1", Table(page, "month")["September 2026"]);
    }

    [Fact]
    public async Task The_chart_shows_what_the_table_says_and_names_it()
    {
        await using var host = AllDone();
        await Hired(host, "E-1", null, Today.AddDays(-60));
        var page = (await (await host.SignInAsync("naomi-fisher")).GetAsync(Address)).Page;
        foreach (var section in page.QuerySelectorAll("main section"))
        {
            var rows = section.QuerySelectorAll("tbody tr");
            Assert.Equal(rows.Select(r => Plain(r.QuerySelectorAll("td")[1].TextContent)), section.QuerySelectorAll("svg .number").Select(n => n.TextContent));
            Assert.Equal(rows.Sum(r => new[] { 2, 3, 4, 5 }.Count(i => Number(r.QuerySelectorAll("td")[i]) != "0")), section.QuerySelectorAll("svg rect").Length);
            Assert.Contains("table below", section.QuerySelector("svg[role=img]")!.GetAttribute("aria-label"));
        }

        Assert.Empty(page.QuerySelectorAll("[style], style, script:not([src])"));
    }

    [Fact]
    public async Task One_training_alone_and_no_sensitive_one()
    {
        await using var host = AllDone();
        await Hired(host, "E-1", null, Today.AddDays(-60));
        var naomi = await host.SignInAsync("naomi-fisher");
        Assert.Equal("1 person: 0 have met all (0 percent), 0 have time, 1 are overdue, 0 paused.", Plain((await naomi.GetAsync($"{Address}?course=nho-safe")).Page.QuerySelector("[data-all]")!.TextContent));

        // As if a required course were sensitive.
        var requirement = Demo.Catalogue.Requirements.First(r => r.CourseId == "nho-safe");
        var secret = new Catalogue([.. Demo.Catalogue.Courses.Select(c => c.Id == "nho-safe" ? c with { Sensitive = true } : c)], [requirement], Demo.Catalogue.Series, [], Demo.Catalogue.Rules);
        await using var other = new ConsoleHost(services: s => s.AddSingleton(new TrainingOffer(secret)));
        await Hired(other, "E-1", null, Today.AddDays(-60));
        var hr = await other.SignInAsync("naomi-fisher");
        var shown = (await hr.GetAsync($"{Address}?course=nho-safe")).Body + (await hr.GetAsync("/console/training/hires")).Body + (await hr.PostAsync($"{Address}/export", [("what", "people")])).Body;
        Assert.Contains("a required training", shown);
        Assert.DoesNotContain(secret.Course("nho-safe")!.TitleIn("en"), shown);
        Assert.DoesNotContain("NHO-SAFE", shown);
    }

    [Fact]
    public async Task A_table_that_leaves_holds_no_formula_and_is_written_down()
    {
        await using var host = AllDone();
        await Hired(host, "E-1", null, Today.AddDays(-60), "=x@example.org", "=HYPERLINK(\"http://evil.example\",\"Dot\")");
        var naomi = await host.SignInAsync("naomi-fisher");
        var people = await naomi.PostAsync($"{Address}/export", [("what", "people")]);
        Assert.Equal(("text/csv; charset=utf-8", "no-store"), (people.Headers["Content-Type"], people.Headers["Cache-Control"]));
        Assert.Contains("attachment; filename=required-trainings-people-2026-11-23.csv", people.Headers["Content-Disposition"]);
        Assert.Contains("E-1,\"'=HYPERLINK(\"\"http://evil.example\"\",\"\"Dot\"\")\",'=x@example.org,School nurse,Heron Middle School,2026-09-24,0,", people.Body);
        Assert.Matches("(?m)^,Maya Okafor,maya.okafor@example.org,\"School counselor, Duty counselor\",Riverbend High School,,[0-9]+,0,0,0,\r?$", people.Body);
        var groups = await naomi.PostAsync($"{Address}/export", [("what", "groups")]);
        Assert.Contains("first day,September 2026,1,0,0,1,0", groups.Body);
        Assert.Equal([$"people:{Demo.District.People.Count + 1}", "groups"], host.Book.Audit.Where(a => a.Action == AuditAction.ComplianceExported).Select(a => a.Subject));
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
