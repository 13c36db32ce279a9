using SupportBot.Cases;
using SupportBot.Dialogs;

namespace SupportBot.Storage.Tests;

/// <summary>Steps between two people: sealed with their case, taken once.</summary>
public class HandedRunTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    public static TheoryData<string> Databases() => OpenedStore.Databases();

    [Theory, MemberData(nameof(Databases))]
    public async Task Steps_wait_with_their_case_over_a_restart_and_are_taken_once(string database)
    {
        await using var opened = await OpenedStore.OpenAsync(database);
        var (@case, key, _) = await opened.OpenCaseAsync();
        var run = new HandedRun(@case.Id, key, "r1", StepsReason.SecondPerson, "ana", "ben", "counselor", Sample.Utf8("she cried in class"));
        Assert.Equal(CommitOutcome.Committed, (await opened.Turns.CommitAsync(Sample.Turn(opened.Now, "h1") with { Handed = [run] }, None)).Outcome);
        await opened.ReopenAsync();

        var waiting = (await opened.Turns.FindHandedAsync(@case.Id, "r1", None))!;
        Assert.Equal(("r1", StepsReason.SecondPerson, "ana", "ben", "counselor", opened.Now), (waiting.RunId, waiting.Why, waiting.FromPerson, waiting.ToPerson, waiting.Role, waiting.Since));
        Assert.Equal("she cried in class", Sample.Text(waiting.Payload));

        var took = new TakenRun(@case.Id, "r1");
        Assert.Equal(CommitOutcome.Committed, (await opened.Turns.CommitAsync(Sample.Turn(opened.Now, "t1", conversation: "ben") with { Taken = [took] }, None)).Outcome);
        Assert.Equal(CommitOutcome.Conflict, (await opened.Turns.CommitAsync(Sample.Turn(opened.Now, "t2", conversation: "eve") with { Taken = [took] }, None)).Outcome);
        Assert.Null(await opened.Turns.FindHandedAsync(@case.Id, "r1", None));
        Assert.Null(await opened.Turns.LoadAsync(Sample.Conversation("eve"), Sample.Tab(), None));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task A_case_in_which_steps_wait_is_found_over_a_restart_until_they_are_taken(string database)
    {
        await using var opened = await OpenedStore.OpenAsync(database);
        var (@case, key, _) = await opened.OpenCaseAsync();
        var steps = new CaseSteps("r1", StepsReason.SecondPerson, "ana", "ben", "counselor", opened.Now, opened.Now.AddHours(1), "k1");
        var handed = new CaseStep(@case with { Steps = [steps] }) { Deadlines = [new Deadline(@case.Id, DeadlineKind.Steps, steps.Subject, "k1", opened.Now.AddHours(1))] };
        var turn = Sample.Turn(opened.Now, "h1") with { Cases = [new CaseCommit(handed, @case.Revision, key)], Handed = [new HandedRun(@case.Id, key, "r1", StepsReason.SecondPerson, "ana", "ben", "counselor", Sample.Utf8("x"))] };
        // Somebody changed the case meanwhile: neither the steps nor the case stand.
        Assert.Equal(CommitOutcome.Conflict, (await opened.Turns.CommitAsync(turn with { Cases = [new CaseCommit(handed, @case.Revision + 1, key)] }, None)).Outcome);
        Assert.Empty(await opened.Book.WithStepsWaitingAsync(10, None));
        Assert.Equal(CommitOutcome.Committed, (await opened.Turns.CommitAsync(turn, None)).Outcome);
        await opened.ReopenAsync();

        var found = Assert.Single(await opened.Book.WithStepsWaitingAsync(10, None));
        Assert.Equal(steps, Assert.Single(found.Steps));
        var due = Assert.Single(await opened.Deadlines.ClaimDueAsync(opened.Now.AddHours(2), 10, TimeSpan.FromMinutes(1), None), d => d.Case?.Kind == DeadlineKind.Steps);
        Assert.Equal((steps.Subject, "k1"), (due.Case!.Subject, due.Case.Token));
        await opened.Turns.CommitAsync(Sample.Turn(opened.Now, "t1", conversation: "ben") with { Taken = [new TakenRun(@case.Id, "r1")] }, None);
        Assert.Empty(await opened.Book.WithStepsWaitingAsync(10, None));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Ten_people_at_once_have_one_winner(string database)
    {
        await using var opened = await OpenedStore.OpenAsync(database);
        var (@case, key, _) = await opened.OpenCaseAsync();
        await opened.Turns.CommitAsync(Sample.Turn(opened.Now, "h1") with { Handed = [new HandedRun(@case.Id, key, "r1", StepsReason.SecondPerson, "ana", null, "counselor", Sample.Utf8("x"))] }, None);
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 10).Select(i => opened.Turns.CommitAsync(Sample.Turn(opened.Now, $"t{i}", conversation: $"p{i}") with { Taken = [new TakenRun(@case.Id, "r1")] }, None)));
        Assert.Single(outcomes, o => o.Outcome == CommitOutcome.Committed);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task What_was_moved_to_another_case_does_not_open(string database)
    {
        await using var opened = await OpenedStore.OpenAsync(database);
        var (one, key, _) = await opened.OpenCaseAsync();
        var (other, _, _) = await opened.OpenCaseAsync();
        await opened.Turns.CommitAsync(Sample.Turn(opened.Now, "h1") with { Handed = [new HandedRun(one.Id, key, "r1", StepsReason.HandedOver, "ana", null, "counselor", Sample.Utf8("x"))] }, None);
        await opened.ExecuteAsync($"UPDATE handed_run SET case_id=(SELECT id FROM case_file WHERE number='{other.Number}')");
        await Assert.ThrowsAnyAsync<System.Security.Cryptography.CryptographicException>(() => opened.Turns.FindHandedAsync(other.Id, "r1", None));
        Assert.Equal(0, await opened.ScalarAsync<long>("SELECT COUNT(*) FROM handed_run WHERE CAST(ct AS TEXT) LIKE '%cried%'"));
    }
}
