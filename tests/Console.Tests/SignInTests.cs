using System.Net;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;

namespace SupportBot.Console.Tests;

public class SignInTests
{
    [Fact]
    public async Task Lists_the_demo_people_with_role_and_school()
    {
        await using var host = new ConsoleHost();
        var page = await host.Visit().GetAsync("/console/sign-in");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("Maya Okafor", page.Text);
        Assert.Contains("School counselor (Riverbend High School)", page.Text);
        Assert.Contains("Duty counselor (whole district)", page.Text);
    }

    [Theory]
    [InlineData("Production")]
    [InlineData("Staging")]
    public async Task Is_not_there_outside_Development(string environment)
    {
        await using var host = new ConsoleHost(environment);
        var visitor = host.Visit();
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync("/console/sign-in")).Status);
    }

    [Theory]
    [InlineData("203.0.113.9", null)]
    [InlineData("::ffff:203.0.113.9", null)]
    [InlineData("127.0.0.1", "X-Forwarded-For")]
    [InlineData("127.0.0.1", "Forwarded")]
    [InlineData("127.0.0.1", "X-Real-IP")]
    [InlineData("127.0.0.1", "Via")]
    public async Task Is_not_there_for_anybody_who_does_not_come_from_this_machine(string from, string? header)
    {
        await using var host = new ConsoleHost();
        var near = host.Visit();
        var token = (await near.GetAsync("/console/sign-in")).Page.QuerySelector("input[name=form-token]")!.GetAttribute("value")!;
        near.Sends[ConsoleHost.FromHeader] = from;
        if (header is not null) near.Sends[header] = "for=127.0.0.1";
        Assert.Equal(HttpStatusCode.NotFound, (await near.GetAsync("/console/sign-in")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await near.PostBareAsync("/console/sign-in", [("person", "maya-okafor"), ("form-token", token)])).Status);
        Assert.DoesNotContain("console", near.Cookies.Keys);
    }

    [Fact]
    public async Task Gives_a_cookie_that_no_script_reads_and_no_other_site_sends()
    {
        await using var host = new ConsoleHost();
        var visitor = await host.SignInAsync("maya-okafor");
        var cookie = visitor.CookiesSet.Last(c => c.StartsWith("console=", StringComparison.Ordinal));
        Assert.Contains("path=/console", cookie);
        Assert.Contains("samesite=strict", cookie);
        Assert.Contains("httponly", cookie);
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/console")).Status);
    }

    [Fact]
    public async Task Ends_after_15_minutes_in_which_only_the_inbox_asked_by_itself()
    {
        await using var host = new ConsoleHost();
        var visitor = await host.SignInAsync("maya-okafor");
        host.Clock.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/console")).Status);
        host.Clock.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/console/inbox/alerts")).Status);
        host.Clock.Advance(TimeSpan.FromMinutes(6));
        Assert.Equal(HttpStatusCode.Unauthorized, (await visitor.GetAsync("/console/inbox/alerts")).Status);
        Assert.StartsWith("http://localhost:3978/console/sign-in", (await visitor.GetAsync("/console")).GoesTo);
    }

    [Fact]
    public async Task Goes_on_only_to_a_page_of_the_console()
    {
        await using var host = new ConsoleHost();
        foreach (var elsewhere in new[] { "https://evil.example", "//evil.example", "/\\evil.example", "/elsewhere", "/console/..", "/console/%2e%2e/chat", "/console//evil.example", "/console?to=//evil.example", "/console#x", "/console/sign-out", "/console/../x\\y", "/consolex" })
        {
            var answer = await host.Visit().PostAsync("/console/sign-in", [("person", "maya-okafor"), ("to", elsewhere)], "/console/sign-in");
            Assert.Equal("/console", Uri.UnescapeDataString(answer.GoesTo!));
        }
    }

    [Fact]
    public async Task Signs_out()
    {
        await using var host = new ConsoleHost();
        var visitor = await host.SignInAsync("maya-okafor");
        await visitor.PostAsync("/console/sign-out", []);
        Assert.Equal(HttpStatusCode.Redirect, (await visitor.GetAsync("/console")).Status);
    }

    [Fact]
    public async Task Every_endpoint_of_the_console_names_its_policy()
    {
        await using var host = new ConsoleHost();
        var routes = host.Endpoints.OfType<RouteEndpoint>().ToList();
        Assert.True(routes.Count >= 9, $"Only {routes.Count} endpoints were found.");
        Assert.All(routes, route =>
        {
            Assert.StartsWith("console", route.RoutePattern.RawText!.TrimStart('/'));
            var policies = route.Metadata.GetOrderedMetadata<IAuthorizeData>().Select(a => a.Policy).ToList();
            Assert.True(policies.Count > 0, $"{route.DisplayName} has no policy.");
            Assert.All(policies, policy => Assert.Contains(policy, new[] { ConsolePolicies.Staff, ConsolePolicies.Newcomer, ConsolePolicies.Reach, ConsolePolicies.People, ConsolePolicies.Attendance, ConsolePolicies.Hires, ConsolePolicies.Earlier, ConsolePolicies.Log, ConsolePolicies.Training, ConsolePolicies.Anybody }));
            Assert.Null(route.Metadata.GetMetadata<IAllowAnonymous>());
        });
        Assert.Equal(["console/sign-in", "console/sign-in/done", "console/sign-in/teams", "console/signed-out", "console/teams"], routes.Where(r => r.Metadata.GetOrderedMetadata<IAuthorizeData>().Any(a => a.Policy == ConsolePolicies.Newcomer)).Select(r => r.RoutePattern.RawText!.TrimStart('/')).Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(["console/training/certificate/{handler?}"], routes.Where(r => r.Metadata.GetOrderedMetadata<IAuthorizeData>().Any(a => a.Policy == ConsolePolicies.Anybody)).Select(r => r.RoutePattern.RawText!.TrimStart('/')).Distinct());
    }

    [Fact]
    public async Task Nobody_sees_a_page_without_signing_in()
    {
        await using var host = new ConsoleHost();
        host.Book.Put(host.Opened("K7M-2QD"));
        foreach (var path in new[] { "/console", "/console/cases", "/console/cases/K7M-2QD", "/console/cases/ZZZ-ZZZ", "/console/protocols", "/console/protocols/bullying-report/1", "/console/protocols/bullying-report/1/drawing", "/console/reach", "/console/people" })
            Assert.StartsWith("http://localhost:3978/console/sign-in", (await host.Visit().GetAsync(path)).GoesTo);
    }
}
