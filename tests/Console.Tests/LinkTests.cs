using System.Net;
using SupportBot.Cases;

namespace SupportBot.Console.Tests;

/// <summary>Cases that belong together, and what each person may know of the others.</summary>
public sealed class LinkTests : IAsyncDisposable
{
    private const string Path = $"/console/cases/{Library.Number}", Other = "H3X-9PT";
    private readonly ConsoleHost host = Library.Host();
    private readonly Case @case;

    public LinkTests() => @case = host.Book.Put(Library.Open(host));

    private Case Now => host.Book.Get(@case.Id);

    [Fact]
    public async Task A_lead_opens_a_child_case_once_and_both_say_so()
    {
        var maya = await host.SignInAsync("maya-okafor");
        Assert.Equal(["", "bullying-report", "suicide-protocol"], (await maya.GetAsync(Path)).Page.QuerySelectorAll("#child-protocol option").Select(o => o.GetAttribute("value")));
        Assert.Equal($"{Path}?done=child", (await maya.PostAsync($"{Path}/child", [("protocol", "bullying-report")])).GoesTo);

        var tie = Now.Links.Single();
        var child = host.Book.Get(tie.CaseId);
        Assert.Equal((LinkKind.Child, "bullying", "riverbend-high", 1), (tie.Kind, child.Kind, child.SchoolId, child.Revision));
        var linked = (await maya.GetAsync(Path)).Page.QuerySelector("section[aria-labelledby=linked]")!;
        Assert.Contains("Opened beside this", linked.TextContent);
        Assert.Equal($"/console/cases/{child.Number}", linked.QuerySelector("li a")!.GetAttribute("href"));
        Assert.Contains("Opened from", (await maya.GetAsync($"/console/cases/{child.Number}")).Page.QuerySelector("section[aria-labelledby=linked]")!.TextContent);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await maya.PostAsync($"{Path}/child", [("protocol", "bullying-report")])).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await maya.PostAsync($"{Path}/child", [("protocol", "suicide-risk")])).Status);
        Assert.Single(Now.Links);
    }

    [Fact]
    public async Task A_child_case_alerts_whom_its_protocol_names_and_whoever_opened_it_and_would_be_called_knows_already()
    {
        await (await host.SignInAsync("maya-okafor")).PostAsync($"{Path}/child", [("protocol", "suicide-protocol")]);
        var child = host.Book.Get(Now.Links.Single().CaseId);
        Assert.Equal([("counselor", "maya-okafor"), ("administrator", null)], child.Alerts.Select(a => (a.Ladder[0].Role, a.Acknowledged?.PersonId)));
        Assert.All(child.Alerts, a => Assert.Equal(Severity.Critical, a.Severity));
        Assert.Equal("maya-okafor", child.Owner);
        
        Assert.Contains(host.Book.Notices, n => n.CaseId == child.Id && n is { Kind: NoticeKind.Alert, Role: "administrator", Urgent: true });
    }

    [Fact]
    public async Task A_linked_case_that_is_not_yours_is_another_case_and_its_number_stands_nowhere()
    {
        // Dev Patel sees this case because it is his; the other one, at another school, he does not.
        host.Book.Put(Library.Open(host, Other, "heron-middle"));
        var other = host.Book.Get((await host.Book.FindByNumberAsync(Other, default))!.Id);
        var (one, two) = CaseEngine.Relate(@case with { Owner = "dev-patel" }, other, Library.Moment(host, "elena-petrova"));
        host.Book.Put(one);
        host.Book.Put(two);
        var page = await (await host.SignInAsync("dev-patel")).GetAsync(Path);
        Assert.Contains("another case", page.Page.QuerySelector("section[aria-labelledby=linked]")!.TextContent);
        Assert.Contains("linked this case with another case", page.Text);
        Assert.DoesNotContain(Other, page.Body);
        Assert.Contains($"linked this case with case {Other}", (await (await host.SignInAsync("elena-petrova")).GetAsync(Path)).Text);
    }

    [Fact]
    public async Task Cases_are_linked_by_a_number_as_people_type_it_and_never_with_one_that_is_not_theirs()
    {
        host.Book.Put(Library.Open(host, Other));
        host.Book.Put(Library.Open(host, "J4Y-8RV", excluded: "maya-okafor"));
        var maya = await host.SignInAsync("maya-okafor");
        foreach (var wrong in new[] { "J4Y-8RV", "ZZZ-ZZZ", "hello", "" })
        {
            var refused = await maya.PostAsync($"{Path}/relate", [("number", wrong)]);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
            Assert.Equal("There is no case of that number that you may see. Please check the number.", refused.Page.QuerySelector("#relate-number-error")!.TextContent);
        }

        Assert.Equal($"{Path}?done=related", (await maya.PostAsync($"{Path}/relate", [("number", "h3x9pt ")])).GoesTo);
        Assert.Equal(LinkKind.Related, Now.Links.Single().Kind);
        Assert.Contains("linked already", (await maya.PostAsync($"{Path}/relate", [("number", Other)])).Text);
        Assert.Contains("this very case", (await maya.PostAsync($"{Path}/relate", [("number", Library.Number)])).Text);
    }

    [Fact]
    public async Task A_merged_case_goes_on_as_the_other_and_says_so_with_its_reason_among_the_notes()
    {
        var into = host.Book.Put(Library.Open(host, Other));
        var maya = await host.SignInAsync("maya-okafor");
        Assert.Contains("threads stay apart", (await maya.GetAsync(Path)).Text);
        Assert.Equal("Please write down the reason.", (await maya.PostAsync($"{Path}/merge", [("number", Other)])).Page.QuerySelector("#merge-reason-error")!.TextContent);
        Assert.Equal($"{Path}?done=merged", (await maya.PostAsync($"{Path}/merge", [("number", Other), ("reason", "the same afternoon")])).GoesTo);

        Assert.Equal((into.Id, "duplicate"), (Now.MergedInto!.CaseId, Now.Outcome));
        Assert.Equal(LinkKind.Merged, host.Book.Get(into.Id).Links.Single().Kind);
        var page = (await maya.GetAsync(Path)).Page;
        Assert.Contains($"case {Other}", page.QuerySelector("section[aria-labelledby=went-on]")!.TextContent);
        Assert.Null(page.QuerySelector("form[action$='/merge']"));
        Assert.Equal("the same afternoon", host.Book.Words.Single(w => w.CaseId == @case.Id).Text.Reveal());
        Assert.Contains("This case went on as another one.", (await maya.PostAsync($"{Path}/task", [("task", "means"), ("locked", "yes")])).Text);
    }

    [Fact]
    public async Task A_critical_case_is_not_merged_over_what_is_still_to_be_done_in_it_and_the_reason_is_said()
    {
        var into = host.Book.Put(Library.Open(host, Other));
        host.Book.Put(new CaseStep(into with { Tasks = [.. into.Tasks.Select(t => t.Id == "stay" ? t with { FinishedAt = host.Clock.GetUtcNow(), FinishedBy = "thomas-lindqvist" } : t)] }));
        var maya = await host.SignInAsync("maya-okafor");
        Assert.Contains("This case is critical: it is merged only where everything that is still to be done here is open in the other case as well.", (await maya.GetAsync(Path)).Text);
        var refused = await maya.PostAsync($"{Path}/merge", [("number", Other), ("reason", "the same afternoon")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("merging would end what is still to be done here and is not open in the other case: Stay with the student. Please do that first, or link the two cases instead", refused.Text);
        Assert.Equal("the same afternoon", refused.Page.QuerySelector("#merge-reason")!.TextContent);
        Assert.Null(Now.MergedInto);
        Assert.Equal(4, Now.OpenTasks.Count());
    }

    [Fact]
    public async Task A_case_of_another_school_or_kind_is_not_merged()
    {
        host.Book.Put(Library.Open(host, Other, "heron-middle"));
        var elena = await host.SignInAsync("elena-petrova");
        var refused = await elena.PostAsync($"{Path}/merge", [("number", Other), ("reason", "why")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("These two cannot be merged.", refused.Text);
        Assert.Empty(Now.Links);
    }

    [Fact]
    public async Task When_one_of_the_two_has_changed_neither_is_written()
    {
        var into = host.Book.Put(Library.Open(host, Other));
        var maya = await host.SignInAsync("maya-okafor");
        await maya.GetAsync("/console/cases");
        host.Book.BeforeCommit = () =>
        {
            host.Book.BeforeCommit = null;
            host.Book.Put(new CaseStep(host.Book.Get(into.Id) with { Revision = 7 }));
            return Task.CompletedTask;
        };
        Assert.Equal(HttpStatusCode.Conflict, (await maya.PostAsync($"{Path}/merge", [("number", Other), ("reason", "why")])).Status);
        Assert.Null(Now.MergedInto);
    }

    [Fact]
    public async Task Only_leads_link_and_merge()
    {
        host.Book.Put(new CaseStep(@case with { Tasks = [.. @case.Tasks.Select(t => t with { Owner = "kim-soto" })] }));
        host.Book.Put(Library.Open(host, Other));
        var kim = await host.SignInAsync("kim-soto");
        Assert.Null((await kim.GetAsync(Path)).Page.QuerySelector("form[action$='/relate']"));
        foreach (var verb in new[] { "child", "relate", "merge", "hold", "lift", "keep" })
            Assert.Equal(HttpStatusCode.Forbidden, (await kim.PostAsync($"{Path}/{verb}", [("number", Other), ("reason", "why"), ("protocol", "bullying-report"), ("decision", "keep")])).Status);
        Assert.Equal(1, Now.Revision);
    }

    public async ValueTask DisposeAsync() => await host.DisposeAsync();
}
