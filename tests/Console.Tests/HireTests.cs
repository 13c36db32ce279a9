using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using SupportBot.Cases;
using SupportBot.Directory;
using SupportBot.Training;

namespace SupportBot.Console.Tests;

/// <summary>Hires: who tells of them, what is shown before, what is kept, and what follows from the first day.</summary>
public sealed partial class HireTests
{
    private const string Address = "/console/training/hires", Header = "employee id,name,mail,role,school,first day,supervisor mail\n";

    // Maya is in the directory, Ana and Ben are not.
    private const string List = Header
        + "E-100,Maya Okafor,maya.okafor@example.org,counselor,Riverbend High School,2026-11-02,thomas.lindqvist@example.org\n"
        + "E-101,Ana Lopez,ana.lopez@example.org,nurse,Heron Middle School,11/16/2026,\n"
        + "E-102,Ben Ochoa,ben.ochoa@example.org,nurse,district,17-Aug-2026,\n"
        + "E-103,Cy Ito,cy.ito@example.org,counselor,Heron Midle School,2026-11-02,\n";

    private static readonly string[] Verbs = ["preview", "import", "add", "find", "leave"];

    private static Task<Answer> ImportAsync(Visitor visitor, string csv = List) => visitor.PostAsync($"{Address}/import", [("csv", csv)]);

    private static string Plain(string text) => Spaces().Replace(text, " ").Trim();

    private static IEnumerable<string> Listed(Answer answer) => answer.Page.QuerySelectorAll("[data-hires] tbody tr").Select(r => r.QuerySelector("bdi")!.TextContent);

    private static string Row(Answer answer, string name) => Plain(answer.Page.QuerySelectorAll("[data-hires] tbody tr").Single(r => r.QuerySelector("bdi")!.TextContent == name).TextContent);

    [Fact]
    public async Task Only_human_resources_of_the_district_know_that_the_page_exists()
    {
        await using var host = new ConsoleHost();
        foreach (var person in Demo.District.People)
        {
            var may = person.Id == "naomi-fisher";
            var visitor = await host.SignInAsync(person.Id);
            Assert.Equal((person.Id, may ? HttpStatusCode.OK : HttpStatusCode.NotFound), (person.Id, (await visitor.GetAsync(Address)).Status));
            Assert.Equal((person.Id, may), (person.Id, (await visitor.GetAsync("/console")).Page.QuerySelector($"nav a[href='{Address}']") is not null));
            if (may) continue;
            foreach (var verb in Verbs)
                Assert.Equal(HttpStatusCode.NotFound, (await visitor.PostAsync($"{Address}/{verb}", [("csv", List), ("employee", "E-100"), ("from", "2026-12-01")])).Status);
        }

        Assert.Equal(0, host.Hires.Count);
        Assert.Equal(HttpStatusCode.Redirect, (await host.Visit().GetAsync(Address)).Status);
        foreach (var verb in Verbs) Assert.Equal(HttpStatusCode.BadRequest, (await (await host.SignInAsync("naomi-fisher")).PostBareAsync($"{Address}/{verb}", [("csv", List)])).Status);
    }

    [Fact]
    public async Task Human_resources_of_one_school_alone_do_not_see_the_hires_of_all()
    {
        var people = Demo.Text("directory/people.yaml").Replace("- { role: hr, district: true }", "- { role: hr, schools: [heron-middle] }", StringComparison.Ordinal);
        await using var host = new ConsoleHost(services: s => s.AddSingleton(Demo.With("directory/people.yaml", people)));
        Assert.Equal(HttpStatusCode.NotFound, (await (await host.SignInAsync("naomi-fisher")).GetAsync(Address)).Status);
    }

    [Fact]
    public async Task Where_the_district_has_no_trainings_the_page_does_not_exist()
    {
        await using var host = new ConsoleHost(services: s => s.AddSingleton(new TrainingOffer(null)));
        var naomi = await host.SignInAsync("naomi-fisher");
        Assert.Equal(HttpStatusCode.NotFound, (await naomi.GetAsync(Address)).Status);
        Assert.Equal(HttpStatusCode.OK, (await naomi.GetAsync("/console")).Status);
    }

    [Fact]
    public async Task A_list_is_shown_with_the_cohorts_before_anything_is_kept()
    {
        await using var host = new ConsoleHost();
        var page = (await (await host.SignInAsync("naomi-fisher")).PostAsync($"{Address}/preview", [("csv", List)])).Page;
        Assert.Equal(["Line 5 no school is called \"Heron Midle School\". What to do: did you mean Heron Middle School?"], page.QuerySelectorAll("[data-faults] li").Select(l => Plain(l.TextContent)));
        Assert.Contains("3 new, 0 to be put right, 0 there already as told, 1 refused. Nothing is kept yet.", Plain(page.Body!.TextContent));
        var rows = page.QuerySelectorAll("[data-preview] tbody tr").Select(r => Plain(r.TextContent)).ToList();
        Assert.Equal("Maya Okafor E-100, line 2 School counselor Riverbend High School Mon, Nov 2, 2026 New Hire Orientation: November 2026 New Hire Equity Series: January 2027 new", rows[0]);
        Assert.EndsWith("New Hire Equity Series: January 2027 new waits for the directory", rows[1]);
        Assert.Contains("Whole district Mon, Aug 17, 2026 New Hire Orientation: August 2026 New Hire Equity Series: August 2026", rows[2]);
        Assert.Equal(0, host.Hires.Count);
        Assert.Empty(host.Book.Audit);
    }

    [Fact]
    public async Task Good_lines_are_kept_bad_ones_are_told_and_a_second_import_changes_nothing()
    {
        await using var host = new ConsoleHost();
        var naomi = await host.SignInAsync("naomi-fisher");
        var first = await ImportAsync(naomi);
        Assert.Equal(["3", "0", "0", "1", "2"], first.Page.QuerySelectorAll("[data-imported] dd").Select(d => d.TextContent));
        Assert.Equal(["Ana Lopez", "Maya Okafor", "Ben Ochoa"], Listed(first));
        Assert.Equal("maya-okafor", (await host.Hires.FindAsync("E-100", CancellationToken.None))!.PersonId);

        var second = await ImportAsync(naomi);
        Assert.Equal(["0", "0", "3", "1", "2"], second.Page.QuerySelectorAll("[data-imported] dd").Select(d => d.TextContent));
        Assert.Contains("nothing changed", second.Text);
        var third = await ImportAsync(naomi, List.Replace("2026-11-02,thomas", "2026-11-03,thomas", StringComparison.Ordinal).Replace("E-101", "e-101", StringComparison.Ordinal));
        Assert.Equal(["0", "1", "2", "1", "2"], third.Page.QuerySelectorAll("[data-imported] dd").Select(d => d.TextContent));
        Assert.Equal(["3:0", "0:1"], host.Book.Audit.Where(a => a.Action == AuditAction.HiresBrought).Select(a => a.Subject));
    }

    [Fact]
    public async Task What_is_put_right_is_said_before_it_is()
    {
        await using var host = new ConsoleHost();
        var naomi = await host.SignInAsync("naomi-fisher");
        await ImportAsync(naomi);
        var page = await naomi.PostAsync($"{Address}/preview", [("csv", Header + "E-101,Ana Lopez Ruiz,ana.lopez@example.org,nurse,Riverbend High School,11/16/2026,lead@example.org\n")]);
        Assert.Contains("put right: name, school, supervisor", page.Text);
        Assert.Contains("0 new, 1 to be put right", Plain(page.Text));
    }

    [Fact]
    public async Task One_person_or_one_address_never_gets_two_employee_ids()
    {
        await using var host = new ConsoleHost();
        var naomi = await host.SignInAsync("naomi-fisher");
        await ImportAsync(naomi);
        var page = await naomi.PostAsync($"{Address}/import", [("csv", Header + "E-200,Maya Okafor,maya.okafor@example.org,counselor,RHS,2026-11-02,\nE-201,Dot Lee,dot@example.org,nurse,RHS,2026-11-02,\n")]);
        Assert.Contains("the mail address maya.okafor@example.org is that of employee E-100", page.Text);
        Assert.Equal((4, null), (host.Hires.Count, await host.Hires.FindAsync("E-200", CancellationToken.None)));
    }

    [Fact]
    public async Task Whoever_waits_is_found_when_the_directory_brings_them_and_only_once()
    {
        await using var host = new ConsoleHost(services: s => s.AddSingleton(Demo.With("roles/roles.yaml", Demo.Text("roles/roles.yaml"))));
        var naomi = await host.SignInAsync("naomi-fisher");
        Assert.Contains("not in the directory yet", Row(await ImportAsync(naomi), "Ana Lopez"));
        Assert.Equal(0, await host.Get<HireImport>().FindWaitingAsync(CancellationToken.None));
        var district = host.Get<District>();
        district.Bring([.. district.People, new Person { Id = "ana-lopez", Name = "Ana Lopez", Mail = "Ana.Lopez@example.org", Posts = [new Post("nurse", "heron-middle")] }]);

        Assert.Equal(1, await host.Get<HireImport>().FindWaitingAsync(CancellationToken.None));
        Assert.Equal(0, await host.Get<HireImport>().FindWaitingAsync(CancellationToken.None));
        Assert.Equal("ana-lopez", (await host.Hires.FindAsync("E-101", CancellationToken.None))!.PersonId);
        Assert.DoesNotContain("not in the directory yet", Row(await naomi.GetAsync(Address), "Ana Lopez"));
        Assert.Equal(["1"], host.Book.Audit.Where(a => a.Action == AuditAction.HiresFound).Select(a => a.Subject));
    }

    [Fact]
    public async Task An_address_that_two_people_have_finds_neither()
    {
        await using var host = new ConsoleHost(services: s => s.AddSingleton(Demo.With("roles/roles.yaml", Demo.Text("roles/roles.yaml"))));
        var district = host.Get<District>();
        district.Bring([.. district.People, new Person { Id = "maya-two", Name = "Maya Two", Mail = "maya.okafor@example.org", Posts = [new Post("nurse", "heron-middle")] }]);
        Assert.Contains("two people in the directory have the mail address maya.okafor@example.org", (await ImportAsync(await host.SignInAsync("naomi-fisher"))).Text);
        Assert.Null(await host.Hires.FindAsync("E-100", CancellationToken.None));
    }

    [Fact]
    public async Task The_first_day_says_what_is_due_and_overdue_and_what_was_done_moves_the_series_on()
    {
        await using var host = new ConsoleHost();
        host.Transcripts.Done("maya-okafor", "nho-safe", new DateOnly(2026, 11, 3), DateOnly.MaxValue);
        var naomi = await host.SignInAsync("naomi-fisher");
        var page = await ImportAsync(naomi);
        // Ten working days after November 2 were over on November 17; hers is done.
        Assert.Contains("New Hire Orientation, cohort November 2026: 1 of 2, next NHO-CORE", Row(page, "Maya Okafor"));
        Assert.Contains("New Hire Equity Series, cohort January 2027: 0 of 4, next EQ-1", Row(page, "Maya Okafor"));
        Assert.Contains("By Wed, Dec 2, 2026: NHO-CORE", Row(page, "Maya Okafor"));
        Assert.DoesNotContain("NHO-SAFE", Row(page, "Maya Okafor"));
        // Ben began in August.
        Assert.Contains("Overdue since Mon, Aug 31, 2026: NHO-SAFE", Row(page, "Ben Ochoa"));
        Assert.Equal(["Ben Ochoa"], Listed(await naomi.GetAsync($"{Address}?state=overdue")).Except(["Maya Okafor", "Ana Lopez"]));
        Assert.Equal(["Ana Lopez", "Maya Okafor"], Listed(await naomi.GetAsync($"{Address}?month=2026-11")));
        Assert.Equal(["Ana Lopez"], Listed(await naomi.GetAsync($"{Address}?school=heron-middle")));
        Assert.Equal(["Ben Ochoa"], Listed(await naomi.GetAsync($"{Address}?school=district")));
        Assert.Equal(["Ana Lopez", "Ben Ochoa"], Listed(await naomi.GetAsync($"{Address}?state=waits")));
        Assert.Equal(["Ana Lopez"], Listed(await naomi.PostAsync($"{Address}/find", [("words", "lopez")])));
    }

    [Fact]
    public async Task A_leave_stops_the_clock_until_it_ends()
    {
        await using var host = new ConsoleHost();
        var naomi = await host.SignInAsync("naomi-fisher");
        await ImportAsync(naomi);
        Task<Answer> Leave(string from, string to) => naomi.PostAsync($"{Address}/leave", [("employee", "E-102"), ("from", from), ("to", to)]);

        var page = await Leave("2026-08-20", "");
        Assert.Contains("The leave of Ben Ochoa is kept from Thu, Aug 20, 2026 on", page.Text);
        Assert.Contains("The clock stands still: NHO-SAFE", Row(page, "Ben Ochoa"));
        Assert.DoesNotContain("overdue", Row(page, "Ben Ochoa"));
        Assert.Contains("covers some of these days", (await Leave("2026-10-01", "2026-10-05")).Text);
        Assert.Contains("ends before it begins", (await Leave("2026-08-20", "2026-08-19")).Text);
        Assert.Contains("before the first day of work", (await Leave("2026-08-10", "2026-08-19")).Text);
        Assert.Contains("Choose the first day", (await Leave("", "")).Text);
        Assert.Equal(HttpStatusCode.NotFound, (await naomi.PostAsync($"{Address}/leave", [("employee", "E-999"), ("from", "2026-12-01")])).Status);

        var ended = await Leave("2026-08-20", "2026-11-20");
        Assert.Equal([new Leave(new DateOnly(2026, 8, 20), new DateOnly(2026, 11, 20))], (await host.Hires.FindAsync("E-102", CancellationToken.None))!.Leaves);
        // Two of ten working days had passed, and November 26 and 27 are closed.
        Assert.Contains("By Fri, Dec 4, 2026: NHO-SAFE", Row(ended, "Ben Ochoa"));
        Assert.Equal(["E-102", "E-102"], host.Book.Audit.Where(a => a.Action == AuditAction.LeaveSet).Select(a => a.Subject));
    }

    [Fact]
    public async Task One_person_is_told_by_a_form_that_keeps_what_was_typed_where_it_refuses()
    {
        await using var host = new ConsoleHost();
        var naomi = await host.SignInAsync("naomi-fisher");
        Task<Answer> Add(string mail) => naomi.PostAsync($"{Address}/add", [("employee", "E-7"), ("name", "Dot Lee"), ("mail", mail), ("role", "nurse"), ("school", "district"), ("day", "2026-11-30"), ("supervisor", "")]);
        var refused = await Add("dot");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("\"dot\" is not a mail address. What to do: write it as name@example.org.", refused.Text);
        Assert.Equal("Dot Lee", refused.Page.QuerySelector("#name")!.GetAttribute("value"));
        var kept = await Add("Dot@example.org");
        Assert.Contains("1 new, 0 put right.", kept.Text);
        Assert.Equal(["Dot Lee"], Listed(kept));
        Assert.Equal("", kept.Page.QuerySelector("#name")!.GetAttribute("value"));
    }

    [Fact]
    public async Task What_looks_like_markup_or_a_formula_is_shown_as_text()
    {
        await using var host = new ConsoleHost();
        var page = await ImportAsync(await host.SignInAsync("naomi-fisher"), Header + "E-9,\"=<img src=x onerror=alert(1)>\",x@example.org,nurse,district,2026-11-02,\n");
        Assert.Equal(["=<img src=x onerror=alert(1)>"], Listed(page));
        Assert.Empty(page.Page.QuerySelectorAll("main img"));
    }

    [Fact]
    public async Task A_list_that_cannot_be_read_is_refused_in_plain_words_and_two_thousand_fit()
    {
        await using var host = new ConsoleHost();
        var naomi = await host.SignInAsync("naomi-fisher");
        var answer = await naomi.PostAsync($"{Address}/preview", [("csv", "employee id,name\nE-1,<b>Ana</b>\n")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("no column \"mail\"", answer.Text);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await ImportAsync(naomi, Header)).Status);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await ImportAsync(naomi, new string('x', 1_300_000))).Status);

        var many = await ImportAsync(naomi, Header + string.Concat(Enumerable.Range(0, 2_000).Select(n => $"EMP-{n:00000},Firstname{n} Longlastname{n},firstname{n}.longlastname{n}@example.org,nurse,Riverbend High School,2026-08-17,thomas.lindqvist@example.org\n")));
        Assert.Equal("2000", many.Page.QuerySelector("[data-imported] dd")!.TextContent);
        Assert.Equal(HiresPage.OnOnePage, Listed(many).Count());
        Assert.Contains("2,000 hires", many.Text);
        Assert.Equal(HiresPage.OnOnePage, Listed(await naomi.GetAsync($"{Address}?part=20")).Count());
    }

    [Fact]
    public async Task Nobodys_name_address_or_id_is_in_an_address_a_cookie_or_the_log()
    {
        await using var host = new ConsoleHost();
        var naomi = await host.SignInAsync("naomi-fisher");
        await naomi.PostAsync($"{Address}/preview", [("csv", List)]);
        var page = await ImportAsync(naomi);
        await naomi.PostAsync($"{Address}/find", [("words", "ana.lopez@example.org")]);
        await naomi.PostAsync($"{Address}/leave", [("employee", "E-101"), ("from", "2026-12-01")]);
        var outside = string.Join(' ', page.Page.QuerySelectorAll("a[href]").Select(a => a.GetAttribute("href"))) + string.Join(';', naomi.CookiesSet) + host.Logged.Text;
        Assert.DoesNotContain("lopez", outside, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("E-101", outside);
        Assert.Contains("brought hires: 3 added, 0 changed", host.Logged.Text);
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
