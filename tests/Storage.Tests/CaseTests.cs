using SupportBot.Cases;
using SupportBot.Console;
using SupportBot.Dialogs;

namespace SupportBot.Storage.Tests;

public class CaseTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    public static TheoryData<string> Databases() => OpenedStore.Databases();

    [Theory, MemberData(nameof(Databases))]
    public async Task A_case_comes_back_as_it_was_written(string database)
    {
        await using var opened = await OpenedStore.OpenAsync(database);
        var step = Sample.Report(opened.Now, excluded: ["vice-principal"]);
        await opened.Turns.CommitAsync(Sample.Turn(opened.Now, "a1") with { Cases = [new CaseCommit(step, 0, CaseKey.New())] }, None);
        await opened.ReopenAsync();

        var found = (await opened.Book.FindAsync(step.Case.Id, None))!;
        Assert.Equivalent(step.Case with { Revision = 1 }, found, strict: true);
        Assert.Equivalent(found, await opened.Book.FindByNumberAsync(step.Case.Number, None), strict: true);
        Assert.Equivalent(found, await opened.Turns.FindCaseAsync(step.Case.Id, None), strict: true);
        Assert.Null(await opened.Book.FindByNumberAsync("AAA-AAA", None));
        Assert.Equal(step.Audit, await opened.Book.TimelineAsync(step.Case.Id, None));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Words_are_opened_only_after_the_reading_is_in_the_audit(string database)
    {
        await using var opened = await OpenedStore.OpenAsync(database);
        var (@case, _, _) = await opened.OpenCaseAsync("he takes my lunch");
        var reader = Sample.Moment(opened.Now, Actor.Staff("ana"));
        await Assert.ThrowsAsync<ArgumentException>(() => opened.Book.OpenWordsAsync(new CaseStep(@case), 1, None));
        Assert.Null(await opened.Book.OpenWordsAsync(CaseEngine.Read(@case, reader), 7, None));
        Assert.DoesNotContain(await opened.Book.TimelineAsync(@case.Id, None), e => e.Action == AuditAction.NarrativeRead);

        var words = await opened.Book.OpenWordsAsync(CaseEngine.Read(@case, reader), @case.Revision, None);
        Assert.Equal("he takes my lunch", Assert.Single(words!).Text.Reveal());
        Assert.Equal(Actor.Staff("ana"), (await opened.Book.TimelineAsync(@case.Id, None))[^1].Actor);
        Assert.Equal(2, (await opened.Book.FindAsync(@case.Id, None))!.Revision);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Nothing_is_opened_when_the_trace_cannot_be_written(string database)
    {
        await using var opened = await OpenedStore.OpenAsync(database);
        var (@case, _, _) = await opened.OpenCaseAsync();
        opened.Store.Open.Writer.Before = sql => { if (sql.Text.StartsWith("INSERT INTO audit", StringComparison.Ordinal)) throw new InvalidOperationException("planted"); };
        await Assert.ThrowsAsync<InvalidOperationException>(() => opened.Book.OpenWordsAsync(CaseEngine.Read(@case, Sample.Moment(opened.Now, Actor.Staff("ana"))), 1, None));
        Assert.Equal(1, (await opened.Book.FindAsync(@case.Id, None))!.Revision);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task What_the_console_writes_the_reporter_reads_with_the_code_but_no_note(string database)
    {
        await using var opened = await OpenedStore.OpenAsync(database);
        var (@case, _, code) = await opened.OpenCaseAsync("he takes my lunch");
        var ana = Sample.Moment(opened.Now, Actor.Staff("ana"));
        var asked = CaseEngine.AskReporter(@case, Sample.WordsOf(@case.Id, "Where was it?", WordsKind.Question, Actor.Staff("ana"), opened.Now), ana).Step!;
        Assert.True(await opened.Book.CommitAsync(asked, 1, None));
        var noted = CaseEngine.AddNote(asked.Case, Sample.WordsOf(@case.Id, "talk to his teacher", WordsKind.Note, Actor.Staff("ana"), opened.Now), ana).Step!;
        Assert.True(await opened.Book.CommitAsync(noted, 2, None));
        Assert.False(await opened.Book.CommitAsync(noted, 2, None));

        var seen = (await opened.Turns.OpenByReceiptAsync(code, None))!;
        Assert.Equal(["he takes my lunch", "Where was it?"], seen.Words.Select(w => w.Text.Reveal()));
        Assert.True(seen.Case.WaitsForReporter);

        // The reporter's conversation writes with the key it got from the code.
        var reply = CaseEngine.ReporterWrites(seen.Case, Sample.WordsOf(@case.Id, "by the gym", WordsKind.Reply, Actor.Reporter, opened.Now), Sample.Moment(opened.Now, Actor.Reporter));
        var turn = Sample.Turn(opened.Now, "r1", conversation: "later") with { Cases = [new CaseCommit(reply, seen.Case.Revision, seen.Key)] };
        Assert.Equal(CommitOutcome.Committed, (await opened.Turns.CommitAsync(turn, None)).Outcome);
        var after = (await opened.Book.FindAsync(@case.Id, None))!;
        var all = await opened.Book.OpenWordsAsync(CaseEngine.Read(after, ana), after.Revision, None);
        Assert.Equal(["he takes my lunch", "Where was it?", "talk to his teacher", "by the gym"], all!.Select(w => w.Text.Reveal()));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task A_step_on_an_older_revision_of_the_case_is_a_conflict_of_the_whole_turn(string database)
    {
        await using var opened = await OpenedStore.OpenAsync(database);
        var (@case, key, _) = await opened.OpenCaseAsync();
        Assert.True(await opened.Book.CommitAsync(new CaseStep(@case), 1, None));
        var reply = CaseEngine.ReporterWrites(@case, Sample.WordsOf(@case.Id, "more", WordsKind.Reply, Actor.Reporter, opened.Now), Sample.Moment(opened.Now, Actor.Reporter));
        var turn = Sample.Turn(opened.Now, "r1", conversation: "later") with { Cases = [new CaseCommit(reply, 1, key)] };
        Assert.Equal(CommitOutcome.Conflict, (await opened.Turns.CommitAsync(turn, None)).Outcome);
        Assert.Null(await opened.Turns.LoadAsync(Sample.Conversation("later"), Sample.Tab(), None));
        Assert.Equal(CommitOutcome.Committed, (await opened.Turns.CommitAsync(turn with { Cases = [new CaseCommit(reply, 2, key)] }, None)).Outcome);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Two_cases_never_share_a_number(string database)
    {
        await using var opened = await OpenedStore.OpenAsync(database);
        var (first, _, _) = await opened.OpenCaseAsync();
        var second = Sample.Report(opened.Now);
        second = second with { Case = second.Case with { Number = first.Number } };
        var turn = Sample.Turn(opened.Now, "a1", conversation: "second") with { Cases = [new CaseCommit(second, 0, CaseKey.New())] };
        Assert.Equal(CommitOutcome.Conflict, (await opened.Turns.CommitAsync(turn, None)).Outcome);
        Assert.Equal(1, await opened.ScalarAsync<int>("SELECT COUNT(*) FROM case_file"));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task The_queue_shows_the_most_severe_and_oldest_first_at_the_schools_asked_for(string database)
    {
        await using var opened = await OpenedStore.OpenAsync(database);
        var (calm, _, _) = await opened.OpenCaseAsync(severity: Severity.Standard);
        var (urgent, _, _) = await opened.OpenCaseAsync(severity: Severity.Urgent);
        opened.Clock.Advance(TimeSpan.FromHours(2));
        var (later, _, _) = await opened.OpenCaseAsync(severity: Severity.Urgent);
        var (critical, _, _) = await opened.OpenCaseAsync(severity: Severity.Critical);
        var (south, _, _) = await opened.OpenCaseAsync(school: "south");
        var closed = CaseEngine.Read(calm, Sample.Moment(opened.Now, Actor.Staff("ana")));
        await opened.Book.CommitAsync(closed with { Case = closed.Case with { ClosedAt = opened.Now, Owner = "ana" } }, 1, None);

        async Task<IEnumerable<Guid>> Ids(QueueFilter filter) => (await opened.Book.QueueAsync(filter, None)).Select(c => c.Id);
        Assert.Equal([critical.Id, urgent.Id, later.Id], await Ids(new QueueFilter(["north"])));
        Assert.Equal([critical.Id, urgent.Id, later.Id, calm.Id], await Ids(new QueueFilter(["north"], IncludeClosed: true)));
        Assert.Equal([calm.Id], await Ids(new QueueFilter(null, Owner: "ana", IncludeClosed: true)));
        Assert.Equal([critical.Id], await Ids(new QueueFilter(null, AtLeast: Severity.Critical)));
        Assert.Equal([critical.Id, urgent.Id], await Ids(new QueueFilter(["north", "south"], Most: 2)));
        Assert.Empty(await Ids(new QueueFilter([])));
        Assert.Contains(south.Id, await Ids(new QueueFilter(null, Kind: "bullying", State: "received")));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task The_console_opens_no_case_by_itself(string database)
    {
        await using var opened = await OpenedStore.OpenAsync(database);
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => opened.Book.CommitAsync(Sample.Report(opened.Now), 0, None));
    }
}
