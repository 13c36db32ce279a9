using SupportBot.Cases;
using SupportBot.Dialogs;

namespace SupportBot.Storage.Tests;

/// <summary>Outbox and deadlines: what a worker is given, in which order, and what becomes of a claim.</summary>
public class WorkTests
{
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);

    public static TheoryData<string> Databases() => OpenedStore.Databases();

    [Theory, MemberData(nameof(Databases))]
    public async Task The_urgent_lane_goes_first_and_nothing_leaves_before_its_time(string database)
    {
        await using var opened = await OpenedStore.OpenAsync(database);
        var (calm, _, _) = await opened.OpenCaseAsync(severity: Severity.Standard);
        var (urgent, _, _) = await opened.OpenCaseAsync(severity: Severity.Urgent);
        var late = Sample.Report(opened.Now, severity: Severity.Critical);
        late = late with { Notices = [.. late.Notices.Select(n => n with { NotBefore = opened.Now.AddMinutes(10) })] };
        await opened.Turns.CommitAsync(Sample.Turn(opened.Now, "a1", conversation: "late") with { Cases = [new CaseCommit(late, 0, CaseKey.New())] }, None);

        Assert.Empty(await opened.Outbox.ClaimAsync(opened.Now.AddDays(-1), 10, Lease, None));
        var first = Assert.Single(await opened.Outbox.ClaimAsync(opened.Now, 1, Lease, None));
        Assert.Equal((urgent.Id, NoticeKind.Alert, true, "counselor", 0, 1), (first.Notice.CaseId, first.Notice.Kind, first.Notice.Urgent, first.Notice.Role, first.Notice.Rung, first.Attempts));
        var rest = await opened.Outbox.ClaimAsync(opened.Now, 10, Lease, None);
        Assert.Equal([calm.Id, calm.Id, urgent.Id], rest.Select(i => i.Notice.CaseId).Order(Comparer<Guid>.Create((a, b) => (a == calm.Id ? 0 : 1) - (b == calm.Id ? 0 : 1))));
        Assert.DoesNotContain(rest, i => i.Notice.Urgent);
        Assert.Equal(2, (await opened.Outbox.ClaimAsync(opened.Now.AddMinutes(10).AddSeconds(-31), 10, TimeSpan.FromSeconds(1), None)).Count(i => i.Notice.CaseId == calm.Id));
        Assert.Contains(await opened.Outbox.ClaimAsync(opened.Now.AddMinutes(10), 10, Lease, None), i => i.Notice.CaseId == late.Case.Id && i.Notice.Urgent);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task A_dead_workers_claim_is_tried_again_and_its_late_answer_counts_for_nothing(string database)
    {
        await using var opened = await OpenedStore.OpenAsync(database);
        var (@case, _, _) = await opened.OpenCaseAsync();
        var dead = (await opened.Outbox.ClaimAsync(opened.Now, 10, Lease, None)).Single(i => i.Notice.Kind == NoticeKind.Alert);
        Assert.Empty(await opened.Outbox.ClaimAsync(opened.Now.AddSeconds(29), 10, Lease, None));
        await opened.ReopenAsync();
        var again = (await opened.Outbox.ClaimAsync(opened.Now.AddSeconds(30), 10, Lease, None)).Single(i => i.Notice.Kind == NoticeKind.Alert);
        Assert.Equal((dead.Id, 2), (again.Id, again.Attempts));

        var sent = new AuditEntry(@case.Id, Actor.Program, AuditAction.AlertSent, "a1:ana", opened.Now);
        Assert.False(await opened.Outbox.CompleteAsync(dead, [new Delivery("ana", "counselor", 0)], [sent], opened.Now));
        Assert.Empty(await opened.Book.InboxAsync("ana", 10, None));
        Assert.DoesNotContain(sent, await opened.Book.TimelineAsync(@case.Id, None));

        Assert.True(await opened.Outbox.CompleteAsync(again, [new Delivery("ana", "counselor", 0), new Delivery("ben", "counselor", 0)], [sent], opened.Now));
        var item = Assert.Single(await opened.Book.InboxAsync("ana", 10, None));
        Assert.Equal((@case.Id, "a1", 0, "counselor", opened.Now), (item.Case.Id, item.AlertId, item.Rung, item.Role, item.SentAt));
        Assert.Single(await opened.Book.InboxAsync("ben", 10, None));
        Assert.Empty(await opened.Book.InboxAsync("cleo", 10, None));
        Assert.Contains(sent, await opened.Book.TimelineAsync(@case.Id, None));
        Assert.False(await opened.Outbox.CompleteAsync(again, [], [], opened.Now));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task What_could_not_be_told_comes_again_when_it_may(string database)
    {
        await using var opened = await OpenedStore.OpenAsync(database);
        await opened.OpenCaseAsync();
        var item = (await opened.Outbox.ClaimAsync(opened.Now, 10, Lease, None))[0];
        Assert.True(await opened.Outbox.RetryAsync(item, opened.Now.AddSeconds(2), []));
        Assert.Empty(await opened.Outbox.ClaimAsync(opened.Now.AddSeconds(1), 10, Lease, None));
        Assert.Equal((item.Id, 2), (await opened.Outbox.ClaimAsync(opened.Now.AddSeconds(2), 10, Lease, None)).Select(i => (i.Id, i.Attempts)).Single());
        Assert.False(await opened.Outbox.RetryAsync(item, opened.Now, []));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task The_inbox_shows_the_newest_first_and_one_line_for_a_rung_told_again(string database)
    {
        await using var opened = await OpenedStore.OpenAsync(database);
        var ids = new List<Guid>();
        for (var i = 0; i < 3; i++)
        {
            ids.Add((await opened.OpenCaseAsync()).Case.Id);
            foreach (var item in await opened.Outbox.ClaimAsync(opened.Now, 10, Lease, None))
                await opened.Outbox.CompleteAsync(item, item.Notice.Kind == NoticeKind.Alert ? [new Delivery("ana", "counselor", 0), new Delivery("ana", "counselor", 0)] : [], [], opened.Now);
            opened.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.Equal([ids[2], ids[1], ids[0]], (await opened.Book.InboxAsync("ana", 10, None)).Select(i => i.Case.Id));
        Assert.Equal([ids[2]], (await opened.Book.InboxAsync("ana", 1, None)).Select(i => i.Case.Id));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task A_ladder_climbs_once_however_many_workers_and_restarts_there_are(string database)
    {
        await using var opened = await OpenedStore.OpenAsync(database);
        var (@case, _, _) = await opened.OpenCaseAsync();
        Assert.Empty(await opened.Deadlines.ClaimDueAsync(opened.Now.AddMinutes(4), 10, Lease, None));
        var now = opened.Now.AddMinutes(5);
        var claims = (await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => opened.Deadlines.ClaimDueAsync(now, 10, Lease, None))))).SelectMany(c => c).ToList();
        var first = Assert.Single(claims);
        Assert.Equal((@case.Id, DeadlineKind.Rung, "a1", @case.Alerts[0].Token), (first.Case!.CaseId, first.Case.Kind, first.Case.Subject, first.Case.Token));

        // The worker dies; another takes over after the lease; then the first wakes up.
        await opened.ReopenAsync();
        var second = Assert.Single(await opened.Deadlines.ClaimDueAsync(now + Lease, 10, Lease, None));
        var step = CaseEngine.RungRanOut(@case, "a1", second.Case!.Token, Sample.Moment(now, Actor.Program))!;
        Assert.Equal(Fired.NotOurs, await opened.Deadlines.FireAsync(first, step, @case.Revision, None));
        Assert.Equal(Fired.Done, await opened.Deadlines.FireAsync(second, step, @case.Revision, None));
        Assert.Equal(Fired.NotOurs, await opened.Deadlines.FireAsync(second, step, @case.Revision + 1, None));

        var after = (await opened.Book.FindAsync(@case.Id, None))!;
        Assert.Equal(1, after.Alerts[0].At);
        Assert.Single(await opened.Book.TimelineAsync(@case.Id, None), e => e.Action == AuditAction.Climbed);
        var next = Assert.Single(await opened.Deadlines.ClaimDueAsync(now.AddMinutes(10), 10, Lease, None));
        Assert.Equal(after.Alerts[0].Token, next.Case!.Token);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task A_stale_deadline_is_dropped_and_a_case_that_changed_gives_the_claim_back(string database)
    {
        await using var opened = await OpenedStore.OpenAsync(database);
        var (@case, _, _) = await opened.OpenCaseAsync();
        var due = Assert.Single(await opened.Deadlines.ClaimDueAsync(opened.Now.AddMinutes(5), 10, Lease, None));
        var climbed = CaseEngine.RungRanOut(@case, "a1", due.Case!.Token, Sample.Moment(opened.Now, Actor.Program))!;
        var taken = CaseEngine.Acknowledge(@case, "a1", Sample.Moment(opened.Now, Actor.Staff("ana"))).Step!;
        Assert.True(await opened.Book.CommitAsync(taken, 1, None));
        Assert.Equal(Fired.CaseChanged, await opened.Deadlines.FireAsync(due, climbed, 1, None));

        var again = Assert.Single(await opened.Deadlines.ClaimDueAsync(opened.Now.AddMinutes(5), 10, Lease, None));
        var now = (await opened.Book.FindAsync(@case.Id, None))!;
        Assert.Null(CaseEngine.RungRanOut(now, "a1", again.Case!.Token, Sample.Moment(opened.Now, Actor.Program)));
        Assert.True(await opened.Deadlines.DropAsync(again));
        Assert.False(await opened.Deadlines.DropAsync(again));
        Assert.Empty(await opened.Deadlines.ClaimDueAsync(opened.Now.AddMinutes(6), 10, Lease, None));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Every_protocol_version_that_a_run_was_started_on_is_kept(string database)
    {
        await using var opened = await OpenedStore.OpenAsync(database);
        PinnedProtocol first = new("suicide-risk@1", "aa", "{\"a\":1}"), second = new("suicide-risk@2", "bb", "{\"a\":2}");
        await opened.Turns.CommitAsync(Sample.Turn(opened.Now, "a1") with { Pinned = [first] }, None);
        await opened.Turns.CommitAsync(Sample.Turn(opened.Now, "a1", conversation: "c2") with { Pinned = [first, second] }, None);
        await opened.Turns.CommitAsync(Sample.Turn(opened.Now, "a1", conversation: "c3") with { Pinned = [first with { CanonicalJson = "changed" }] }, None);
        await opened.ReopenAsync();
        Assert.Equal([first, second], await opened.Pinned.AllAsync(None));
    }
}
