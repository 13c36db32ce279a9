using System.Net;
using Microsoft.Extensions.DependencyInjection;

namespace SupportBot.Console.Tests;

public class ReachTests
{
    private sealed class Known(params Unreachable[] people) : IReachBook
    {
        public Task<IReadOnlyList<Unreachable>> UnreachableAsync(CancellationToken cancel) => Task.FromResult<IReadOnlyList<Unreachable>>(people);
    }

    private sealed class Status(params ServiceState[] services) : IServiceStatus
    {
        public IReadOnlyList<ServiceState> Services => services;
    }

    private static readonly DateTimeOffset Since = new(2026, 11, 23, 18, 2, 0, TimeSpan.Zero);

    // Thomas Lindqvist is principal of Riverbend High School alone.
    private static ConsoleHost Host() => new(services: s => s
        .AddSingleton<IReachBook>(new Known(new("maya-okafor", ServiceNames.Teams, "not-installed", Since), new("thomas-lindqvist", ServiceNames.Mail, "no-mailbox", Since)))
        .AddSingleton<IServiceStatus>(new Status(new(ServiceNames.Teams, false, Since, "503"), new(ServiceNames.Mail, true, null, null))));

    [Fact]
    public async Task Only_those_who_answer_for_it_see_who_cannot_be_reached()
    {
        await using var host = Host();
        string[] may = ["carmen-delgado", "aisha-karim", "thomas-lindqvist", "ruth-abrams", "jun-watanabe", "marcus-bell", "rosa-jimenez", "william-hart", "omar-haddad"];
        foreach (var person in Demo.District.People.Select(p => p.Id))
        {
            var visitor = await host.SignInAsync(person);
            var page = await visitor.GetAsync("/console/reach");
            Assert.Equal((person, may.Contains(person) ? HttpStatusCode.OK : HttpStatusCode.NotFound), (person, page.Status));
            foreach (var path in new[] { "/console", "/console/cases", "/console/inbox/alerts" })
                Assert.Equal((person, may.Contains(person)), (person, (await visitor.GetAsync(path)).Text.Contains("cannot be reached", StringComparison.Ordinal)));
            Assert.Equal(may.Contains(person), (await visitor.GetAsync("/console")).Page.QuerySelector("nav a[href='/console/reach']") is not null);
        }
    }

    [Fact]
    public async Task A_principal_sees_the_people_of_the_own_school_and_the_district_sees_all()
    {
        await using var host = Host();
        Assert.Contains("Thomas Lindqvist", (await (await host.SignInAsync("rosa-jimenez")).GetAsync("/console/reach")).Page.QuerySelector(".tiles")!.TextContent);
        var principal = (await (await host.SignInAsync("aisha-karim")).GetAsync("/console/reach")).Page.QuerySelector(".tiles")!.TextContent;
        Assert.Contains("Maya Okafor", principal);
        Assert.Contains("The app is not installed for them.", principal);
        Assert.DoesNotContain("Thomas Lindqvist", principal);
    }

    [Fact]
    public async Task Everybody_is_told_that_a_service_is_down_and_since_when()
    {
        await using var host = Host();
        foreach (var path in new[] { "/console", "/console/cases" })
            Assert.Contains("Teams messages are late since 10:02\u202FAM. Alerts still show here.".Replace('\u202F', ' '), (await (await host.SignInAsync("maya-okafor")).GetAsync(path)).Text.Replace('\u202F', ' '));
        await using var well = new ConsoleHost();
        Assert.DoesNotContain("late", (await (await well.SignInAsync("maya-okafor")).GetAsync("/console")).Text);
    }
}
