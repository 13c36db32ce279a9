using System.Net;
using SupportBot.Cases;

namespace SupportBot.Console.Tests;

/// <summary>Role × school × assignment × alert × exclusion × action, against lists of people that were written by hand from the demo district.</summary>
public class AccessTests
{
    private static readonly string[] Schools = ["riverbend-high", "heron-middle", "cottonwood-elementary"];
    private static readonly string[] Assignments = ["nobody", "owner", "task"];
    private static readonly string[] Alerts = ["none", "safeguarding-lead", "duty-counselor"];

    private static readonly Dictionary<string, string[]> WorkHere = new()
    {
        ["riverbend-high"] = ["maya-okafor", "thomas-lindqvist", "marcus-bell"],
        ["heron-middle"] = ["daniel-reyes", "aisha-karim", "jun-watanabe"],
        ["cottonwood-elementary"] = ["linh-tran", "carmen-delgado", "ruth-abrams"],
    };

    private static readonly string[] SeeEverywhere = ["grace-whitefeather", "rosa-jimenez"];

    private static readonly Dictionary<string, string[]> Called = new()
    {
        ["none"] = [],
        ["safeguarding-lead"] = ["elena-petrova", "samuel-adeyemi", "rosa-jimenez"],
        ["duty-counselor"] = ["maya-okafor", "daniel-reyes", "linh-tran", "grace-whitefeather", "elena-petrova", "samuel-adeyemi"],
    };

    private static readonly string[] LeadEverywhere = ["rosa-jimenez", "william-hart", "elena-petrova", "samuel-adeyemi", "maya-okafor", "daniel-reyes", "linh-tran", "grace-whitefeather"];

    private static bool MaySee(Cell cell) =>
        !cell.Excluded && (cell.Assignment != "nobody" || WorkHere[cell.School].Contains(cell.Person) || SeeEverywhere.Contains(cell.Person) || Called[cell.Alert].Contains(cell.Person));

    private static bool MayDirect(Cell cell) => MaySee(cell) && (cell.Assignment == "owner" || WorkHere[cell.School].Contains(cell.Person) || LeadEverywhere.Contains(cell.Person));

    private sealed record Cell(string Person, string School, string Assignment, string Alert, bool Excluded);

    [Fact]
    public async Task What_anybody_may_do_is_role_times_school_times_assignment()
    {
        await using var host = new ConsoleHost();
        var wrong = new List<string>();
        var cells = 0;
        foreach (var person in Demo.District.People)
        {
            var visitor = await host.SignInAsync(person.Id);
            foreach (var school in Schools)
                foreach (var assignment in Assignments)
                    foreach (var alert in Alerts)
                        foreach (var excluded in new[] { false, true })
                        {
                            var cell = new Cell(person.Id, school, assignment, alert, excluded);
                            foreach (var (action, expected) in new[] { ("see", MaySee(cell) ? 200 : 404), ("note", MaySee(cell) ? 302 : 404), ("direct", !MaySee(cell) ? 404 : MayDirect(cell) ? 302 : 403) })
                            {
                                cells++;
                                var status = (int)await TryAsync(host, visitor, cell, action, cells);
                                if (status != expected) wrong.Add($"{cell} {action}: {status} instead of {expected}");
                            }
                        }
        }

        Assert.True(cells >= 2000, $"Only {cells} cells.");
        Assert.Empty(wrong);
    }

    private static async Task<HttpStatusCode> TryAsync(ConsoleHost host, Visitor visitor, Cell cell, string action, int numbered)
    {
        var number = CaseNumber.From([.. Enumerable.Range(0, 6).Select(place => (byte)(numbered / Math.Pow(30, place) % 30))]);
        var step = host.Opened(number, cell.School);
        if (cell.Alert != "none") step = host.Alerted(step, [cell.Alert]);
        var @case = step.Case with
        {
            Owner = cell.Assignment == "owner" ? cell.Person : null,
            Excluded = cell.Excluded ? [cell.Person] : [],
            Tasks = cell.Assignment == "task" ? [step.Case.Tasks[0] with { Owner = cell.Person }] : step.Case.Tasks,
        };
        host.Book.Put(new CaseStep(@case));
        var answer = action switch
        {
            "see" => await visitor.GetAsync($"/console/cases/{number}"),
            "note" => await visitor.PostAsync($"/console/cases/{number}/note", [("text", "seen")]),
            _ => await visitor.PostAsync($"/console/cases/{number}/keepout", [("person", "omar-haddad")]),
        };
        return answer.Status;
    }

    [Fact]
    public async Task A_case_that_is_not_yours_and_a_case_that_does_not_exist_are_byte_for_byte_the_same()
    {
        await using var host = new ConsoleHost();
        host.Book.Put(host.Opened("K7M-2QD"));
        var visitor = await host.SignInAsync("aisha-karim");
        foreach (var tail in new[] { "", "/anything" })
            Same(await visitor.GetAsync($"/console/cases/K7M-2QD{tail}"), await visitor.GetAsync($"/console/cases/ZZZ-ZZZ{tail}"));
        foreach (var verb in new[] { "open", "ask", "note", "task", "handover", "acknowledge", "assign", "transfer", "keepout", "move", "close", "reopen", "agree", "child", "relate", "merge", "hold", "lift", "keep", "stepaside", "nothing" })
            Same(await visitor.PostAsync($"/console/cases/K7M-2QD/{verb}", [("text", "x"), ("alert", "a1"), ("person", "maya-okafor")]), await visitor.PostAsync($"/console/cases/ZZZ-ZZZ/{verb}", [("text", "x"), ("alert", "a1"), ("person", "maya-okafor")]));
        Same(await visitor.GetAsync("/console/protocols/bullying-report/1?case=K7M-2QD"), await visitor.GetAsync("/console/protocols/bullying-report/1?case=ZZZ-ZZZ"));
        Same(await visitor.GetAsync("/console/protocols/bullying-report/1/drawing?case=K7M-2QD"), await visitor.GetAsync("/console/protocols/bullying-report/1/drawing?case=ZZZ-ZZZ"));

        static void Same(Answer hidden, Answer missing)
        {
            Assert.Equal(HttpStatusCode.NotFound, hidden.Status);
            Assert.Equal(missing.Status, hidden.Status);
            Assert.Equal(missing.Body, hidden.Body);
            Assert.Equal(Headers(missing), Headers(hidden));
        }

        // The session's cookie is renewed by every request; only its name says anything.
        static IEnumerable<string> Headers(Answer answer) => answer.Headers.Where(h => h.Key != "Date").OrderBy(h => h.Key).Select(h => h.Key == "Set-Cookie" ? h.Value.Split('=')[0] : $"{h.Key}: {h.Value}");
    }

    [Fact]
    public async Task Somebody_named_in_the_report_meets_it_nowhere()
    {
        await using var host = new ConsoleHost();
        var step = host.Alerted(host.Opened("K7M-2QD", severity: Severity.Urgent, excluded: "maya-okafor"), ["counselor", "principal"], climbs: 3);
        host.Book.Put(step);
        host.Book.Deliver("maya-okafor", step.Case, "a1", host.Clock.GetUtcNow());
        host.Book.Deliver("thomas-lindqvist", step.Case, "a1", host.Clock.GetUtcNow());

        foreach (var path in new[] { "/console", "/console/inbox/alerts", "/console/cases", "/console/cases?closed=true&whose=nobody" })
        {
            Assert.Contains("K7M-2QD", (await (await host.SignInAsync("thomas-lindqvist")).GetAsync(path)).Body);
            var page = await (await host.SignInAsync("maya-okafor")).GetAsync(path);
            Assert.DoesNotContain("K7M-2QD", page.Body);
            Assert.DoesNotContain("Nobody has answered", page.Body);
            if (path.Contains("cases", StringComparison.Ordinal)) Assert.Contains("0 cases", page.Text);
        }
    }
}
