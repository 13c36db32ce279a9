using System.Net;
using Microsoft.Extensions.DependencyInjection;
using SupportBot.Cases;

namespace SupportBot.Console.Tests;

/// <summary>What of the log is published, and who sees the rows.</summary>
public sealed class PublicLogTests
{
    private const string Address = "/console/public-log", Rows = $"{Address}/rows", Officer = "victor-castellanos";

    private static readonly string CaliforniaSchools = Demo.Text("directory/schools.yaml").Replace("    levels:", "    jurisdiction: CA\n    levels:", StringComparison.Ordinal);

    private static ConsoleHost California() => new(services: s => s.AddSingleton(Demo.With("directory/schools.yaml", CaliforniaSchools)));

    private static LogRow Row(string kind = "harassment", string school = "heron-middle", int year = 2025, string outcome = "substantiated", bool held = false, string jurisdiction = "CA", int days = 12) =>
        new("bullying-report@2", school, jurisdiction, year, new DateOnly(year, 11, 3), kind, "middle", "no-group", outcome, "support", days, held);

    private static void Enter(ConsoleHost host, int times, LogRow row, params string[] keptOut)
    {
        for (var i = 0; i < times; i++) host.Log.Entries.Add(new LogEntry(row, keptOut));
    }

    private static Dictionary<string, string> Table(Answer answer, string by) =>
        answer.Page.QuerySelectorAll("table").First(t => t.GetAttribute("data-by") == by).QuerySelectorAll("tbody tr").ToDictionary(r => r.QuerySelector("td")!.TextContent, r => r.QuerySelectorAll("td")[1].TextContent);

    [Fact]
    public async Task Only_the_role_that_the_task_names_sees_it()
    {
        await using var host = new ConsoleHost();
        foreach (var person in Demo.District.People)
        {
            var visitor = await host.SignInAsync(person.Id);
            var may = person.Posts.Any(p => p.Role == "civil-rights-officer");
            foreach (var address in new[] { Address, Rows })
            {
                Assert.Equal((person.Id, may ? HttpStatusCode.OK : HttpStatusCode.NotFound), (person.Id, (await visitor.GetAsync(address)).Status));
                if (!may) Assert.Equal(HttpStatusCode.NotFound, (await visitor.PostAsync($"{address}/export", [])).Status);
            }
        }

        Assert.Contains(Demo.District.Person(Officer)!.Posts, p => p.Role == "civil-rights-officer");
    }

    [Fact]
    public async Task Where_nobody_asks_for_a_log_the_page_says_so_with_source_and_status_and_nothing_is_published()
    {
        await using var host = new ConsoleHost();
        Enter(host, 40, Row(jurisdiction: "OR"));
        var omar = await host.SignInAsync(Officer);
        var page = await omar.GetAsync($"{Address}?year=2025");
        var duty = page.Page.QuerySelector("[aria-labelledby=asked]")!.TextContent;
        Assert.Contains("No duty applies that we know of", duty);
        Assert.Contains("none of the stored Oregon sources asks for a public log", duty);
        Assert.Contains("Not verified: ask before relying on it", duty);
        Assert.NotNull(page.Page.QuerySelector("#none"));
        Assert.Empty(page.Page.QuerySelectorAll("table"));
        Assert.Equal("text/html; charset=utf-8", (await omar.PostAsync($"{Address}/export?year=2025", [])).Headers["Content-Type"]);
        Assert.DoesNotContain(host.Book.Audit, a => a.Action == AuditAction.LogExported);
    }

    [Fact]
    public async Task Small_numbers_and_those_that_would_tell_them_are_words()
    {
        await using var host = California();
        Enter(host, 14, Row(days: 8));
        Enter(host, 20, Row("bias", outcome: "unfounded"));
        Enter(host, 3, Row("hazing", "riverbend-high", days: 45));
        var omar = await host.SignInAsync(Officer);
        var page = await omar.GetAsync($"{Address}?year=2025");
        Assert.Contains("37", page.Page.QuerySelector("[data-total]")!.TextContent);
        var kinds = Table(page, "Kind");
        Assert.Equal(("not shown", "20", "fewer than 10", "0"), (kinds["Bullying or harassment"], kinds["Bias or a symbol of hate"], kinds["Hazing"], kinds["Sexual harassment"]));
        // Of two schools with all complaints, one number would tell the other.
        Assert.Equal(["not shown"], Table(page, "School").Values.Distinct());
        var outcomes = Table(page, "Outcome");
        Assert.Equal(("17", "20"), (outcomes["It happened; measures were taken"], outcomes["It did not happen"]));

        var file = await omar.PostAsync($"{Address}/export?year=2025", []);
        Assert.Equal(("text/csv; charset=utf-8", true), (file.Headers["Content-Type"], file.Headers["Content-Disposition"].Contains("public-log-2025.csv", StringComparison.Ordinal)));
        Assert.Contains("Bullying report,2025–26,all,All,37\r\n", file.Body);
        Assert.Contains("Bullying report,2025–26,Kind,Hazing,fewer than 10\r\n", file.Body);
        Assert.DoesNotContain("2025-11-03", file.Body);
        Assert.Equal(["published:2025:2"], host.Book.Audit.Where(a => a.Action is AuditAction.LogExported or AuditAction.LogShown).Select(a => a.Subject));
    }

    [Fact]
    public async Task A_year_with_fewer_than_ten_shows_that_and_no_more()
    {
        await using var host = California();
        Enter(host, 9, Row());
        var page = await (await host.SignInAsync(Officer)).GetAsync($"{Address}?year=2025");
        Assert.Contains("fewer than 10", page.Page.QuerySelector("[data-total]")!.TextContent);
        Assert.Empty(page.Page.QuerySelectorAll("table"));
        Assert.DoesNotContain("9", page.Page.QuerySelector("[data-total]")!.TextContent);
    }

    [Fact]
    public async Task A_row_that_could_point_at_somebody_is_counted_without_its_school()
    {
        await using var host = California();
        Enter(host, 15, Row());
        Enter(host, 12, Row(held: true));
        var schools = Table(await (await host.SignInAsync(Officer)).GetAsync($"{Address}?year=2025"), "School");
        Assert.Equal(("15", "12"), (schools["Heron Middle School"], schools["School not given"]));
        // Grades beside schools would give back what was held: 27 of the middle grades, 15 of the only middle school.
        Assert.DoesNotContain((await (await host.SignInAsync(Officer)).GetAsync($"{Address}?year=2025")).Page.QuerySelectorAll("table"), t => t.GetAttribute("data-by") == "Grades");
    }

    [Fact]
    public async Task A_school_year_is_published_when_it_is_over_and_not_from_day_to_day()
    {
        await using var host = California();
        Enter(host, 30, Row(year: 2026));
        var page = await (await host.SignInAsync(Officer)).GetAsync($"{Address}?year=2026");
        Assert.Empty(page.Page.QuerySelectorAll("table"));
        Assert.Contains("Aug 1, 2027", page.Page.QuerySelector("#not-over")!.TextContent);
        host.Clock.Advance(TimeSpan.FromDays(260));
        Assert.NotEmpty((await (await host.SignInAsync(Officer)).GetAsync($"{Address}?year=2026")).Page.QuerySelectorAll("table"));
    }

    [Fact]
    public async Task Rows_are_for_inside_are_read_with_a_trace_and_leave_out_cases_that_the_reader_is_kept_out_of()
    {
        await using var host = new ConsoleHost();
        Enter(host, 1, Row(jurisdiction: "OR"));
        Enter(host, 1, Row("bias", "riverbend-high", jurisdiction: "OR", held: true), Officer);
        host.Log.Entries.Add(new LogEntry(Row("sexual"), null));
        var omar = await host.SignInAsync(Officer);
        var page = await omar.GetAsync($"{Rows}?year=2025");
        Assert.Contains("Not to publish.", page.Text);
        Assert.Equal("Bullying report|Mon, Nov 3, 2025|Middle|Bullying or harassment|No|It happened; measures were taken|Help for whom it happened to|12|no", string.Join('|', Assert.Single(page.Page.QuerySelectorAll("tbody tr")).QuerySelectorAll("td").Select(c => c.TextContent)));

        var file = await omar.PostAsync($"{Rows}/export?year=2025", []);
        Assert.StartsWith("\uFEFF\"INTERNAL", file.Body);
        Assert.Contains("Bullying report,2025–26,Heron Middle School,2025-11-03,Middle,", file.Body);
        Assert.DoesNotContain("symbol of hate", file.Body);
        Assert.Equal([(AuditAction.LogShown, "2025:1"), (AuditAction.LogExported, "internal:2025:1")], host.Book.Audit.Where(a => a.CaseId == Guid.Empty && a.Action.StartsWith("log-", StringComparison.Ordinal)).Select(a => (a.Action, a.Subject)));
    }

    [Fact]
    public async Task A_cell_that_would_be_a_formula_is_text()
    {
        await using var host = new ConsoleHost();
        Enter(host, 1, Row("=1+1", jurisdiction: "OR") with { Reported = null });
        var file = await (await host.SignInAsync(Officer)).PostAsync($"{Rows}/export?year=2025", []);
        Assert.Contains(",Heron Middle School,,Middle,'=1+1,", file.Body);
    }

    [Fact]
    public async Task A_year_that_is_not_there_is_answered_with_one_that_is()
    {
        await using var host = new ConsoleHost();
        var omar = await host.SignInAsync(Officer);
        foreach (var year in new[] { "abc", "-1", "99999999999", "2003" })
            Assert.Equal(HttpStatusCode.OK, (await omar.GetAsync($"{Rows}?year={year}")).Status);
    }
}
