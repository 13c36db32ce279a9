using SupportBot.Cases;
using SupportBot.Dialogs;

namespace SupportBot.Storage.Tests;

public class TurnTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    public static TheoryData<string> Databases() => OpenedStore.Databases();

    [Theory, MemberData(nameof(Databases))]
    public async Task A_turn_that_was_committed_is_there_after_a_restart(string database)
    {
        await using var opened = await OpenedStore.OpenAsync(database);
        var result = await opened.Turns.CommitAsync(Sample.Turn(opened.Now, "a1", state: "{\"step\":1}"), None);
        Assert.Equal((CommitOutcome.Committed, 1, 0), (result.Outcome, result.Revision, result.FirstReply));

        await opened.ReopenAsync();
        var conversation = await opened.Turns.LoadAsync(Sample.Conversation(), Sample.Tab(), None);
        Assert.Equal("{\"step\":1}", Sample.Text(conversation!.State));
        Assert.Equal(1, conversation.Revision);
        var replies = await opened.Turns.RepliesAsync(Sample.Conversation(), Sample.Tab(), 1, None);
        Assert.Equal("{\"text\":\"again\"}", Sample.Text(Assert.Single(replies)));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Another_tab_opens_neither_the_state_nor_the_replies(string database)
    {
        await using var opened = await OpenedStore.OpenAsync(database);
        await opened.Turns.CommitAsync(Sample.Turn(opened.Now, "a1"), None);
        Assert.Null(await opened.Turns.LoadAsync(Sample.Conversation(), Sample.Tab(8), None));
        Assert.Null(await opened.Turns.LoadAsync(Sample.Conversation(), Lockbox.Server, None));
        Assert.Empty(await opened.Turns.RepliesAsync(Sample.Conversation(), Sample.Tab(8), 0, None));
        Assert.Null(await opened.Turns.LoadAsync(Sample.Conversation("c2"), Sample.Tab(), None));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task A_turn_computed_on_an_older_revision_is_a_conflict_and_leaves_nothing(string database)
    {
        await using var opened = await OpenedStore.OpenAsync(database);
        await opened.Turns.CommitAsync(Sample.Turn(opened.Now, "a1"), None);
        await opened.Turns.CommitAsync(Sample.Turn(opened.Now, "a2", expected: 1), None);
        var late = Sample.Turn(opened.Now, "a3", expected: 1) with { Cases = [new CaseCommit(Sample.Report(opened.Now), 0, CaseKey.New())] };
        Assert.Equal(CommitOutcome.Conflict, (await opened.Turns.CommitAsync(late, None)).Outcome);
        Assert.Equal(CommitOutcome.Conflict, (await opened.Turns.CommitAsync(Sample.Turn(opened.Now, "a4"), None)).Outcome);

        Assert.Equal(0, await opened.ScalarAsync<int>("SELECT COUNT(*) FROM case_file"));
        Assert.Equal(2, await opened.ScalarAsync<int>("SELECT COUNT(*) FROM turn_key"));
        Assert.Equal(2, await opened.ScalarAsync<int>("SELECT COUNT(*) FROM transcript"));
        // The same activity may come again once the conversation has been loaded anew.
        Assert.Equal(CommitOutcome.Committed, (await opened.Turns.CommitAsync(late with { ExpectedRevision = 2 }, None)).Outcome);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task A_repeat_gets_the_answer_of_the_first_time_and_changes_nothing(string database)
    {
        await using var opened = await OpenedStore.OpenAsync(database);
        await opened.Turns.CommitAsync(Sample.Turn(opened.Now, "a1"), None);
        await opened.Turns.CommitAsync(Sample.Turn(opened.Now, "a2", expected: 1), None);
        await opened.ReopenAsync();
        var again = await opened.Turns.CommitAsync(Sample.Turn(opened.Now, "a2", expected: 2, state: "{\"other\":1}") with { Replies = [] }, None);
        Assert.Equal((CommitOutcome.Repeat, 2, 2), (again.Outcome, again.Revision, again.FirstReply));
        Assert.Equal(["{\"text\":\"hello\"}", "{\"text\":\"again\"}"], again.Earlier.Select(Sample.Text));
        Assert.Equal("{}", Sample.Text((await opened.Turns.LoadAsync(Sample.Conversation(), Sample.Tab(), None))!.State));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task The_same_submit_64_times_at_the_same_instant_opens_one_case_and_gets_one_answer(string database)
    {
        await using var opened = await OpenedStore.OpenAsync(database);
        await opened.Turns.CommitAsync(Sample.Turn(opened.Now, "a1"), None);
        var results = await Task.WhenAll(Enumerable.Range(0, 64).Select(i => Task.Run(() => opened.Turns.CommitAsync(
            Sample.Turn(opened.Now, "submit", expected: 1) with
            {
                Cases = [new CaseCommit(Sample.Report(opened.Now), 0, CaseKey.New())],
                Replies = [Sample.Utf8($"answer {i}")],
            },
            None))));

        var first = Assert.Single(results, r => r.Outcome == CommitOutcome.Committed);
        Assert.All(results.Where(r => r != first), r => Assert.Equal((CommitOutcome.Repeat, 2, 2), (r.Outcome, r.Revision, r.FirstReply)));
        Assert.Equal(1, await opened.ScalarAsync<int>("SELECT COUNT(*) FROM case_file"));
        var replies = await opened.Turns.RepliesAsync(Sample.Conversation(), Sample.Tab(), 2, None);
        Assert.All(results.Where(r => r != first), r => Assert.Equal(Sample.Text(Assert.Single(replies)), Sample.Text(Assert.Single(r.Earlier))));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Turns_that_are_committed_together_do_not_spoil_one_another(string database)
    {
        await using var opened = await OpenedStore.OpenAsync(database);
        var batch = opened.Store.Open.Writer;
        var before = batch.Commits;
        var held = new ManualResetEventSlim();
        var block = batch.WriteAsync(_ => { held.Wait(); return 0; });
        var turns = Enumerable.Range(0, 60).Select(i => opened.Turns.CommitAsync(Sample.Turn(opened.Now, "a1", expected: i % 3 == 0 ? 5 : 0, conversation: $"c{i}"), None)).ToList();
        held.Set();
        await block;
        var results = await Task.WhenAll(turns);

        for (var i = 0; i < 60; i++)
        {
            Assert.Equal(i % 3 == 0 ? CommitOutcome.Conflict : CommitOutcome.Committed, results[i].Outcome);
            Assert.Equal(i % 3 == 0, await opened.Turns.LoadAsync(Sample.Conversation($"c{i}"), Sample.Tab(), None) is null);
        }

        Assert.InRange(batch.Commits - before, 1, 2);
        Assert.Equal(40, await opened.ScalarAsync<int>("SELECT COUNT(*) FROM conversation"));
    }
}
