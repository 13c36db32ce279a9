using System.Net;
using Microsoft.Extensions.DependencyInjection;
using SupportBot.Cases;
using SupportBot.Training;

namespace SupportBot.Console.Tests;

/// <summary>The page of what is overdue shows each person what is theirs to know.</summary>
public sealed class DuesPageTests
{
    private const string Address = "/console/training/overdue";

    private static IEnumerable<string> Groups(Answer answer) => answer.Page.QuerySelectorAll("main h2").Select(h => h.TextContent);

    private static async Task<ConsoleHost> WithALateHireAsync(Catalogue catalogue)
    {
        var host = new ConsoleHost(services: s => s.AddSingleton(new TrainingOffer(catalogue)));
        await host.Hires.BringAsync(
            [new Hire("E-1", "maya-okafor", new DateOnly(2026, 9, 1), new HireDetails(new PersonText("Maya Okafor"), new PersonText("maya.okafor@example.org"), "counselor", "riverbend-high", new PersonText("ruth.abrams@example.org")))],
            (_, _) => new AuditEntry(Guid.Empty, Actor.Program, AuditAction.HiresBrought, "", host.Clock.GetUtcNow()), CancellationToken.None);
        return host;
    }

    [Fact]
    public async Task A_sensitive_title_is_for_the_person_alone()
    {
        var requirement = Demo.Catalogue.Requirements.First(r => r.CourseId == "nho-safe");
        var secret = new Catalogue([.. Demo.Catalogue.Courses.Select(c => c.Id == "nho-safe" ? c with { Sensitive = true } : c)], [requirement], [], [], Demo.Catalogue.Rules);
        await using var host = await WithALateHireAsync(secret);
        var title = secret.Course("nho-safe")!.TitleIn("en");

        var own = await (await host.SignInAsync("maya-okafor")).GetAsync(Address);
        Assert.Equal(["Yours"], Groups(own));
        Assert.Contains(title, own.Text);
        foreach (var (person, group) in new[] { ("ruth-abrams", "Of people whom you supervise"), ("thomas-lindqvist", "At Riverbend High School"), ("naomi-fisher", "In the district") })
        {
            var page = await (await host.SignInAsync(person)).GetAsync(Address);
            Assert.Equal((person, group), (person, Assert.Single(Groups(page))));
            Assert.Contains("Maya Okafor", page.Text);
            Assert.Contains("a required training", page.Text);
            Assert.DoesNotContain(title, page.Body);
        }

        foreach (var person in new[] { "daniel-reyes", "aisha-karim", "william-hart" })
        {
            var page = await (await host.SignInAsync(person)).GetAsync(Address);
            Assert.DoesNotContain("Maya", page.Page.QuerySelector("main")!.TextContent);
            Assert.Contains("Nothing is overdue for you.", page.Text);
        }

        Assert.Contains("1 required training of yours is overdue.", (await (await host.SignInAsync("maya-okafor")).GetAsync("/console")).Text);
        Assert.DoesNotContain("required training", (await (await host.SignInAsync("daniel-reyes")).GetAsync("/console")).Text);
        Assert.Equal(HttpStatusCode.Redirect, (await host.Visit().GetAsync(Address)).Status);
    }
}
