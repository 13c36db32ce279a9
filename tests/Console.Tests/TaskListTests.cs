using System.Net;
using AngleSharp.Dom;
using SupportBot.Cases;

namespace SupportBot.Console.Tests;

/// <summary>"My tasks": what somebody may do on cases they may see, and nothing of any other case.</summary>
public class TaskListTests
{
    private const string Counselor = "maya-okafor", Administrator = "marcus-bell", OtherSchool = "jun-watanabe", SocialWorker = "grace-whitefeather";

    /// <summary>A bullying report: a safety check for the counselor and a triage for the administrator are open.</summary>
    private static Case Put(ConsoleHost host, string number, string school = "riverbend-high", Func<CaseTask, CaseTask>? task = null, params string[] excluded)
    {
        var step = host.Opened(number, school, excluded: excluded);
        return host.Book.Put(task is null ? step : step with { Case = step.Case with { Tasks = [.. step.Case.Tasks.Select(task)] } });
    }

    private static IReadOnlyList<string> Rows(Answer page) => [.. page.Page.QuerySelectorAll("main tbody tr").Select(r => $"{r.QuerySelector("[data-label=Case] > span")!.FirstChild!.TextContent.Trim()} {r.QuerySelector("a")!.GetAttribute("href")!.Split("#do-")[1]}")];

    [Fact]
    public async Task Each_sees_the_tasks_of_their_role_at_their_school_with_what_they_need_to_begin()
    {
        await using var host = new ConsoleHost();
        Put(host, "K7M-2QD");
        Put(host, "B22-222", "heron-middle");
        var page = await (await host.SignInAsync(Counselor)).GetAsync("/console/tasks");
        Assert.Equal(["K7M-2QD safety-check"], Rows(page));
        var row = page.Page.QuerySelector("main tbody tr")!;
        Assert.Equal("/console/cases/K7M-2QD#do-safety-check", row.QuerySelector("a")!.GetAttribute("href"));
        Assert.Contains("Riverbend High School", row.TextContent, StringComparison.Ordinal);
        Assert.Contains(Demo.Plan("bullying-report@1").Title, row.TextContent, StringComparison.Ordinal);
        Assert.Matches("[A-Z][a-z]{2}, Nov [0-9]+, [0-9]+:[0-9]{2} [AP]M", row.QuerySelector("[data-label=Due]")!.TextContent);
        Assert.Equal("page", page.Page.QuerySelector("nav a[href='/console/tasks']")!.GetAttribute("aria-current"));
        Assert.DoesNotContain("push me", page.Text, StringComparison.Ordinal);

        Assert.Equal(["B22-222 triage", "B22-222 withdrawal-check"], Rows(await (await host.SignInAsync(OtherSchool)).GetAsync("/console/tasks")));
        // The link leads to the task on the case's own page.
        Assert.NotNull((await (await host.SignInAsync(Counselor)).GetAsync("/console/cases/K7M-2QD")).Page.GetElementById("do-safety-check"));
    }

    [Fact]
    public async Task Overdue_ones_stand_first_and_are_marked_and_those_without_a_time_last()
    {
        await using var host = new ConsoleHost();
        var now = host.Clock.GetUtcNow();
        Put(host, "A11-111", task: t => t with { Due = null });
        Put(host, "B22-222", task: t => t with { Due = now.AddHours(3) });
        Put(host, "C33-333", task: t => t with { Due = now.AddHours(-3) });
        var page = await (await host.SignInAsync(Counselor)).GetAsync("/console/tasks");
        Assert.Equal(["C33-333 safety-check", "B22-222 safety-check", "A11-111 safety-check"], Rows(page));
        Assert.Equal([true, false, false], page.Page.QuerySelectorAll("main tbody tr").Select(r => r.TextContent.Contains("Overdue", StringComparison.Ordinal)));
        Assert.Contains("no time is set", page.Page.QuerySelectorAll("main tbody tr")[2].TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_sees_a_task_of_a_case_that_they_may_not_see_in_either_view()
    {
        await using var host = new ConsoleHost();
        Put(host, "K7M-2QD", excluded: Counselor);
        // Handed over by mistake before somebody was kept out: the case stays hidden all the same.
        Put(host, "B22-222", task: t => t with { Owner = Counselor }, excluded: Counselor);
        foreach (var view in new[] { "/console/tasks", "/console/tasks?whose=all", "/console/tasks?whose=all&school=riverbend-high" })
        {
            var page = await (await host.SignInAsync(Counselor)).GetAsync(view);
            Assert.Equal((view, 0), (view, Rows(page).Count));
            Assert.DoesNotContain("K7M-2QD", page.Body, StringComparison.Ordinal);
        }

        foreach (var person in Demo.District.People)
        {
            var visitor = await host.SignInAsync(person.Id);
            var sees = (await visitor.GetAsync("/console/cases/K7M-2QD")).Status == HttpStatusCode.OK;
            Assert.Equal((person.Id, sees), (person.Id, (await visitor.GetAsync("/console/tasks?whose=all")).Body.Contains("K7M-2QD", StringComparison.Ordinal)));
        }
    }

    [Fact]
    public async Task A_task_that_was_handed_over_is_its_takers_and_in_the_other_view_everybodys_who_sees_the_case()
    {
        await using var host = new ConsoleHost();
        Put(host, "K7M-2QD", task: t => t.Id == "safety-check" ? t with { Owner = "priya-raman" } : t);
        Assert.Equal(["K7M-2QD safety-check"], Rows(await (await host.SignInAsync("priya-raman")).GetAsync("/console/tasks")));
        var maya = await host.SignInAsync(Counselor);
        Assert.Empty(Rows(await maya.GetAsync("/console/tasks")));
        var all = await maya.GetAsync("/console/tasks?whose=all");
        Assert.Contains("K7M-2QD safety-check", Rows(all));
        Assert.Contains("K7M-2QD triage", Rows(all));
        Assert.Contains("Priya Raman", all.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_waits_for_a_second_person_is_never_the_first_persons()
    {
        await using var host = new ConsoleHost();
        Put(host, "K7M-2QD", task: t => t.Id == "triage" ? t with { ProposedBy = Administrator } : t);
        Assert.DoesNotContain("K7M-2QD triage", Rows(await (await host.SignInAsync(Administrator)).GetAsync("/console/tasks")));
        Put(host, "B22-222", task: t => t.Id == "triage" ? t with { ProposedBy = SocialWorker } : t);
        var page = await (await host.SignInAsync(Administrator)).GetAsync("/console/tasks");
        Assert.Contains("B22-222 triage", Rows(page));
        Assert.Contains("Second person must agree", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_school_filters_and_nothing_to_do_is_said_in_words()
    {
        await using var host = new ConsoleHost();
        Put(host, "K7M-2QD");
        var maya = await host.SignInAsync(Counselor);
        Assert.Equal(["K7M-2QD safety-check"], Rows(await maya.GetAsync("/console/tasks?school=riverbend-high")));
        var none = await maya.GetAsync("/console/tasks?school=heron-middle");
        Assert.Empty(Rows(none));
        Assert.Contains("Nothing is yours to do right now.", none.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_long_list_comes_in_pages_of_fifty_each_task_once()
    {
        await using var host = new ConsoleHost();
        for (var i = 0; i < 120; i++) Put(host, $"A{i:00}-{i:000}"[..7], task: t => t with { Due = host.Clock.GetUtcNow().AddHours(i % 5) });
        var maya = await host.SignInAsync(Counselor);
        List<string> all = [];
        List<int> pages = [];
        for (var address = "/console/tasks"; address is not null;)
        {
            var page = await maya.GetAsync(address);
            all.AddRange(Rows(page));
            pages.Add(Rows(page).Count);
            address = page.Page.QuerySelectorAll("p.pages a").FirstOrDefault(a => a.TextContent == "Next")?.GetAttribute("href");
        }

        Assert.Equal([50, 50, 20], pages);
        Assert.Equal(120, all.Distinct().Count());
        Assert.Equal(HttpStatusCode.OK, (await maya.GetAsync("/console/tasks?after=nonsense")).Status);
    }
}
