using SupportBot.Cases;
using SupportBot.Console;

namespace SupportBot.Storage.Tests;

/// <summary>A critical case does not end silently in another: both databases keep both as they were until nothing is left undone.</summary>
public class MergeTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    public static TheoryData<string> Databases() => OpenedStore.Databases();

    private static CaseMoment Moment(OpenedStore opened) => Sample.Moment(opened.Now, Actor.Staff("ana")) with { Plan = Sample.Plan with { Outcomes = [new("duplicate", "The same as another")] } };

    private static PairResult Merge(OpenedStore opened, Case duplicate, Case into) =>
        CaseEngine.Merge(duplicate, into, false, Sample.WordsOf(duplicate.Id, "the same student", WordsKind.Reason, Actor.Staff("ana"), opened.Now), Moment(opened));

    private static async Task<Case> DoAsync(OpenedStore opened, Guid id, Func<Case, CaseMoment, CaseResult> act)
    {
        var now = (await opened.Book.FindAsync(id, None))!;
        Assert.True(await opened.Book.CommitAsync(act(now, Moment(opened)).Step!, now.Revision, None));
        return (await opened.Book.FindAsync(id, None))!;
    }

    private static Task<Case> TakeAsync(OpenedStore opened, Guid id) => DoAsync(opened, id, (now, moment) => CaseEngine.Acknowledge(now, now.Alerts[^1].Id, moment));

    private static Task<Case> CallHomeAsync(OpenedStore opened, Guid id) => DoAsync(opened, id, (now, moment) => CaseEngine.FinishTask(now, "call-home", new Dictionary<string, string>(), [], moment));

    [Theory, MemberData(nameof(Databases))]
    public async Task What_is_left_to_do_is_done_first_and_then_the_two_are_one(string database)
    {
        await using var opened = await OpenedStore.OpenAsync(database);
        var (first, _, _) = await opened.OpenCaseAsync(severity: Severity.Critical);
        var (second, _, _) = await opened.OpenCaseAsync(severity: Severity.Critical);
        await TakeAsync(opened, first.Id);
        var into = await CallHomeAsync(opened, first.Id);
        // Nobody has taken it, and the call home of the other was made before this one was known.
        var left = Assert.IsType<Refusal.MergeLeavesUndone>(Merge(opened, second, into).Refused);
        Assert.Equal(("call-home", true), (Assert.Single(left.TaskIds), left.AlertOpen));
        Assert.Equal(1, await opened.ScalarAsync<long>($"SELECT COUNT(*) FROM deadline WHERE subject='{second.Alerts[0].Id}' AND token='{second.Alerts[0].Token}'"));

        await TakeAsync(opened, second.Id);
        var duplicate = await CallHomeAsync(opened, second.Id);
        var merged = Merge(opened, duplicate, into);
        Assert.True(await opened.Book.CommitAsync([new CaseChange(merged.One!, duplicate.Revision), new CaseChange(merged.Other!, into.Revision)], None));
        Assert.Equal(first.Id, (await opened.Book.FindAsync(second.Id, None))!.MergedInto!.CaseId);
        Assert.Equal(LinkKind.Merged, (await opened.Book.FindAsync(first.Id, None))!.Links.Single().Kind);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task What_is_open_in_both_goes_on_in_the_other_with_its_deadline(string database)
    {
        await using var opened = await OpenedStore.OpenAsync(database);
        var (first, _, _) = await opened.OpenCaseAsync(severity: Severity.Critical);
        var (second, _, _) = await opened.OpenCaseAsync(severity: Severity.Critical);
        var merged = Merge(opened, second, first);
        Assert.True(await opened.Book.CommitAsync([new CaseChange(merged.One!, second.Revision), new CaseChange(merged.Other!, first.Revision)], None));
        var goesOn = (await opened.Book.FindAsync(first.Id, None))!;
        Assert.NotNull(goesOn.OpenAlert);
        var task = Assert.Single(goesOn.OpenTasks);
        opened.Clock.Advance(TimeSpan.FromHours(3));
        Assert.NotNull(CaseEngine.TaskFellDue(goesOn, task.Id, task.Token, Moment(opened)));
    }
}
