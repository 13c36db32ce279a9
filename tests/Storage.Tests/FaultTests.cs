using SupportBot.Cases;
using SupportBot.Dialogs;

namespace SupportBot.Storage.Tests;

/// <summary>What happens when writing goes wrong: nothing is half written, nobody is told a lie, the next turn goes on.</summary>
public class FaultTests
{
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly string[] Tables = ["conversation", "transcript", "turn_key", "case_file", "case_words", "case_key", "outbox", "deadline", "audit", "protocol_version"];

    public static TheoryData<string> Databases() => OpenedStore.Databases();

    [Theory, MemberData(nameof(Databases))]
    public async Task Many_who_read_at_once_wait_for_each_other_and_leave_a_connection_to_whoever_writes(string database)
    {
        await using var opened = await OpenedStore.OpenAsync(database);
        var gate = new TaskCompletionSource();
        List<Task<int>> reading = [.. Enumerable.Range(0, 60).Select(_ => Task.Run(() => opened.Store.Open.Database.ReadAsync(async _ =>
        {
            await gate.Task;
            return 1;
        })))];
        await Task.Delay(TimeSpan.FromMilliseconds(300), None);
        Assert.True(await new ToldOnce(opened.Store).TellAsync("x", new DateOnly(2026, 12, 1), []).WaitAsync(TimeSpan.FromSeconds(10), None));
        gate.SetResult();
        Assert.Equal(60, (await Task.WhenAll(reading).WaitAsync(TimeSpan.FromSeconds(10), None)).Sum());
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task A_fault_at_any_statement_of_a_turn_leaves_nothing_of_it(string database)
    {
        await using var opened = await OpenedStore.OpenAsync(database);
        var writer = opened.Store.Open.Writer;
        var statements = await CountAsync(writer, () => opened.Turns.CommitAsync(Full(opened, "first"), None));
        Assert.InRange(statements, 12, 60);
        var before = await RowsAsync(opened);

        // The last statement is COMMIT itself, the one before it moves the chain's head.
        for (var at = 1; at <= statements; at++)
        {
            var count = 0;
            writer.Before = _ => { if (++count == at) throw new InvalidOperationException("planted"); };
            await Assert.ThrowsAsync<InvalidOperationException>(() => opened.Turns.CommitAsync(Full(opened, $"f{at}"), None));
            writer.Before = null;
            Assert.Equal(before, await RowsAsync(opened));
        }

        Assert.Equal(CommitOutcome.Committed, (await opened.Turns.CommitAsync(Full(opened, "f2"), None)).Outcome);
        Assert.Null(await opened.Chain.VerifyAsync(null, None));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task A_fault_in_one_turn_does_not_touch_those_committed_with_it(string database)
    {
        await using var opened = await OpenedStore.OpenAsync(database);
        // The first case of a month makes a key pair before it comes to the writer.
        await opened.Turns.CommitAsync(Full(opened, "first"), None);
        var writer = opened.Store.Open.Writer;
        var held = new ManualResetEventSlim();
        var block = writer.WriteAsync(_ => { held.Wait(); return 0; });
        var good = opened.Turns.CommitAsync(Full(opened, "good"), None);
        var bad = opened.Turns.CommitAsync(Sample.Turn(opened.Now, "bad", conversation: "bad") with { DedupeKeys = ["same", "same"] }, None);
        var late = opened.Turns.CommitAsync(Sample.Turn(opened.Now, "late", conversation: "late"), None);
        held.Set();
        await block;

        await Assert.ThrowsAsync<InvalidOperationException>(() => bad);
        Assert.Equal(CommitOutcome.Committed, (await good).Outcome);
        Assert.Equal(CommitOutcome.Committed, (await late).Outcome);
        Assert.Null(await opened.Turns.LoadAsync(Sample.Conversation("bad"), Sample.Tab(), None));
        Assert.Null(await opened.Chain.VerifyAsync(null, None));
    }

    [Fact]
    public async Task A_full_database_says_that_nothing_was_saved_and_recovers()
    {
        await using var opened = await OpenedStore.OpenAsync("sqlite");
        await opened.Turns.CommitAsync(Sample.Turn(opened.Now, "a1"), None);
        Assert.True(await opened.Store.ProbeAsync(None));
        await opened.Store.Open.Writer.AloneAsync(link => { using var row = link.Read(new Sql("PRAGMA max_page_count=1")); return row.Read(); });

        var big = Sample.Turn(opened.Now, "a2", expected: 1, state: new string('x', 900_000));
        await Assert.ThrowsAsync<StoreUnavailableException>(() => opened.Turns.CommitAsync(big, None));
        Assert.Equal("{}", Sample.Text((await opened.Turns.LoadAsync(Sample.Conversation(), Sample.Tab(), None))!.State));
        // The connection was given up with its limit; the next turn opens a new one.
        Assert.Equal(CommitOutcome.Committed, (await opened.Turns.CommitAsync(big, None)).Outcome);
    }

    [Fact]
    public async Task A_database_that_is_gone_is_not_written_and_not_ready()
    {
        await using var opened = await OpenedStore.OpenAsync("sqlite");
        System.IO.Directory.Move(opened.DatabaseFolder, opened.DatabaseFolder + "-away");
        await Assert.ThrowsAsync<StoreUnavailableException>(() => opened.Turns.CommitAsync(Sample.Turn(opened.Now, "a1"), None));
        Assert.False(await opened.Store.ProbeAsync(None));

        System.IO.Directory.Move(opened.DatabaseFolder + "-away", opened.DatabaseFolder);
        Assert.True(await opened.Store.ProbeAsync(None));
        Assert.Equal(CommitOutcome.Committed, (await opened.Turns.CommitAsync(Sample.Turn(opened.Now, "a1"), None)).Outcome);
    }

    [Fact]
    public async Task A_read_only_database_is_not_ready()
    {
        await using var opened = await OpenedStore.OpenAsync("postgres");
        var name = await opened.ScalarAsync<string>("SELECT current_database()");
        await opened.ExecuteAsync($"ALTER DATABASE {name} SET default_transaction_read_only=on");
        await opened.ExecuteAsync("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname=current_database() AND pid<>pg_backend_pid()");
        Assert.False(await opened.Store.ProbeAsync(None));
        Assert.False(await opened.Store.ProbeAsync(None));
        await Assert.ThrowsAsync<StoreUnavailableException>(() => opened.Turns.CommitAsync(Sample.Turn(opened.Now, "a1"), None));
    }

    [Fact]
    public async Task A_server_that_was_restarted_is_found_again()
    {
        await using var opened = await OpenedStore.OpenAsync("postgres");
        await opened.Turns.CommitAsync(Sample.Turn(opened.Now, "a1"), None);
        await opened.Turns.LoadAsync(Sample.Conversation(), Sample.Tab(), None);
        await opened.ExecuteAsync("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname=current_database() AND pid<>pg_backend_pid()");
        Assert.NotNull(await opened.Turns.LoadAsync(Sample.Conversation(), Sample.Tab(), None));
        // Whoever meets the broken connection is told so; the next one is served.
        await Assert.ThrowsAsync<StoreUnavailableException>(() => opened.Turns.CommitAsync(Sample.Turn(opened.Now, "a2", expected: 1), None));
        Assert.Equal(CommitOutcome.Committed, (await opened.Turns.CommitAsync(Sample.Turn(opened.Now, "a2", expected: 1), None)).Outcome);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task A_case_that_opens_without_a_key_is_a_bug(string database)
    {
        await using var opened = await OpenedStore.OpenAsync(database);
        var turn = Sample.Turn(opened.Now, "a1") with { Cases = [new CaseCommit(Sample.Report(opened.Now), 0, null)] };
        await Assert.ThrowsAsync<ArgumentException>(() => opened.Turns.CommitAsync(turn, None));
        Assert.Equal(0, await opened.ScalarAsync<int>("SELECT COUNT(*) FROM turn_key"));
    }

    private static TurnCommit Full(OpenedStore opened, string name) => Sample.Turn(opened.Now, name, conversation: name) with
    {
        Cases = [new CaseCommit(Sample.Report(opened.Now), 0, CaseKey.New())],
        Timers = [new SilenceTimer("run", "token", opened.Now.AddMinutes(1))],
        ServerMayGoOn = true,
        Pinned = [new PinnedProtocol("bullying-report@1", "hash-" + name, "{}")],
    };

    private static async Task<int> CountAsync(GroupWriter writer, Func<Task> act)
    {
        var count = 0;
        writer.Before = _ => count++;
        await act();
        writer.Before = null;
        return count;
    }

    private static async Task<string> RowsAsync(OpenedStore opened)
    {
        var rows = new List<string>();
        foreach (var table in Tables) rows.Add($"{table} {await opened.ScalarAsync<int>($"SELECT COUNT(*) FROM {table}")}");
        return string.Join(", ", rows);
    }
}
