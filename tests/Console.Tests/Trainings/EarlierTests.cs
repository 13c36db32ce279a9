using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using SupportBot.Cases;
using SupportBot.Directory;
using SupportBot.Training;

namespace SupportBot.Console.Tests.Trainings;

/// <summary>What staff completed before: who brings it, what is shown before anything is kept, what is kept, and how a wrong line is taken back.</summary>
public sealed partial class EarlierTests : IAsyncLifetime
{
    private const string Address = "/console/training/earlier", Header = "employee id,course,completed on,source,mail\n";

    // Maya is a hire, Kim was here before the lists of hires; Ana is a hire whom the directory does not know yet.
    private const string List = Header
        + "E-100,SP-L1,2026-02-10,Lakeside district,\n"
        + "E-100,sp-qpr,8/17/2026,Lakeside district,\n"
        + ",Title IX: see it and report it,17-Aug-2026,list on paper,kim.soto@example.org\n"
        + "E-999,SP-L1,2026-02-10,x,\n"
        + "E-101,SP-L1,2026-02-10,x,\n"
        + "E-100,SP-L9,2026-02-10,x,\n"
        + "E-100,SP-L1,2026-11-24,x,\n"
        + "E-100,SP-L1,1926-02-10,x,\n"
        + "E-100,sp-post,2026-02-11,x,\n"
        + "E-100,SP-POST,2/11/2026,y,maya.okafor@example.org\n"
        + "E-100,SP-L1,2026-02-12,x,kim.soto@example.org\n";

    private static readonly string[] Verbs = ["preview", "import", "find", "back", "export"];
    private TrainingHost host = null!;

    public async ValueTask InitializeAsync()
    {
        host = await TrainingHost.StartAsync(more: s => s.AddSingleton(Demo.With("roles/roles.yaml", Demo.Text("roles/roles.yaml"))));
        Hire Of(string id, string? person, string name) => new(id, person, new DateOnly(2026, 8, 17), new HireDetails(new PersonText(name), new PersonText($"{id}@example.org"), "counselor", "riverbend-high", null));
        await host.Console.Hires.BringAsync([Of("E-100", "maya-okafor", "Maya Okafor"), Of("E-101", null, "Ana Lopez")], (_, _) => new AuditEntry(Guid.Empty, Actor.Program, AuditAction.HiresBrought, "", host.Clock.GetUtcNow()), TrainingHost.None);
    }

    public async ValueTask DisposeAsync() => await host.DisposeAsync();

    private static string Plain(string text) => Spaces().Replace(text, " ").Trim();

    private static Task<Answer> ImportAsync(Visitor visitor, string csv = List) => visitor.PostAsync($"{Address}/import", [("csv", csv)]);

    private static Task<Answer> BackAsync(Visitor visitor, string reason = "another Maya", string person = "maya-okafor", string course = "sp-l1", string on = "2026-02-10") =>
        visitor.PostAsync($"{Address}/back", [("person", person), ("course", course), ("on", on), ("reason", reason)]);

    private static IEnumerable<string> Imported(Answer answer) => answer.Page.QuerySelectorAll("[data-imported] dd").Select(d => d.TextContent);

    private static IEnumerable<string> Listed(Answer answer) => answer.Page.QuerySelectorAll("[data-earlier] tbody tr").Select(r => $"{r.QuerySelector("bdi")!.TextContent} {Plain(r.QuerySelectorAll("td")[1].TextContent).Split(' ')[0]}");

    [Fact]
    public async Task Human_resources_and_the_training_lead_know_that_the_page_exists_and_nobody_else_does()
    {
        foreach (var person in Demo.District.People)
        {
            var may = RecordDesk.MayRecord(person);
            var visitor = await host.SignInAsync(person.Id);
            Assert.Equal((person.Id, may ? HttpStatusCode.OK : HttpStatusCode.NotFound), (person.Id, (await visitor.GetAsync(Address)).Status));
            Assert.Equal((person.Id, may), (person.Id, (await visitor.GetAsync("/console/training")).Page.QuerySelector($"a[href='{Address}']") is not null));
            if (may) continue;
            foreach (var verb in Verbs) Assert.Equal(HttpStatusCode.NotFound, (await visitor.PostAsync($"{Address}/{verb}", [("csv", List), ("words", "maya")])).Status);
        }

        Assert.Empty((await host.Rolls.TranscriptAsync("maya-okafor", TrainingHost.None)).Completions);
        Assert.Equal(HttpStatusCode.Redirect, (await host.Visit().GetAsync(Address)).Status);
        foreach (var verb in Verbs) Assert.Equal(HttpStatusCode.BadRequest, (await (await host.SignInAsync(TrainingHost.Lead)).PostBareAsync($"{Address}/{verb}", [("csv", List)])).Status);
    }

    [Fact]
    public async Task Where_the_district_has_no_trainings_the_page_does_not_exist()
    {
        await using var none = new ConsoleHost(services: s => s.AddSingleton(new TrainingOffer(null)));
        Assert.Equal(HttpStatusCode.NotFound, (await (await none.SignInAsync(TrainingHost.HumanResources)).GetAsync(Address)).Status);
    }

    [Fact]
    public async Task A_list_is_shown_with_the_reason_for_each_line_that_is_not_taken_before_anything_is_kept()
    {
        var page = (await (await host.SignInAsync(TrainingHost.HumanResources)).PostAsync($"{Address}/preview", [("csv", List)])).Page;
        Assert.Equal(
            [
                "Line 5 no employee here has the id E-999. What to do: look whether it is spelled right; whoever came before the lists of hires is found by the mail address, in a column mail.",
                "Line 6 the directory does not know employee E-101 yet. What to do: bring the line once it does; the lines that are taken now are not taken twice.",
                "Line 7 no course is called \"SP-L9\". What to do: write its id, its code or its title as the calendar shows it.",
                "Line 8 the day 2026-11-24 has not come yet. What to do: write the day on which it was completed.",
                "Line 9 the day 1926-02-10 is too long ago. What to do: look at the year; days from 2016-11-23 on are taken.",
                "Line 10 the same person, course and day stand in lines 10, 11. What to do: leave one of them.",
                "Line 11 the same person, course and day stand in lines 10, 11. What to do: leave one of them.",
                "Line 12 employee E-100 is Maya Okafor, and the mail address kim.soto@example.org is that of Kim Soto. What to do: look which of the two is meant.",
            ],
            page.QuerySelectorAll("[data-faults] li").Select(l => Plain(l.TextContent)));
        Assert.Contains("3 new, 0 there already, 8 refused. Nothing is kept yet.", Plain(page.Body!.TextContent));
        var rows = page.QuerySelectorAll("[data-preview] tbody tr").Select(r => Plain(r.TextContent)).ToList();
        Assert.StartsWith("Maya Okafor E-100, line 2 SP-L1 ", rows[0]);
        Assert.EndsWith("Tue, Feb 10, 2026 Lakeside district new counts until Thu, Feb 10, 2028", rows[0]);
        Assert.StartsWith("Kim Soto kim.soto@example.org, line 4 T9-ALL ", rows[2]);
        Assert.Empty((await host.Rolls.TranscriptAsync("maya-okafor", TrainingHost.None)).Completions);
        Assert.DoesNotContain(host.Console.Book.Audit, a => a.Action != AuditAction.HiresBrought);
    }

    [Fact]
    public async Task Good_lines_are_kept_without_a_certificate_and_the_same_list_again_adds_nothing()
    {
        var naomi = await host.SignInAsync(TrainingHost.HumanResources);
        var first = await ImportAsync(naomi);
        Assert.Equal(["3", "0", "8"], Imported(first));
        Assert.Equal(["Kim Soto T9-ALL", "Maya Okafor SP-L1", "Maya Okafor SP-QPR"], Listed(first));
        var done = (await host.Rolls.TranscriptAsync("maya-okafor", TrainingHost.None)).Completions;
        Assert.Equal([new Completion("maya-okafor", "sp-l1", new DateOnly(2026, 2, 10), new DateOnly(2028, 2, 10)) { Brought = new DateOnly(2026, 11, 23) }], done.Where(c => c.CourseId == "sp-l1"));

        var second = await ImportAsync(await host.SignInAsync(TrainingHost.Lead));
        Assert.Equal(["0", "3", "8"], Imported(second));
        Assert.Contains("Everything was on record already; nothing changed.", second.Text);
        Assert.Contains("0 new, 3 there already, 8 refused", Plain((await naomi.PostAsync($"{Address}/preview", [("csv", List)])).Text));
        Assert.Equal(2, (await host.Rolls.TranscriptAsync("maya-okafor", TrainingHost.None)).Completions.Count);
        Assert.Contains("brought earlier completions: 3 added, 0 there already", host.Logged.Text);
    }

    [Fact]
    public async Task Two_browsers_that_confirm_at_once_put_each_line_on_record_once()
    {
        var browsers = new[] { await host.SignInAsync(TrainingHost.HumanResources), await host.SignInAsync(TrainingHost.Lead), await host.SignInAsync(TrainingHost.HumanResources) };
        foreach (var browser in browsers) await browser.PostAsync($"{Address}/preview", [("csv", List)]);
        var answers = await Task.WhenAll(browsers.Select(b => ImportAsync(b)));
        Assert.Equal(3, answers.Sum(a => int.Parse(Imported(a).First(), System.Globalization.CultureInfo.InvariantCulture)));
        Assert.All(answers, a => Assert.Equal(HttpStatusCode.OK, a.Status));
        Assert.Equal(2, (await host.Rolls.TranscriptAsync("maya-okafor", TrainingHost.None)).Completions.Count);
    }

    [Fact]
    public async Task A_list_in_another_encoding_without_a_column_or_too_large_is_refused_in_plain_words()
    {
        var naomi = await host.SignInAsync(TrainingHost.HumanResources);
        async Task RefusedAsync(string csv, string said)
        {
            foreach (var verb in new[] { "preview", "import" })
            {
                var answer = await naomi.PostAsync($"{Address}/{verb}", [("csv", csv)]);
                Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
                Assert.Contains(said, answer.Page.QuerySelector("#refused")!.TextContent);
            }
        }

        await RefusedAsync(Header + "E-100,SP-L1,2026-02-10,Jos\uFFFD,\n", "not UTF-8: line 2 has letters in another encoding");
        await RefusedAsync("employee id,course,completed on\nE-100,<b>SP-L1</b>,2026-02-10\n", "no column \"source\"");
        await RefusedAsync(Header + new string('x', EarlierCsv.Largest), "larger than 384 KB");
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await ImportAsync(naomi, new string('x', 1_300_000))).Status);
        Assert.Contains("There is nothing to import.", (await ImportAsync(naomi, Header + "E-999,SP-L1,2026-02-10,x,\n")).Page.QuerySelector("#refused")!.TextContent);
        Assert.Empty((await host.Rolls.TranscriptAsync("maya-okafor", TrainingHost.None)).Completions);
    }

    [Fact]
    public async Task What_looks_like_markup_or_a_formula_is_shown_as_text_and_is_no_formula_in_the_table_that_is_taken_out()
    {
        const string Formula = "=HYPERLINK(1)<img src=x onerror=alert(1)>";
        var naomi = await host.SignInAsync(TrainingHost.HumanResources);
        var page = await ImportAsync(naomi, Header + $"E-100,SP-L1,2026-02-10,{Formula},\n");
        Assert.Contains(Formula, page.Text);
        Assert.Empty(page.Page.QuerySelectorAll("main img"));
        var mine = await (await host.SignInAsync("maya-okafor")).GetAsync("/console/training/mine");
        Assert.Contains($"Recorded from {Formula}", Plain(mine.Text));
        Assert.Empty(mine.Page.QuerySelectorAll("main img"));

        var table = await naomi.PostAsync($"{Address}/export", []);
        Assert.Equal("text/csv; charset=utf-8", table.Headers["Content-Type"]);
        Assert.Contains($"E-100,maya.okafor@example.org,SP-L1,2026-02-10,'{Formula},2028-02-10,2026-11-23,", table.Body);
        Assert.Equal(["1"], host.Console.Book.Audit.Where(a => a.Action == AuditAction.EarlierExported).Select(a => a.Subject));
    }

    [Fact]
    public async Task The_person_sees_on_their_own_page_where_it_was_recorded_from_and_gets_no_certificate_of_it()
    {
        await ImportAsync(await host.SignInAsync(TrainingHost.HumanResources));
        var mine = await (await host.SignInAsync("maya-okafor")).GetAsync("/console/training/mine");
        Assert.Contains("Tuesday, February 10, 2026. Counts until Thu, Feb 10, 2028 Recorded from Lakeside district", Plain(mine.Text));
        Assert.DoesNotContain("Certificate (PDF)", mine.Text);
        Assert.DoesNotContain("Lakeside", (await (await host.SignInAsync("kim-soto")).GetAsync("/console/training/mine")).Text);
    }

    [Fact]
    public async Task A_wrong_line_is_taken_back_with_a_reason_and_a_list_does_not_bring_it_back()
    {
        var naomi = await host.SignInAsync(TrainingHost.HumanResources);
        await ImportAsync(naomi);
        var without = await BackAsync(naomi, reason: " ");
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "Please say why the line is taken back."), (without.Status, without.Page.QuerySelector("#refused p")!.TextContent));
        var tooLong = await BackAsync(naomi, reason: new string('x', EarlierDesk.LongestReason + 1));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, tooLong.Status);
        Assert.Contains("xxxx", tooLong.Page.QuerySelector("[data-earlier] details[open] textarea")!.TextContent);
        Assert.Equal(HttpStatusCode.NotFound, (await BackAsync(naomi, on: "2026-02-11")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await BackAsync(naomi, on: "11/2/2026")).Status);

        var back = await BackAsync(naomi);
        Assert.Contains("Taken back: Maya Okafor, SP-L1, Tue, Feb 10, 2026. It counts no more.", back.Text);
        Assert.Contains("taken back another Maya", Plain(back.Page.QuerySelector("[data-earlier]")!.TextContent));
        Assert.Equal(HttpStatusCode.NotFound, (await BackAsync(naomi)).Status);
        Assert.Contains("Taken back", (await (await host.SignInAsync("maya-okafor")).GetAsync("/console/training/mine")).Text);
        Assert.DoesNotContain("another Maya", (await (await host.SignInAsync("maya-okafor")).GetAsync("/console/training/mine")).Text);

        var again = await ImportAsync(naomi);
        Assert.Equal(["0", "2", "9"], Imported(again));
        Assert.Contains("Line 2 that Maya Okafor has done SP-L1 on 2026-02-10 was taken back here", Plain(again.Text));
        Assert.False((await host.Rolls.TranscriptAsync("maya-okafor", TrainingHost.None)).ValidOn(new DateOnly(2026, 11, 23)).Contains("sp-l1"));
    }

    [Fact]
    public async Task A_certificate_that_was_made_here_is_not_taken_back_on_this_page()
    {
        var (naomi, on) = (await host.SignInAsync(TrainingHost.HumanResources), new DateOnly(2026, 2, 10));
        await host.Rolls.RecordAsync([new Completion("maya-okafor", "sp-l1", on, on.AddYears(2), "T-7KQ4-M2RX-9HVW")], new AuditEntry(Guid.Empty, Actor.Program, AuditAction.RollClosed, "x", host.Clock.GetUtcNow()), TrainingHost.None);
        Assert.Contains("2 new, 1 there already", Plain((await naomi.PostAsync($"{Address}/preview", [("csv", List)])).Text));
        Assert.Equal(HttpStatusCode.NotFound, (await BackAsync(naomi)).Status);
    }

    [Fact]
    public async Task What_is_over_already_and_what_ends_soon_is_said_before()
    {
        // Title IX counts for a school year, and is due each November 1; QPR counts 24 months.
        var page = await (await host.SignInAsync(TrainingHost.HumanResources)).PostAsync(
            $"{Address}/preview", [("csv", Header + "E-100,t9-all,2025-09-02,x,\n,t9-all,2025-09-02,x,kim.soto@example.org\n,sp-qpr,2024-12-20,x,kim.soto@example.org\n,t9-all,2026-09-02,x,omar.haddad@example.org\n,t9-all,2025-09-02,x,omar.haddad@example.org\n")]);
        Assert.Equal("3 of the new lines stand on record and count no more today.", page.Page.QuerySelector("[data-over]")!.TextContent);
        Assert.StartsWith("2 people are overdue with a training that the list says is over. Nobody is told of it before Tue, Dec 1, 2026", page.Page.QuerySelector("[data-due]")!.TextContent);
        Assert.Equal("1 person has something in it that ends within 90 days, and is reminded on the next working day.", page.Page.QuerySelector("[data-ending]")!.TextContent);
    }

    [Fact]
    public async Task Lines_are_found_by_name_employee_id_mail_address_and_training()
    {
        var naomi = await host.SignInAsync(TrainingHost.HumanResources);
        await ImportAsync(naomi);
        foreach (var (words, count) in new[] { ("okafor", 2), ("E-100", 2), ("kim.soto@", 1), ("sp-qpr", 1), ("nobody", 0), (" ", 0) })
            Assert.Equal((words, count), (words, Listed(await naomi.PostAsync($"{Address}/find", [("words", words)])).Count()));
    }

    [Fact]
    public async Task Nobodys_name_id_or_source_is_in_an_address_a_cookie_or_the_log()
    {
        var naomi = await host.SignInAsync(TrainingHost.HumanResources);
        await naomi.PostAsync($"{Address}/preview", [("csv", List)]);
        var page = await ImportAsync(naomi);
        await naomi.PostAsync($"{Address}/find", [("words", "Okafor")]);
        await BackAsync(naomi);
        var outside = string.Join(' ', page.Page.QuerySelectorAll("main a[href]").Select(a => a.GetAttribute("href"))) + string.Join(';', naomi.CookiesSet) + host.Logged.Text;
        foreach (var word in new[] { "Okafor", "E-100", "Lakeside", "another Maya" }) Assert.DoesNotContain(word, outside, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_full_list_is_taken_and_listed_in_parts()
    {
        var naomi = await host.SignInAsync(TrainingHost.HumanResources);
        var many = await ImportAsync(naomi, Header + string.Concat(Enumerable.Range(0, EarlierCsv.MostLines).Select(n => $"E-100,sp-l1,{new DateOnly(2026, 11, 22).AddDays(-n):yyyy-MM-dd},Lakeside district,\n")));
        Assert.Equal("2500", Imported(many).First());
        Assert.Contains("2,500 lines, the newest list first.", many.Text);
        Assert.Equal(EarlierPage.OnOnePage, Listed(many).Count());
        Assert.Equal(EarlierPage.OnOnePage, Listed(await naomi.GetAsync($"{Address}?part=25")).Count());
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
