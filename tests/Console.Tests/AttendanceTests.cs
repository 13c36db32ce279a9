using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using SupportBot.Cases;

namespace SupportBot.Console.Tests;

/// <summary>Absence figures: who brings them, what is shown before, what is taken, and how a person opens cases from them.</summary>
public sealed partial class AttendanceTests
{
    private const string Address = "/console/attendance", Header = "student number,school,days enrolled,days absent,as-of date\n";

    private const string List = Header
        + "770001,Riverbend High School,50,6,2026-11-20\n"
        + "770002,Riverbend High School,50,12,2026-11-20\n"
        + "770003,Riverbend High School,50,1,2026-11-20\n"
        + "770004,Riverbend High School,8,8,2026-11-20\n"
        + "770005,Riverbend High School,six,1,2026-11-20\n";

    private static Task<Answer> PreviewAsync(Visitor visitor, string csv = List) => visitor.PostAsync($"{Address}/preview", [("csv", csv)]);

    private static Task<Answer> ImportAsync(Visitor visitor, string csv = List) => visitor.PostAsync($"{Address}/import", [("csv", csv)]);

    private static string Plain(string text) => Spaces().Replace(text, " ");

    /// <summary>Presses the first button of that name on a page.</summary>
    private static Task<Answer> PressAsync(Visitor visitor, Answer page, string verb, string name) =>
        visitor.PostAsync($"{Address}/{verb}", [(name, page.Page.QuerySelector($"form[action='{Address}/{verb}'] button[name={name}]")!.GetAttribute("value")!)]);

    [Fact]
    public async Task Only_those_whose_role_works_with_attendance_know_that_the_page_exists()
    {
        await using var host = new ConsoleHost();
        string[] may =
        [
            "maya-okafor", "daniel-reyes", "linh-tran", "grace-whitefeather", "carmen-delgado", "aisha-karim", "thomas-lindqvist", "ruth-abrams", "jun-watanabe", "marcus-bell", "kim-soto", "teresa-morales",
            "rosa-jimenez", // stands in for every counselor
        ];
        foreach (var person in Demo.District.People.Select(p => p.Id))
        {
            var visitor = await host.SignInAsync(person);
            Assert.Equal((person, may.Contains(person) ? HttpStatusCode.OK : HttpStatusCode.NotFound), (person, (await visitor.GetAsync(Address)).Status));
            Assert.Equal((person, may.Contains(person)), (person, (await visitor.GetAsync("/console")).Page.QuerySelector($"nav a[href='{Address}']") is not null));
            if (!may.Contains(person))
                foreach (var verb in new[] { "preview", "import", "open", "all" })
                    Assert.Equal(HttpStatusCode.NotFound, (await visitor.PostAsync($"{Address}/{verb}", [("csv", List), ("school", "riverbend-high")])).Status);
        }

        Assert.Equal(0, host.Absences.Count);
        Assert.Equal(HttpStatusCode.Redirect, (await host.Visit().GetAsync(Address)).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await (await host.SignInAsync("maya-okafor")).PostBareAsync($"{Address}/import", [("csv", List)])).Status);
    }

    [Fact]
    public async Task A_list_is_shown_with_the_tier_that_the_protocol_suggests_before_anything_is_kept()
    {
        await using var host = new ConsoleHost();
        var page = (await PreviewAsync(await host.SignInAsync("maya-okafor"))).Page;
        Assert.Equal(
            ["770001 line 2|12 percent 6 of 50 days|Tier 2 over the line", "770002 line 3|24 percent 12 of 50 days|Tier 3 over the line", "770003 line 4|2 percent 1 of 50 days|Tier 1, with a caring message", "770004 line 5|100 percent 8 of 8 days|Too few enrolled days to say"],
            page.QuerySelectorAll("main table tbody tr").Select(r => string.Join('|', new[] { 0, 2, 4 }.Select(i => Plain(r.QuerySelectorAll("td")[i].TextContent).Trim()))));
        Assert.Equal(["Line 6 days enrolled is not a number. What to do: write a number such as 60 or 60.5."], page.QuerySelectorAll("[data-faults] li").Select(l => Plain(l.TextContent).Trim()));
        Assert.Contains("4 lines can be imported, 1 refused. Nothing is kept yet.", Plain(page.Body!.TextContent));
        Assert.Equal(0, host.Absences.Count);
        Assert.Empty(host.Book.Audit);
    }

    [Fact]
    public async Task Another_line_in_the_content_is_another_line_on_the_page()
    {
        await using var host = new ConsoleHost(services: s => s.AddSingleton(Demo.With("directory/attendance.yaml", Demo.Text("directory/attendance.yaml").Replace("from: 10,", "from: 15,", StringComparison.Ordinal))));
        var page = (await PreviewAsync(await host.SignInAsync("maya-okafor"))).Page;
        Assert.Equal(["770002"], page.QuerySelectorAll("main table tbody tr").Where(r => r.TextContent.Contains("over the line", StringComparison.Ordinal)).Select(r => r.QuerySelector("bdi")!.TextContent));
    }

    [Fact]
    public async Task Lines_of_a_school_where_somebody_does_not_work_with_attendance_are_refused()
    {
        await using var host = new ConsoleHost();
        var text = Plain((await ImportAsync(await host.SignInAsync("daniel-reyes"), List + "770009,Heron Middle School,50,6,2026-11-20\n")).Text);
        Assert.Contains("you do not work with attendance at Riverbend High School", text);
        Assert.Equal(1, host.Absences.Count);
        Assert.DoesNotContain("770009", (await (await host.SignInAsync("maya-okafor")).GetAsync(Address)).Body);
    }

    [Fact]
    public async Task Good_lines_go_in_bad_ones_are_told_and_a_second_import_changes_nothing()
    {
        await using var host = new ConsoleHost();
        var maya = await host.SignInAsync("maya-okafor");
        var first = await ImportAsync(maya);
        Assert.Equal(["4", "0", "1", "0", "2: the school counselor on duty is told once for each school"], first.Page.QuerySelectorAll(".facts.card dd").Select(d => d.TextContent));
        Assert.Contains("Line 6", first.Text);
        // Worst first, and nobody under the line or with too few days.
        Assert.Equal(["770002", "770001"], first.Page.QuerySelectorAll("[data-school=riverbend-high] tbody bdi").Select(b => b.TextContent));
        Assert.Equal([new Notice(Guid.Empty, NoticeKind.StudentsOverLine, "riverbend-high", "counselor", 0, false, host.Clock.GetUtcNow())], host.Absences.Notices);
        Assert.Empty(await host.Book.QueueAsync(new QueueFilter(null), CancellationToken.None));

        var second = await ImportAsync(maya);
        Assert.Equal(["0", "4: figures of that date stay as they were first brought", "1", "0", "0"], second.Page.QuerySelectorAll(".facts.card dd").Select(d => d.TextContent));
        Assert.Equal((4, 1), (host.Absences.Count, host.Absences.Notices.Count));
    }

    [Fact]
    public async Task Two_people_who_import_at_once_bring_each_figure_once()
    {
        await using var host = new ConsoleHost();
        var visitors = new[] { await host.SignInAsync("maya-okafor"), await host.SignInAsync("thomas-lindqvist"), await host.SignInAsync("grace-whitefeather") };
        foreach (var visitor in visitors) await visitor.GetAsync("/console/cases");
        var added = (await Task.WhenAll(visitors.Select(v => ImportAsync(v)))).Select(a => int.Parse(a.Page.QuerySelector(".facts.card dd")!.TextContent, System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal((4, 4, 1), (added.Sum(), host.Absences.Count, host.Absences.Notices.Count));
    }

    [Fact]
    public async Task Whoever_a_case_would_call_opens_it_with_one_press_and_has_it()
    {
        await using var host = new ConsoleHost();
        var maya = await host.SignInAsync("maya-okafor");
        var answer = await PressAsync(maya, await ImportAsync(maya), "open", "student");
        var opened = Assert.Single(await host.Book.QueueAsync(new QueueFilter(null), CancellationToken.None));
        Assert.Equal($"{Address}?opened={opened.Number}", answer.GoesTo);
        Assert.Equal(("attendance", "attendance-intervention@1", Severity.Standard, "riverbend-high", "opened", "maya-okafor"), (opened.Kind, opened.Protocol, opened.Severity, opened.SchoolId, opened.State, opened.Owner));
        Assert.Equal(["counselor", "principal", "student-services-director"], opened.Alerts.Single().Ladder.Select(r => r.Role));
        Assert.Equal("maya-okafor", opened.Alerts.Single().Acknowledged!.PersonId);
        Assert.Equal(["family-first", "outreach", "hand-on", "tier"], opened.Tasks.Select(t => t.Id));
        Assert.Equal(["plan-ready"], opened.Clocks.Select(c => c.Id));
        Assert.Equal(
            [("school", "Riverbend High School"), ("student", "Student number 770002"), ("rate", "24 percent of enrolled days missed (12 of 50 days) by Fri, Nov 20, 2026. The number suggests: Tier 3.")],
            host.Book.Words.Select(w => (w.About, w.Text.Reveal())));
        var list = await maya.GetAsync(answer.GoesTo!);
        Assert.Contains($"The case is open now: {opened.Number}", list.Text);
        Assert.Equal(["770001"], list.Page.QuerySelectorAll("[data-school] tbody bdi").Select(b => b.TextContent));
    }

    [Fact]
    public async Task Whoever_else_opens_a_case_raises_its_alert_as_the_protocol_does()
    {
        await using var host = new ConsoleHost();
        var thomas = await host.SignInAsync("thomas-lindqvist");
        var page = await ImportAsync(thomas);
        Assert.Contains("A case that you open alerts the school counselor.", page.Text);
        await PressAsync(thomas, page, "open", "student");
        var opened = Assert.Single(await host.Book.QueueAsync(new QueueFilter(null), CancellationToken.None));
        Assert.Equal((null, "a1"), (opened.Owner, opened.OpenAlert!.Id));
        Assert.Contains(host.Book.Notices, n => n is { Kind: NoticeKind.Alert, Role: "counselor", Urgent: false });
        Assert.Contains(host.Book.Audit, a => a.Action == AuditAction.Opened && a.Actor == Actor.Staff("thomas-lindqvist"));

        // Many at once would be as many alerts to one person.
        Assert.Null(page.Page.QuerySelector($"form[action='{Address}/all']"));
        Assert.Equal(HttpStatusCode.NotFound, (await thomas.PostAsync($"{Address}/all", [("school", "riverbend-high")])).Status);
    }

    [Fact]
    public async Task A_button_that_is_pressed_twice_opens_one_case()
    {
        await using var host = new ConsoleHost();
        var (maya, grace) = (await host.SignInAsync("maya-okafor"), await host.SignInAsync("grace-whitefeather"));
        var page = await ImportAsync(maya);
        Assert.Equal(HttpStatusCode.Redirect, (await PressAsync(maya, page, "open", "student")).Status);
        var again = await PressAsync(maya, page, "open", "student");
        Assert.Equal(HttpStatusCode.Conflict, again.Status);
        Assert.Contains("not on the list any more", again.Text);

        var (hers, theirs) = (await maya.GetAsync(Address), await grace.GetAsync(Address));
        await grace.GetAsync("/console/cases");
        var both = await Task.WhenAll(PressAsync(maya, hers, "open", "student"), PressAsync(grace, theirs, "open", "student"));
        Assert.Single(both, b => b.Status == HttpStatusCode.Redirect);
        Assert.Equal(2, (await host.Book.QueueAsync(new QueueFilter(null), CancellationToken.None)).Count);
    }

    [Fact]
    public async Task All_of_a_school_are_opened_by_the_person_whom_they_would_call_and_alert_nobody()
    {
        await using var host = new ConsoleHost();
        var maya = await host.SignInAsync("maya-okafor");
        var page = await ImportAsync(maya, Header + string.Concat(Enumerable.Range(0, 40).Select(n => $"7700{n:00},RHS,50,{6 + (n % 5)},2026-11-20\n")));
        Assert.Contains("Call the family first", page.Page.QuerySelector("details")!.TextContent);
        var answer = await PressAsync(maya, page, "all", "school");
        Assert.Equal($"{Address}?all=40", answer.GoesTo);
        var opened = await host.Book.QueueAsync(new QueueFilter(null), CancellationToken.None);
        Assert.Equal(40, opened.Count);
        Assert.All(opened, c => Assert.Equal(("maya-okafor", null), (c.Owner, c.OpenAlert)));
        Assert.Contains("40 cases are open now.", (await maya.GetAsync(answer.GoesTo!)).Text);
        Assert.Equal($"{Address}?all=0", (await PressAsync(maya, page, "all", "school")).GoesTo);
    }

    [Fact]
    public async Task A_later_figure_of_a_student_with_an_open_case_goes_into_it_and_not_onto_the_list()
    {
        await using var host = new ConsoleHost();
        var maya = await host.SignInAsync("maya-okafor");
        await PressAsync(maya, await ImportAsync(maya), "open", "student");
        host.Clock.Advance(TimeSpan.FromDays(14));
        var later = await ImportAsync(await host.SignInAsync("maya-okafor"), Header + "0770002,RHS,60,18,2026-12-04\n");
        Assert.Equal(["1", "0", "0", "1", "0"], later.Page.QuerySelectorAll(".facts.card dd").Select(d => d.TextContent));
        Assert.Equal("30 percent of enrolled days missed (18 of 60 days) by Fri, Dec 4, 2026. The number suggests: Tier 3.", host.Book.Words.Single(w => w.Kind == WordsKind.Note).Text.Reveal());
        Assert.Equal(["770001"], later.Page.QuerySelectorAll("[data-school] tbody bdi").Select(b => b.TextContent));
        Assert.Single(host.Absences.Notices);
    }

    [Fact]
    public async Task Those_on_duty_are_told_in_their_inbox_once_for_each_school()
    {
        await using var host = new ConsoleHost();
        await ImportAsync(await host.SignInAsync("thomas-lindqvist"));
        foreach (var (person, told) in new[] { ("maya-okafor", true), ("grace-whitefeather", true), ("daniel-reyes", false), ("marcus-bell", false), ("omar-haddad", false) })
            Assert.Equal((person, told), (person, Plain((await (await host.SignInAsync(person)).GetAsync("/console")).Text).Contains("At Riverbend High School 2 students are over the line and have no case.", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_list_that_cannot_be_read_is_refused_in_plain_words_and_stays_in_the_form()
    {
        await using var host = new ConsoleHost();
        var maya = await host.SignInAsync("maya-okafor");
        var answer = await PreviewAsync(maya, "student number,school\n770001,<b>RHS</b>\n");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("no column \"days enrolled\"", answer.Text);
        Assert.Equal("student number,school\n770001,<b>RHS</b>\n", answer.Page.QuerySelector("#csv")!.TextContent.ReplaceLineEndings("\n"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await ImportAsync(maya, Header)).Status);

        var large = await PreviewAsync(maya, Header + string.Concat(Enumerable.Repeat(";;\u00e9", 33_000)));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, large.Status);
        Assert.Contains("larger than 128 KB", large.Text);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await PreviewAsync(maya, new string('x', 450_000))).Status);
    }

    [Fact]
    public async Task No_students_number_is_in_an_address_a_cookie_the_audit_or_the_log()
    {
        await using var host = new ConsoleHost();
        var maya = await host.SignInAsync("maya-okafor");
        await PreviewAsync(maya);
        var page = await ImportAsync(maya);
        var gone = (await PressAsync(maya, page, "open", "student")).GoesTo + (await PressAsync(maya, page, "all", "school")).GoesTo + (await PressAsync(maya, page, "open", "student")).GoesTo;
        Assert.DoesNotContain("7700", gone + string.Join(';', maya.CookiesSet) + string.Join('\n', host.Book.Audit) + string.Join('\n', host.Book.Notices) + host.Logged.Text);
        Assert.Contains("absence figures: 4 added", host.Logged.Text);
        Assert.Equal(["riverbend-high:4"], host.Book.Audit.Where(a => a.Action == AuditAction.AbsencesImported).Select(a => a.Subject));
        Assert.Contains(host.Book.Audit, a => a is { Action: AuditAction.AbsencesShown, Subject: "riverbend-high:2" } && a.Actor == Actor.Staff("maya-okafor") && a.CaseId == Guid.Empty);
        Assert.DoesNotContain(page.Page.QuerySelectorAll("button[name=student]"), b => b.GetAttribute("value")!.Contains("7700", StringComparison.Ordinal));
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
