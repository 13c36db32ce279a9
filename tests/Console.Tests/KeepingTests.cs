using System.Net;
using SupportBot.Cases;

namespace SupportBot.Console.Tests;

/// <summary>How long a case is kept: holds, the decision at the end, and what is left afterwards.</summary>
public sealed class KeepingTests : IAsyncDisposable
{
    private const string Path = $"/console/cases/{Library.Number}";
    private readonly ConsoleHost host = Library.Host();
    private readonly Case @case;

    public KeepingTests() => @case = host.Book.Put(Library.Open(host));

    private Case Now => host.Book.Get(@case.Id);

    private void Put(Func<Case, Case> change) => host.Book.Put(new CaseStep(change(Now)));

    private static Case Closed(Case open, DateTimeOffset at) => open with { State = "closed", Outcome = "supported", ClosedAt = at, Tasks = [.. open.Tasks.Select(t => t with { FinishedAt = at })] };

    [Fact]
    public async Task A_hold_needs_a_reason_and_stands_on_top_of_the_case_until_it_is_lifted()
    {
        var thomas = await host.SignInAsync("thomas-lindqvist");
        Assert.Equal("Please write down the reason.", (await thomas.PostAsync($"{Path}/hold", [])).Page.QuerySelector("#hold-reason-error")!.TextContent);
        Assert.Equal($"{Path}?done=held", (await thomas.PostAsync($"{Path}/hold", [("reason", "records request")])).GoesTo);
        var page = (await (await host.SignInAsync("maya-okafor")).GetAsync(Path)).Page;
        Assert.Contains("Set by Thomas Lindqvist, Mon, Nov 23, 10:07 AM", page.QuerySelector("section[aria-labelledby=held]")!.TextContent);
        Assert.Contains("Thomas Lindqvist put the case under a legal hold", string.Join(' ', page.QuerySelector(".timeline")!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
        Assert.DoesNotContain("records request", page.Body!.TextContent);

        Assert.Equal($"{Path}?done=hold-lifted", (await thomas.PostAsync($"{Path}/lift", [("reason", "answered")])).GoesTo);
        Assert.Null((await thomas.GetAsync(Path)).Page.QuerySelector("section[aria-labelledby=held]"));
    }

    [Fact]
    public async Task A_closed_case_says_until_when_it_is_kept()
    {
        Put(c => Closed(c, host.Clock.GetUtcNow()));
        Assert.Contains("Kept until Sun, Nov 23, 2031, then a person is asked.", (await (await host.SignInAsync("maya-okafor")).GetAsync(Path)).Text);
    }

    [Fact]
    public async Task Deleting_takes_a_keeper_and_a_tick_and_never_happens_under_a_hold()
    {
        Put(c => Closed(c, host.Clock.GetUtcNow().AddYears(-6)) with { KeepDecision = KeepDecision.Asked, Hold = new LegalHold("maya-okafor", host.Clock.GetUtcNow()) });
        var maya = await host.SignInAsync("maya-okafor");
        Assert.Null((await maya.GetAsync(Path)).Page.QuerySelector("form[action$='/keep']"));
        Assert.Equal(HttpStatusCode.Forbidden, (await maya.PostAsync($"{Path}/keep", [("decision", "shred"), ("sure", "yes")])).Status);

        var thomas = await host.SignInAsync("thomas-lindqvist");
        Assert.True((await thomas.GetAsync(Path)).Page.QuerySelector("#keep-shred")!.HasAttribute("disabled"));
        Assert.Contains("under a legal hold", (await thomas.PostAsync($"{Path}/keep", [("decision", "shred"), ("sure", "yes")])).Page.QuerySelector("#refused")!.TextContent);
        Put(c => c with { Hold = null });
        Assert.Equal("Please pick one.", (await thomas.PostAsync($"{Path}/keep", [])).Page.QuerySelector("#keep-decision-error")!.TextContent);
        Assert.Equal("Please tick this if you are sure.", (await thomas.PostAsync($"{Path}/keep", [("decision", "shred")])).Page.QuerySelector("#keep-sure-error")!.TextContent);
        Assert.Equal(KeepDecision.Asked, Now.KeepDecision);

        Assert.Equal($"{Path}?done=shred", (await thomas.PostAsync($"{Path}/keep", [("decision", "shred"), ("sure", "yes")])).GoesTo);
        Assert.Equal(KeepDecision.Shred, Now.KeepDecision);
        Assert.Equal($"{Path}?done=kept", (await thomas.PostAsync($"{Path}/keep", [("decision", "keep")])).GoesTo);
        Assert.Equal(KeepDecision.Keep, Now.KeepDecision);
    }

    [Fact]
    public async Task Whoever_was_asked_and_does_not_see_such_cases_decides_without_seeing_anything_of_it()
    {
        const string asked = "H3X-9PT", keeping = $"/console/cases/{asked}/keeping";
        var opened = host.Opened(asked, protocol: "talk-to-a-person@1", text: "zebra-canary").Case;
        var elena = await host.SignInAsync("elena-petrova");
        var other = host.Book.Put(new CaseStep(opened with { Kind = "substance-use", Protocol = "substance-use-consultation@1", State = "closed", ClosedAt = host.Clock.GetUtcNow().AddYears(-3) }));
        var rosa = await host.SignInAsync("rosa-jimenez"); // student services director: owns that protocol, and is not among those who see it
        Assert.Equal(HttpStatusCode.NotFound, (await rosa.GetAsync(keeping)).Status);

        host.Book.Put(new CaseStep(host.Book.Get(other.Id) with { KeepDecision = KeepDecision.Asked }));
        Assert.Equal(HttpStatusCode.NotFound, (await elena.GetAsync(keeping)).Status);
        Assert.Equal(keeping, (await rosa.GetAsync($"/console/cases/{asked}")).GoesTo);
        var page = await rosa.GetAsync(keeping);
        Assert.DoesNotContain("zebra-canary", page.Body);
        Assert.Empty(page.Page.QuerySelectorAll("main textarea, .timeline, #tasks"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await rosa.PostAsync($"{keeping}/decide", [("decision", "shred")])).Status);
        Assert.Equal($"{keeping}?done=decided", (await rosa.PostAsync($"{keeping}/decide", [("decision", "shred"), ("sure", "yes")])).GoesTo);
        Assert.Equal(KeepDecision.Shred, host.Book.Get(other.Id).KeepDecision);

        host.Book.Put(new CaseStep(host.Book.Get(other.Id) with { Excluded = ["rosa-jimenez"] }));
        Assert.Equal(HttpStatusCode.NotFound, (await rosa.GetAsync($"/console/cases/{asked}")).Status);
    }

    [Fact]
    public async Task Nobody_decides_before_the_time_is_over()
    {
        Put(c => Closed(c, host.Clock.GetUtcNow()));
        Assert.Contains("Nobody has been asked yet", (await (await host.SignInAsync("thomas-lindqvist")).PostAsync($"{Path}/keep", [("decision", "keep")])).Text);
    }

    [Fact]
    public async Task Of_a_shredded_case_only_what_is_left_is_shown_and_nothing_can_be_done()
    {
        Put(c => CaseEngine.Shred(Closed(c, host.Clock.GetUtcNow().AddYears(-6)), Library.Moment(host, "maya-okafor")).Case);
        var thomas = await host.SignInAsync("thomas-lindqvist");
        var page = (await thomas.GetAsync(Path)).Page;
        Assert.Contains("What is left", page.Body!.TextContent);
        Assert.Contains("A student to look after", page.Body.TextContent);
        Assert.Empty(page.QuerySelectorAll("main form, main textarea"));
        Assert.Null(page.QuerySelector("#live"));
        Assert.Equal(HttpStatusCode.NotFound, (await thomas.GetAsync($"/console/inbox/alerts/case/{Library.Number}")).Status);
        foreach (var verb in new[] { "note", "hold", "reopen", "keepout", "stepaside", "relate", "open", "keep" })
            await thomas.PostAsync($"{Path}/{verb}", [("text", "x"), ("reason", "x"), ("to", "open"), ("person", "omar-haddad"), ("sure", "yes"), ("decision", "keep"), ("number", "ZZZ-ZZZ")]);
        Assert.Equal(1, Now.Revision);
        Assert.DoesNotContain(host.Book.Audit, a => a.Action == AuditAction.NarrativeRead);
    }

    public async ValueTask DisposeAsync() => await host.DisposeAsync();
}
