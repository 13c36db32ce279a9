using System.Net;
using SupportBot.Cases;

namespace SupportBot.Console.Tests;

/// <summary>How a case stands this minute, on its page and in the fragment that an open page asks for.</summary>
public sealed class LiveViewTests : IAsyncDisposable
{
    private const string Path = $"/console/cases/{Library.Number}", Fragment = $"/console/inbox/alerts/case/{Library.Number}";
    private readonly ConsoleHost host = Library.Host();
    private readonly Case @case;

    public LiveViewTests() => @case = host.Book.Put(Library.Open(host));

    // A term and what is said of it stand in elements of their own.
    private static string Squeezed(string? text) => string.Join(' ', (text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static async Task<string> LiveAsync(Visitor visitor) => Squeezed((await visitor.GetAsync(Fragment)).Text);

    [Fact]
    public async Task What_is_watched_is_the_newest_answer_by_whom_and_since_when_or_not_known_yet()
    {
        var maya = await host.SignInAsync("maya-okafor");
        var before = (await maya.GetAsync(Path)).Page;
        Assert.Equal("Live view", before.QuerySelector("#live")!.TextContent);
        Assert.Equal(["not known yet", "not known yet"], before.QuerySelectorAll("#live-now .unknown").Skip(1).Select(u => u.TextContent));

        await maya.PostAsync($"{Path}/task", [("task", "stay"), ("who", "adult")]);
        host.Clock.Advance(TimeSpan.FromMinutes(10));
        await (await host.SignInAsync("thomas-lindqvist")).PostAsync($"{Path}/task", [("task", "stay.2"), ("who", "family")]);
        Assert.Contains("Who stays with the studentFamily since Mon, Nov 23, 10:17 AM, by Thomas Lindqvist", await LiveAsync(maya));
        await maya.PostAsync($"{Path}/task", [("task", "means"), ("locked", "no")]);
        Assert.Contains("Means at homeNo since Mon, Nov 23, 10:17 AM, by Maya Okafor", await LiveAsync(maya));
    }

    [Fact]
    public async Task Steps_that_wait_say_for_whom_since_when_and_from_whom_until_somebody_takes_them()
    {
        var maya = await host.SignInAsync("maya-okafor");
        var handed = host.Book.Put(CaseEngine.HandStepsOver(@case, "r1", StepsReason.HandedOver, "counselor", "maya-okafor", host.Clock.GetUtcNow().AddMinutes(30), Library.Moment(host, "thomas-lindqvist")).Step!);
        Assert.Contains("Steps of the protocol wait. For Maya Okafor since Mon, Nov 23, 10:07 AM, from Thomas Lindqvist.", await LiveAsync(maya));
        host.Clock.Advance(TimeSpan.FromMinutes(31));
        Assert.Contains("Overdue To go on, type", await LiveAsync(await host.SignInAsync("maya-okafor")));
        host.Book.Put(CaseEngine.TakeSteps(handed, "r1", Library.Moment(host, "maya-okafor")).Step!);
        Assert.DoesNotContain("Steps of the protocol wait", await LiveAsync(await host.SignInAsync("maya-okafor")));
        var page = Squeezed((await (await host.SignInAsync("maya-okafor")).GetAsync(Path)).Text);
        Assert.Contains("took over the steps of the protocol from Thomas Lindqvist", page);
    }

    [Fact]
    public async Task What_blocks_the_gate_is_named_until_the_way_is_open()
    {
        var maya = await host.SignInAsync("maya-okafor");
        Assert.Contains("Blocks “Handed over”: Stay with the student Agree to hand over", await LiveAsync(maya));
        await maya.PostAsync($"{Path}/task", [("task", "stay"), ("who", "adult")]);
        await maya.PostAsync($"{Path}/task", [("task", "sign-off"), ("plan", "care")]);
        Assert.Contains("Blocks “Handed over”: Agree to hand over What is next", await LiveAsync(maya));
        await (await host.SignInAsync("thomas-lindqvist")).PostAsync($"{Path}/agree", [("task", "sign-off"), ("agrees", "yes")]);
        Assert.Contains("To “Handed over”: the way is open.", await LiveAsync(maya));
        await maya.PostAsync($"{Path}/move", [("to", "released")]);
        Assert.Contains("The case is in “Handed over”.", await LiveAsync(maya));
    }

    [Fact]
    public async Task What_is_next_comes_by_its_time_and_the_nearest_clock_first()
    {
        var maya = await host.SignInAsync("maya-okafor");
        Assert.Matches("Stay with the student School counselor, due in 15 minutes .* Screening on the official form", await LiveAsync(maya));
        host.Clock.Advance(TimeSpan.FromMinutes(50));
        var live = await LiveAsync(await host.SignInAsync("maya-okafor"));
        Assert.Matches("Stay with the student Overdue School counselor, overdue by 35 minutes", live);
        Assert.Matches("nearest first Tell the family due in 1 hour .* Tell the district due in 9 days", live);
        host.Clock.Advance(TimeSpan.FromHours(2));
        Assert.Contains("Tell the family Past overdue by 50 minutes", await LiveAsync((await host.SignInAsync("maya-okafor"))));
    }

    [Fact]
    public async Task Time_since_opening_is_right_without_a_script_and_carries_what_a_script_needs()
    {
        host.Clock.Advance(TimeSpan.FromMinutes(134));
        var live = (await (await host.SignInAsync("maya-okafor")).GetAsync(Path)).Page.QuerySelector("#live-now")!;
        var time = live.QuerySelector("time[data-since]")!;
        Assert.Equal(("2 hours 14 minutes", "minute", "2026-11-23T18:07:31Z"), (time.TextContent, time.GetAttribute("data-since"), time.GetAttribute("datetime")));
        Assert.Equal("2026-11-23T20:21:31Z", live.FirstElementChild!.GetAttribute("data-now"));
    }

    [Fact]
    public async Task Of_an_anonymous_report_no_finer_time_is_told_than_was_kept()
    {
        host.Book.Put(host.Opened("H3X-9PT"));
        host.Book.Put(host.Opened("J4Y-8RV", severity: Severity.Urgent));
        host.Clock.Advance(TimeSpan.FromHours(1));
        var maya = await host.SignInAsync("maya-okafor");
        var routine = (await maya.GetAsync("/console/cases/H3X-9PT")).Page;
        Assert.Equal("Right now", routine.QuerySelector("#live")!.TextContent);
        Assert.Equal(("today", "day"), (routine.QuerySelector("time[data-since]")!.TextContent, routine.QuerySelector("time[data-since]")!.GetAttribute("data-since")));
        Assert.Contains("about 1 hour 7 minutes", Squeezed((await maya.GetAsync("/console/cases/J4Y-8RV")).Page.QuerySelector("#live-now")!.TextContent));
    }

    [Fact]
    public async Task The_fragment_asks_for_the_same_right_keeps_nobody_signed_in_and_has_no_word_in_it()
    {
        var maya = await host.SignInAsync("maya-okafor");
        await maya.PostAsync($"{Path}/task", [("task", "stay"), ("who", "adult"), ("note", "zebra-canary")]);
        var fragment = await maya.GetAsync(Fragment);
        Assert.Equal("no-store", fragment.Headers["Cache-Control"]);
        Assert.DoesNotContain("zebra-canary", fragment.Body);
        Assert.DoesNotContain("<html", fragment.Body);
        Assert.DoesNotContain(host.Book.Audit, a => a.Action == AuditAction.NarrativeRead);

        var stranger = await host.SignInAsync("naomi-fisher");
        var hidden = await stranger.GetAsync(Fragment);
        Assert.Equal((HttpStatusCode.NotFound, (await stranger.GetAsync("/console/inbox/alerts/case/ZZZ-ZZZ")).Body), (hidden.Status, hidden.Body));
        Assert.Equal(HttpStatusCode.Unauthorized, (await host.Visit().GetAsync(Fragment)).Status);
    }

    [Fact]
    public async Task A_finished_task_of_a_case_with_a_gate_brings_the_cards_up_to_date()
    {
        await (await host.SignInAsync("maya-okafor")).PostAsync($"{Path}/task", [("task", "means"), ("locked", "yes")]);
        Assert.Contains(host.Book.Notices, n => n.Kind == NoticeKind.CardsChanged && n.CaseId == @case.Id);
    }

    [Fact]
    public async Task Every_control_of_the_page_has_a_name_and_nothing_is_inline()
    {
        host.Book.Put(new CaseStep(host.Book.Get(@case.Id) with { Hold = new LegalHold("maya-okafor", host.Clock.GetUtcNow()), KeepDecision = KeepDecision.Asked }));
        var maya = await host.SignInAsync("maya-okafor");
        await maya.PostAsync($"{Path}/task", [("task", "sign-off"), ("plan", "care")]);
        var page = (await (await host.SignInAsync("thomas-lindqvist")).GetAsync(Path)).Page;
        Assert.Empty(page.QuerySelectorAll("[style], style, script:not([src])"));
        foreach (var control in page.QuerySelectorAll("main input:not([type=hidden]), main select, main textarea"))
            Assert.NotNull(page.QuerySelector($"label[for='{control.Id}']"));
        var ids = page.QuerySelectorAll("[id]").Select(e => e.Id!).ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());
        Assert.All(page.QuerySelectorAll("[aria-labelledby], [aria-describedby]"), e =>
            Assert.All($"{e.GetAttribute("aria-labelledby")} {e.GetAttribute("aria-describedby")}".Split(' ', StringSplitOptions.RemoveEmptyEntries), id => Assert.Contains(id, ids)));
        Assert.All(page.QuerySelectorAll("#live-now a[href^='#']"), a => Assert.Contains(a.GetAttribute("href")![1..], ids));
    }

    public async ValueTask DisposeAsync() => await host.DisposeAsync();
}
