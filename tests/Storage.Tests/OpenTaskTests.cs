using SupportBot.Cases;
using SupportBot.Console;

namespace SupportBot.Storage.Tests;

/// <summary>The list of open tasks follows the cases commit by commit, and is read by role and due time without reading every case.</summary>
public class OpenTaskTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    private static readonly CasePlan Plan = Sample.Plan with
    {
        Tasks =
        [
            new TaskPlan { Id = "call-home", Title = "Call home", Owner = "counselor", Opens = "received", Due = Span.Hours(2) },
            new TaskPlan { Id = "health", Title = "Look at the health plan", Owner = "nurse", Opens = "received", Due = Span.Hours(1), TwoPerson = true, AgreedBy = ["principal", "administrator"] },
            new TaskPlan { Id = "some-day", Title = "Some day", Owner = "counselor", Opens = "received" },
        ],
        Outcomes = [new PlanChoice("done", "Done")],
    };

    public static TheoryData<string> Databases() => OpenedStore.Databases();

    private static CaseMoment By(OpenedStore opened, string person = "ana") => Sample.Moment(opened.Now, Actor.Staff(person)) with { Plan = Plan };

    private static async Task<Case> OpenAsync(OpenedStore opened, string number, string school = "north")
    {
        var step = CaseEngine.Open(new CaseOpening(Guid.NewGuid(), number, "report@1", [], Severity.Standard, school, "OR", false, "en", []), By(opened));
        Assert.True(await opened.Book.CommitAsync([new CaseChange(step, 0)], None));
        return (await opened.Book.FindAsync(step.Case.Id, None))!;
    }

    private static async Task<Case> DoAsync(OpenedStore opened, Case @case, CaseResult result)
    {
        Assert.True(await opened.Book.CommitAsync(result.Step!, @case.Revision, None));
        return (await opened.Book.FindAsync(@case.Id, None))!;
    }

    private static async Task<IReadOnlyList<string>> ListAsync(OpenedStore opened, string[]? roles, string person = "nobody", string[]? schools = null, TaskMark? after = null, int most = 50) =>
        [.. (await opened.Book.TasksAsync(new TaskFilter(schools, roles, person, after, most), None)).Select(t => $"{t.Case.Number} {t.Mark.TaskId}")];

    [Theory, MemberData(nameof(Databases))]
    public async Task Tasks_stand_by_role_with_the_earliest_due_first_and_those_without_a_time_last(string database)
    {
        await using var opened = await OpenedStore.OpenAsync(database);
        await OpenAsync(opened, "B22-222");
        opened.Clock.Advance(TimeSpan.FromMinutes(30));
        await OpenAsync(opened, "A11-111", "south");
        Assert.Equal(["B22-222 call-home", "A11-111 call-home", "A11-111 some-day", "B22-222 some-day"], await ListAsync(opened, ["counselor"]));
        Assert.Equal(["B22-222 health", "A11-111 health"], await ListAsync(opened, ["nurse"]));
        Assert.Equal(6, (await ListAsync(opened, null)).Count);
        Assert.Equal(["A11-111 call-home", "A11-111 some-day"], await ListAsync(opened, ["counselor"], schools: ["south"]));
        Assert.Empty(await ListAsync(opened, []));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task What_is_handed_over_filled_in_agreed_or_closed_moves_in_the_list_at_once(string database)
    {
        await using var opened = await OpenedStore.OpenAsync(database);
        var @case = await OpenAsync(opened, "A11-111");
        @case = await DoAsync(opened, @case, CaseEngine.HandOver(@case, "call-home", "ben", By(opened)));
        Assert.Equal(["A11-111 some-day"], await ListAsync(opened, ["counselor"]));
        Assert.Equal(["A11-111 call-home"], await ListAsync(opened, ["nurse-of-nowhere"], "ben"));

        @case = await DoAsync(opened, @case, CaseEngine.FinishTask(@case, "health", new Dictionary<string, string>(), [], By(opened)));
        Assert.Empty(await ListAsync(opened, ["nurse"]));
        Assert.Equal(["A11-111 health"], await ListAsync(opened, ["principal"]));
        Assert.Equal(["A11-111 health", "A11-111 health"], await ListAsync(opened, ["principal", "administrator"]));
        @case = await DoAsync(opened, @case, CaseEngine.Agree(@case, "health", false, By(opened, "ben")));
        Assert.Equal((1, 0), ((await ListAsync(opened, ["nurse"])).Count, (await ListAsync(opened, ["principal"])).Count));

        @case = await DoAsync(opened, @case, CaseEngine.Transfer(@case, "south", "OR", [new Rung("counselor", Span.Hours(1))], By(opened)));
        Assert.Empty(await ListAsync(opened, null, schools: ["north"]));
        @case = await DoAsync(opened, @case, CaseEngine.Acknowledge(@case, @case.OpenAlert!.Id, By(opened)));
        @case = await DoAsync(opened, @case, CaseEngine.Close(@case, "closed", "done", null, By(opened)));
        Assert.Equal(0, await opened.ScalarAsync<int>("SELECT COUNT(*) FROM open_task"));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Each_page_goes_on_where_the_one_before_ended(string database)
    {
        await using var opened = await OpenedStore.OpenAsync(database);
        // All due at the same moment: the number and the task say what comes after what.
        for (var i = 0; i < 7; i++) await OpenAsync(opened, $"C{i}0-00A");
        List<string> all = [];
        TaskMark? after = null;
        for (var page = 0; page < 10; page++)
        {
            var some = await opened.Book.TasksAsync(new TaskFilter(null, ["counselor"], "nobody", after, 4), None);
            if (some.Count == 0) break;
            all.AddRange(some.Select(t => $"{t.Case.Number} {t.Mark.TaskId}"));
            after = some[^1].Mark;
        }

        Assert.Equal(14, all.Count);
        Assert.Equal(await ListAsync(opened, ["counselor"]), all);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task A_commit_that_came_too_late_changes_nothing_in_the_list(string database)
    {
        await using var opened = await OpenedStore.OpenAsync(database);
        var before = await OpenAsync(opened, "A11-111");
        await DoAsync(opened, before, CaseEngine.HandOver(before, "call-home", "ben", By(opened)));
        Assert.False(await opened.Book.CommitAsync(CaseEngine.HandOver(before, "some-day", "ben", By(opened)).Step!, before.Revision, None));
        Assert.Equal(["A11-111 some-day"], await ListAsync(opened, ["counselor"]));
    }
}
