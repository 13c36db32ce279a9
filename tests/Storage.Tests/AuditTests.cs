using System.Data.Common;
using SupportBot.Cases;

namespace SupportBot.Storage.Tests;

public class AuditTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    public static TheoryData<string> Databases() => OpenedStore.Databases();

    [Theory, MemberData(nameof(Databases))]
    public async Task The_database_itself_refuses_to_change_the_audit(string database)
    {
        await using var opened = await OpenedStore.OpenAsync(database);
        await opened.OpenCaseAsync();
        string[] acts = ["UPDATE audit SET actor='staff:eve' WHERE seq=1", "DELETE FROM audit WHERE seq=1", database == "postgres" ? "TRUNCATE audit" : "INSERT OR REPLACE INTO audit SELECT * FROM audit WHERE seq=1"];
        foreach (var act in acts)
        {
            var refused = await Assert.ThrowsAnyAsync<DbException>(() => opened.ExecuteAsync(act));
            Assert.Contains("append only", refused.Message, StringComparison.Ordinal);
        }

        Assert.Null(await opened.Chain.VerifyAsync(null, None));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Whoever_gets_past_that_is_found_with_the_first_bad_record(string database)
    {
        await using var opened = await OpenedStore.OpenAsync(database);
        for (var i = 0; i < 3; i++) await opened.OpenCaseAsync();
        var anchor = await opened.Chain.AnchorAsync(None);
        Assert.InRange(anchor.Seq, 9, 20);
        await DisarmAsync(opened);
        await opened.ExecuteAsync("CREATE TABLE kept AS SELECT * FROM audit");
        var last = anchor.Seq;
        (string Act, long Bad)[] attacks =
        [
            ("UPDATE audit SET actor='staff:eve' WHERE seq=4", 4),
            ("UPDATE audit SET at=at+1 WHERE seq=5", 5),
            ("UPDATE audit SET hash=prev WHERE seq=2", 2),
            ("DELETE FROM audit WHERE seq=3", 3),
            ("DELETE FROM audit WHERE seq=1", 1),
            ($"UPDATE audit SET seq=-seq WHERE seq IN (2,3); UPDATE audit SET seq=CASE seq WHEN -2 THEN 3 ELSE 2 END WHERE seq<0", 2),
            ($"INSERT INTO audit SELECT {last}+1, case_id, actor, action, subject, at, prev, hash FROM audit WHERE seq=1", last + 1),
            ($"DELETE FROM audit WHERE seq>{last}-2", last - 1),
        ];
        foreach (var (act, bad) in attacks)
        {
            await opened.ExecuteAsync(act);
            Assert.Equal(bad, (await opened.Chain.VerifyAsync(null, None))?.Seq);
            await opened.ExecuteAsync("DELETE FROM audit");
            await opened.ExecuteAsync("INSERT INTO audit SELECT * FROM kept");
            Assert.Null(await opened.Chain.VerifyAsync(anchor, None));
        }
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task A_tail_cut_off_or_a_chain_written_anew_shows_against_an_anchor_only(string database)
    {
        await using var opened = await OpenedStore.OpenAsync(database);
        for (var i = 0; i < 2; i++) await opened.OpenCaseAsync();
        var anchor = await opened.Chain.AnchorAsync(None);
        await DisarmAsync(opened);
        await opened.ExecuteAsync($"DELETE FROM audit WHERE seq>{anchor.Seq}-2");
        await opened.ExecuteAsync("UPDATE audit_head SET seq=(SELECT MAX(seq) FROM audit), hash=(SELECT hash FROM audit ORDER BY seq DESC LIMIT 1)");
        Assert.Null(await opened.Chain.VerifyAsync(null, None));
        Assert.Equal(anchor.Seq - 1, (await opened.Chain.VerifyAsync(anchor, None))!.Seq);

        await opened.ExecuteAsync("DELETE FROM audit");
        await opened.ExecuteAsync($"UPDATE audit_head SET seq=0, hash={Tamper.Hex(opened, new byte[32])}");
        await opened.ReopenAsync();
        for (var i = 0; i < 3; i++) await opened.OpenCaseAsync();
        Assert.Null(await opened.Chain.VerifyAsync(null, None));
        Assert.Equal(anchor.Seq, (await opened.Chain.VerifyAsync(anchor, None))!.Seq);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Console_and_turns_write_one_chain_also_at_the_same_time(string database)
    {
        await using var opened = await OpenedStore.OpenAsync(database);
        var cases = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => opened.OpenCaseAsync()));
        await Task.WhenAll(cases.Select(async c =>
        {
            var reading = CaseEngine.Read(c.Case, Sample.Moment(opened.Now, Actor.Staff("ana")));
            for (var revision = 1; revision < 6; revision++) Assert.True(await opened.Book.CommitAsync(reading, revision, None));
            Assert.False(await opened.Book.CommitAsync(reading, 1, None));
        }));
        Assert.Null(await opened.Chain.VerifyAsync(null, None));
        Assert.Equal(await opened.ScalarAsync<long>("SELECT COUNT(*) FROM audit"), (await opened.Chain.AnchorAsync(None)).Seq);
    }

    private static async Task DisarmAsync(OpenedStore opened)
    {
        string[] acts = opened.Options.Provider == "postgres"
            ? ["DROP TRIGGER audit_no_change ON audit", "ALTER TABLE audit DROP CONSTRAINT \"PK_audit\""]
            : ["DROP TRIGGER audit_no_update", "DROP TRIGGER audit_no_delete", "DROP TRIGGER audit_no_replace"];
        foreach (var act in acts) await opened.ExecuteAsync(act);
    }
}
