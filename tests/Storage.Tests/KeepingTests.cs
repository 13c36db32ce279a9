using Microsoft.Extensions.Logging.Abstractions;
using SupportBot.Cases;
using SupportBot.Console;

namespace SupportBot.Storage.Tests;

/// <summary>Several cases in one commit, and cases that are shredded.</summary>
public class KeepingTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    public static TheoryData<string> Databases() => OpenedStore.Databases();

    private static CaseStep Closed(OpenedStore opened, Case @case)
    {
        var ana = Sample.Moment(opened.Now, Actor.Staff("ana"));
        var step = new CaseStep(@case with { State = "closed", ClosedAt = opened.Now, Outcome = "done" });
        return step with { Audit = [new AuditEntry(@case.Id, ana.Actor, AuditAction.Closed, "closed:done", opened.Now)] };
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task A_child_opens_with_its_parent_or_not_at_all(string database)
    {
        await using var opened = await OpenedStore.OpenAsync(database);
        var (@case, _, _) = await opened.OpenCaseAsync();
        var ana = Sample.Moment(opened.Now, Actor.Staff("ana"));
        var (parent, child) = CaseEngine.OpenChild(@case, Guid.NewGuid(), "A2B-C3D", "reentry@1", Severity.Urgent, ana);
        var pin = new ProtocolPin("reentry@1", new string('a', 64), "{}");

        Assert.False(await opened.Book.CommitAsync([new CaseChange(parent, 7), new CaseChange(child, 0, pin)], None));
        Assert.Null(await opened.Book.FindAsync(child.Case.Id, None));
        Assert.Equal(0, await opened.ScalarAsync<long>("SELECT COUNT(*) FROM protocol_version"));

        Assert.True(await opened.Book.CommitAsync([new CaseChange(parent, 1), new CaseChange(child, 0, pin)], None));
        Assert.Equal(child.Case.Id, (await opened.Book.FindAsync(@case.Id, None))!.Links.Single().CaseId);
        Assert.Equal(1, await opened.ScalarAsync<long>("SELECT COUNT(*) FROM protocol_version"));

        // It has a key of its own: what is written there is sealed and comes back.
        var noted = CaseEngine.AddNote(child.Case, Sample.WordsOf(child.Case.Id, "first day back", WordsKind.Note, ana.Actor, opened.Now), ana).Step!;
        Assert.True(await opened.Book.CommitAsync(noted, 1, None));
        var now = (await opened.Book.FindAsync(child.Case.Id, None))!;
        Assert.Equal("first day back", Assert.Single((await opened.Book.OpenWordsAsync(CaseEngine.Read(now, ana), 2, None))!).Text.Reveal());
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task A_number_that_is_taken_leaves_both_as_they_were(string database)
    {
        await using var opened = await OpenedStore.OpenAsync(database);
        var (@case, _, _) = await opened.OpenCaseAsync();
        var (parent, child) = CaseEngine.OpenChild(@case, Guid.NewGuid(), @case.Number, "reentry@1", Severity.Urgent, Sample.Moment(opened.Now, Actor.Staff("ana")));
        Assert.False(await opened.Book.CommitAsync([new CaseChange(parent, 1), new CaseChange(child, 0)], None));
        Assert.Empty((await opened.Book.FindAsync(@case.Id, None))!.Links);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task A_shredded_case_keeps_its_audit_and_not_a_word(string database)
    {
        await using var opened = await OpenedStore.OpenAsync(database);
        var (@case, _, code) = await opened.OpenCaseAsync("he takes my lunch", ["vice-principal"]);
        var (other, _, otherCode) = await opened.OpenCaseAsync("another matter");
        Assert.True(await opened.Book.CommitAsync(Closed(opened, @case), 1, None));
        opened.Clock.Advance(TimeSpan.FromDays(5 * 366));

        var keeping = new Keeping(opened.Store, NullLogger<Keeping>.Instance);
        Assert.Equal([@case.Id], (await keeping.ClosedBeforeAsync(opened.Now, None).ToListAsync(None)).Select(c => c.Id));
        var closed = (await opened.Book.FindAsync(@case.Id, None))!;
        var shredded = CaseEngine.Shred(closed, Sample.Moment(opened.Now, Actor.Program));
        Assert.False(await keeping.ShredAsync(shredded, 1, None));
        Assert.NotNull(await opened.Turns.OpenByReceiptAsync(code, None));

        Assert.True(await keeping.ShredAsync(shredded, 2, None));
        Assert.Null(await opened.Turns.OpenByReceiptAsync(code, None));
        Assert.Empty(await keeping.ClosedBeforeAsync(opened.Now, None).ToListAsync(None));
        var left = (await opened.Book.FindAsync(@case.Id, None))!;
        Assert.Equal((true, 0), (left.Shredded, left.Excluded.Count));
        Assert.Empty((await opened.Book.OpenWordsAsync(CaseEngine.Read(left, Sample.Moment(opened.Now, Actor.Staff("ana"))), 3, None))!);
        Assert.Contains(await opened.Book.TimelineAsync(@case.Id, None), a => a.Action == AuditAction.Shredded);
        Assert.Null(await opened.Chain.VerifyAsync(null, None));

        // The other case is whole.
        Assert.Equal("another matter", Assert.Single((await opened.Turns.OpenByReceiptAsync(otherCode, None))!.Words).Text.Reveal());
        foreach (var table in new[] { "case_words", "case_key", "deadline", "outbox" })
            Assert.Equal(0, await opened.ScalarAsync<long>($"SELECT COUNT(*) FROM {table} WHERE case_id={(database == "sqlite" ? $"x'{Convert.ToHexString(@case.Id.ToByteArray(bigEndian: true))}'" : $"'\\x{Convert.ToHexString(@case.Id.ToByteArray(bigEndian: true))}'::bytea")}"));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task A_closed_case_that_does_not_open_keeps_no_other_from_being_found(string database)
    {
        await using var opened = await OpenedStore.OpenAsync(database);
        var (broken, _, _) = await opened.OpenCaseAsync(excluded: ["vice-principal"]);
        var (whole, _, _) = await opened.OpenCaseAsync();
        foreach (var @case in new[] { broken, whole }) Assert.True(await opened.Book.CommitAsync(Closed(opened, @case), 1, None));
        await opened.ExecuteAsync($"UPDATE case_file SET excluded=(SELECT excluded FROM case_file WHERE number='{whole.Number}') WHERE number='{broken.Number}'");
        Assert.Equal([whole.Id], (await new Keeping(opened.Store, NullLogger<Keeping>.Instance).ClosedBeforeAsync(opened.Now.AddDays(1), None).ToListAsync(None)).Select(c => c.Id));
    }
}
