using System.Net;
using SupportBot.Cases;

namespace SupportBot.Console.Tests;

/// <summary>Conflicts of interest: who says so, and what is gone from then on.</summary>
public sealed class ConflictTests : IAsyncDisposable
{
    private const string Path = $"/console/cases/{Library.Number}";
    private readonly ConsoleHost host = Library.Host();
    private readonly Case @case;

    public ConflictTests() => @case = host.Book.Put(Library.Open(host));

    private Case Now => host.Book.Get(@case.Id);

    [Fact]
    public async Task Anybody_who_sees_a_case_may_step_aside_and_then_it_is_gone_for_them()
    {
        host.Book.Put(new CaseStep(@case with { Tasks = [.. @case.Tasks.Select(t => t.Id == "means" ? t with { Owner = "kim-soto" } : t)] }));
        var kim = await host.SignInAsync("kim-soto");
        Assert.Contains("I should not work on this", (await kim.GetAsync(Path)).Text);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await kim.PostAsync($"{Path}/stepaside", [])).Status);
        Assert.Equal("/console/cases?done=stepped-aside", (await kim.PostAsync($"{Path}/stepaside", [("sure", "yes")])).GoesTo);
        Assert.Contains("You stepped aside.", (await kim.GetAsync("/console/cases?done=stepped-aside")).Text);
        Assert.Equal(["kim-soto"], Now.Excluded);
        Assert.All(Now.OpenTasks, t => Assert.Null(t.Owner));
        Assert.Contains(host.Book.Notices, n => n.Kind == NoticeKind.CardsChanged);
        foreach (var verb in new[] { "task", "agree", "handover", "relate", "merge", "note" })
            Assert.Equal(HttpStatusCode.NotFound, (await kim.PostAsync($"{Path}/{verb}", [("task", "means"), ("locked", "yes"), ("agrees", "yes"), ("text", "x")])).Status);
    }

    [Fact]
    public async Task A_case_that_loses_the_person_who_worked_it_calls_its_school_again()
    {
        host.Book.Put(new CaseStep(@case with { Owner = "maya-okafor" }));
        await (await host.SignInAsync("maya-okafor")).PostAsync($"{Path}/stepaside", [("sure", "yes")]);
        Assert.Null(Now.Owner);
        Assert.Equal("principal", Now.OpenAlert!.Ladder[^1].Role);
        Assert.Contains(host.Book.Notices, n => n.Kind == NoticeKind.Alert);
        var seen = await (await host.SignInAsync("thomas-lindqvist")).GetAsync(Path);
        Assert.Contains("This alert is not yet acknowledged", seen.Text);
    }

    [Fact]
    public async Task Whoever_is_kept_out_later_is_kept_out_of_what_came_of_the_case_before()
    {
        var thomas = await host.SignInAsync("thomas-lindqvist");
        await thomas.PostAsync($"{Path}/child", [("protocol", "suicide-protocol")]);
        var child = Now.Links.Single();
        var maya = await host.SignInAsync("maya-okafor");
        Assert.Equal(HttpStatusCode.OK, (await maya.GetAsync($"/console/cases/{child.Number}")).Status);
        await thomas.PostAsync($"{Path}/keepout", [("person", "maya-okafor")]);
        Assert.Equal(["maya-okafor"], host.Book.Get(child.CaseId).Excluded);
        foreach (var number in new[] { Library.Number, child.Number })
            Assert.Equal(HttpStatusCode.NotFound, (await maya.GetAsync($"/console/cases/{number}")).Status);
    }

    [Fact]
    public async Task Where_nobody_could_tell_whom_of_the_school_it_is_about_the_district_lets_in_who_helps()
    {
        host.Book.Put(CaseEngine.KeepSchoolOut(@case, ["maya-okafor", "thomas-lindqvist"], Library.Moment(host, "elena-petrova")));
        Assert.Equal(HttpStatusCode.NotFound, (await (await host.SignInAsync("thomas-lindqvist")).GetAsync(Path)).Status);
        var elena = await host.SignInAsync("elena-petrova");
        var page = await elena.GetAsync(Path);
        Assert.Contains("The school does not see this", page.Text);
        Assert.Contains("Kept out: Maya Okafor, Thomas Lindqvist", page.Text);
        Assert.Contains("Please write down the reason.", (await elena.PostAsync($"{Path}/letin", [("person", "maya-okafor")])).Text);
        Assert.Contains("Please choose a person", (await elena.PostAsync($"{Path}/letin", [("person", "nobody"), ("reason", "x")])).Text);
        Assert.Equal($"{Path}?done=let-in", (await elena.PostAsync($"{Path}/letin", [("person", "maya-okafor"), ("reason", "It is about a coach.")])).GoesTo);
        Assert.Equal(["thomas-lindqvist"], Now.Excluded);
        Assert.Equal("maya-okafor", host.Book.Audit.Single(a => a.Action == AuditAction.LetIn).Subject);
        // Whoever is let in may see the case, and lets nobody else in.
        var maya = await host.SignInAsync("maya-okafor");
        Assert.Equal(HttpStatusCode.OK, (await maya.GetAsync(Path)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await maya.PostAsync($"{Path}/letin", [("person", "thomas-lindqvist"), ("reason", "x")])).Status);
    }

    [Fact]
    public async Task What_somebody_in_conflict_filled_in_does_not_wait_for_a_second_person_any_more()
    {
        await (await host.SignInAsync("maya-okafor")).PostAsync($"{Path}/task", [("task", "sign-off"), ("plan", "care")]);
        var thomas = await host.SignInAsync("thomas-lindqvist");
        await thomas.PostAsync($"{Path}/keepout", [("person", "maya-okafor")]);
        var task = Now.Tasks.Single(t => t.Id == "sign-off");
        Assert.Equal((false, 0), (task.WaitsForSecond, task.Answers.Count));
        Assert.Contains("Nobody has filled in this task", (await thomas.PostAsync($"{Path}/agree", [("task", "sign-off"), ("agrees", "yes")])).Text);
        Assert.DoesNotContain("Maya Okafor", (await thomas.GetAsync(Path)).Page.QuerySelector("#do-screening")!.TextContent);
    }

    public async ValueTask DisposeAsync() => await host.DisposeAsync();
}
