using Microsoft.Extensions.DependencyInjection;
using SupportBot.Cases;
using SupportBot.Protocols;

namespace SupportBot.Console.Tests;

/// <summary>What a family had struck is readable nowhere on the page: only that it was done, when, by whom, and by what it was replaced.</summary>
public sealed class ReplacedTests : IAsyncDisposable
{
    private const string Number = "K7M-2QD", Path = $"/console/cases/{Number}", Struck = "zebra-canary", Kept = "heron-canary";

    private const string Packet = """
        format: 1
        id: packet
        version: 1
        title: "A packet"
        status: active
        effective: { from: "2026-09-01" }
        approved: { "on": "2026-08-20", by: safeguarding-lead }
        review: { last: "2026-08-20", due: "2027-08-20" }
        owner: safeguarding-lead
        starts-on: ["menu:packet"]
        severity: standard
        language: en
        fallback: over
        steps:
          - id: over
            end: done
        case:
          kind: packet
          title: "A packet"
          sees: [counselor, principal]
          states:
            - { id: open, title: "In work", next: [closed] }
            - { id: closed, title: "Closed", end: true, next: [open] }
          tasks:
            - { id: packet, title: "Write the packet", owner: counselor, opens: open, form: { who: { type: choice, label: "Who may read it?", required: true, choices: { team: "The counselor team" } }, said: { type: text, label: "What helps?", required: true } } }
            - { id: anew, title: "Write it anew", owner: counselor, opens: open, replaces: packet, form: { said: { type: text, label: "What helps now?", required: true } } }
          outcomes: { done: "Done" }
        """;

    private static readonly ProtocolShelf Shelf = new([.. Demo.Shelf.All, ProtocolReader.Read("packet/1.yaml", Packet).Protocol!], []);
    private readonly ConsoleHost host = new(services: services => services.AddSingleton(Shelf));
    private readonly Case @case;

    public ReplacedTests()
    {
        var plan = Shelf.Get(ProtocolKey.TryParse("packet@1", out var key) ? key : default)!.Case!;
        var moment = new CaseMoment(Actor.Staff("maya-okafor"), host.Clock.GetUtcNow(), plan, Demo.Calendars.Of("riverbend-high"), () => Guid.NewGuid().ToString("N"));
        @case = host.Book.Put(CaseEngine.Open(new CaseOpening(Guid.NewGuid(), Number, "packet@1", [], Severity.Standard, "riverbend-high", "OR", false, "en", []), moment));
    }

    private static async Task<string> OpenedAsync(Visitor person) => (await person.PostAsync($"{Path}/open", [])).Page.QuerySelector("main")!.TextContent;

    private async Task<Visitor> WrittenAsync()
    {
        var maya = await host.SignInAsync("maya-okafor");
        Assert.Equal($"{Path}?done=task", (await maya.PostAsync($"{Path}/task", [("task", "packet"), ("who", "team"), ("said", Struck)])).GoesTo);
        return maya;
    }

    [Fact]
    public async Task Before_it_is_replaced_it_reads_as_ever()
    {
        var opened = await OpenedAsync(await WrittenAsync());
        Assert.Contains(Struck, opened);
        Assert.Contains("The counselor team", opened);
    }

    [Fact]
    public async Task Afterwards_nobody_reads_it_and_the_page_says_what_became_of_it()
    {
        var maya = await WrittenAsync();
        await maya.PostAsync($"{Path}/task", [("task", "anew"), ("said", Kept)]);
        Assert.DoesNotContain(host.Book.Words, w => w.Text.Reveal() == Struck);
        foreach (var person in new[] { maya, await host.SignInAsync("thomas-lindqvist") })
        {
            var opened = await OpenedAsync(person);
            Assert.DoesNotContain(Struck, opened);
            Assert.DoesNotContain("The counselor team", opened);
            Assert.Contains(Kept, opened);
            Assert.Contains("What was written here was replaced at the family\u2019s wish by \u201CWrite it anew\u201D, and is shown to nobody any more.", opened);
            Assert.Contains("Maya Okafor", (await person.GetAsync(Path)).Page.QuerySelector(".tasks.done")!.TextContent);
        }

        var page = await maya.GetAsync(Path);
        Assert.Contains("replaced, at the family\u2019s wish, what was written in the task \u201CWrite the packet\u201D; it is shown to nobody any more", page.Text);
        Assert.Contains("erased what was written, and replaced, in the task \u201CWrite the packet\u201D", page.Text);
    }

    [Fact]
    public async Task Under_a_legal_hold_it_is_kept_and_nobody_reads_it()
    {
        var maya = await WrittenAsync();
        await maya.PostAsync($"{Path}/hold", [("reason", "a court asks")]);
        await maya.PostAsync($"{Path}/task", [("task", "anew"), ("said", Kept)]);
        Assert.Contains(host.Book.Words, w => w.Text.Reveal() == Struck);
        var opened = await OpenedAsync(maya);
        Assert.DoesNotContain(Struck, opened);
        Assert.DoesNotContain("The counselor team", opened);
        Assert.Contains("The legal hold keeps it until it is lifted.", opened);
        await maya.PostAsync($"{Path}/lift", [("reason", "over")]);
        Assert.DoesNotContain(host.Book.Words, w => w.Text.Reveal() == Struck);
        Assert.Contains(host.Book.Words, w => w.Text.Reveal() == Kept);
    }

    public async ValueTask DisposeAsync() => await host.DisposeAsync();
}
