using System.Security.Cryptography;
using Microsoft.Extensions.Logging.Abstractions;
using SupportBot.Cases;
using SupportBot.Dialogs;

namespace SupportBot.Storage.Tests;

/// <summary>Live hand-overs on both databases: one commit with the turn, news in order, and words for whoever is in the chat alone.</summary>
public class HandOverTests
{
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);

    public static TheoryData<string> Databases() => OpenedStore.Databases();

    [Theory, MemberData(nameof(Databases))]
    public async Task A_hand_over_is_found_by_its_case_and_its_person_until_it_is_over(string database)
    {
        await using var opened = await OpenedStore.OpenAsync(database);
        var talk = await OpenAsync(opened);
        await opened.ReopenAsync();
        var now = (await Talks(opened).OfCaseAsync(talk.CaseId, None))!;
        Assert.Equal((talk.Id, "maya", true, 1, Sample.Conversation()), (now.Id, now.PersonId, now.IsOpen, now.Version, now.Conversation));
        Assert.Equal(talk.Id, Assert.Single(await Talks(opened).OpenOfAsync("maya", None)).Id);
        Assert.Empty(await Talks(opened).OpenOfAsync("daniel", None));
        Assert.Null(await Talks(opened).OfCaseAsync(Guid.NewGuid(), None));

        await TurnAsync(opened, "a2", 1, talk);
        Assert.Equal(2, Assert.Single(await Talks(opened).OpenAsync(None)).Version);
        await TurnAsync(opened, "a3", 2, talk with { Ends = HandOverEnd.StudentLeft });
        var over = (await Talks(opened).OfCaseAsync(talk.CaseId, None))!;
        Assert.Equal((HandOverEnd.StudentLeft, null), (over.Ended, over.Conversation));
        Assert.Empty(await Talks(opened).OpenAsync(None));
        // Where the student was is gone from the disk with the end.
        Assert.Equal(0, await opened.ScalarAsync<int>("SELECT COUNT(*) FROM hand_over WHERE address IS NOT NULL"));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task A_turn_that_conflicts_or_comes_twice_changes_no_hand_over(string database)
    {
        await using var opened = await OpenedStore.OpenAsync(database);
        var talk = await OpenAsync(opened);
        var late = Sample.Turn(opened.Now, "late", expected: 0) with { HandOvers = [talk with { Ends = HandOverEnd.CounselorLeft, News = [new HandOverNews(HandOverNewsKind.YouLeft)] }] };
        Assert.Equal(CommitOutcome.Conflict, (await opened.Turns.CommitAsync(late, None)).Outcome);
        Assert.Equal(CommitOutcome.Repeat, (await opened.Turns.CommitAsync(late with { DedupeKeys = ["a1"], ExpectedRevision = 1 }, None)).Outcome);
        Assert.True((await Talks(opened).OfCaseAsync(talk.CaseId, None))!.IsOpen);
        Assert.Single(await Post(opened).ClaimAsync(opened.Now, 10, Lease, None));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Of_two_who_join_at_once_in_two_processes_one_is_in(string database)
    {
        await using var opened = await OpenedStore.OpenAsync(database);
        await opened.Turns.CommitAsync(Sample.Turn(opened.Now, "a1"), None);
        // On SQLite there is one process, so the two are two turns of it.
        await using var second = database == "postgres" ? opened.Make() : null;
        if (second is not null) await second.StartAsync(None);
        ITurnStore other = second is null ? opened.Turns : new TurnStore(second, opened.Clock);
        var caseId = Guid.NewGuid();
        var outcomes = await Task.WhenAll(JoinAsync(opened.Turns, "maya"), JoinAsync(other, "daniel"));
        Assert.Equal([CommitOutcome.Committed, CommitOutcome.Conflict], outcomes.Order());
        Assert.Single(await Talks(opened).OpenAsync(None));

        async Task<CommitOutcome> JoinAsync(ITurnStore turns, string person) => (await turns.CommitAsync(
            Sample.Turn(opened.Now, $"join {person}", expected: 1) with { HandOvers = [new HandOverCommit(Guid.NewGuid(), caseId, person, "counselor") { Opens = true }] }, None)).Outcome;
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task News_is_claimed_in_order_one_at_a_time_for_each_hand_over(string database)
    {
        await using var opened = await OpenedStore.OpenAsync(database);
        var talk = await OpenAsync(opened);
        await TurnAsync(opened, "a2", 1, talk with { News = [new HandOverNews(HandOverNewsKind.StudentSaid, Guid.NewGuid()), new HandOverNews(HandOverNewsKind.StudentWaits)] });
        var other = await OpenAsync(opened, "c2");

        var first = await Post(opened).ClaimAsync(opened.Now, 10, Lease, None);
        Assert.Equal([(talk.Id, HandOverNewsKind.Joined), (other.Id, HandOverNewsKind.Joined)], first.Select(n => (n.HandOver, n.Kind)));
        Assert.Empty(await Post(opened).ClaimAsync(opened.Now, 10, Lease, None));

        // What fails holds back what came after it, and nothing of others.
        Assert.True(await Post(opened).RetryAsync(first[0], opened.Now.AddSeconds(9)));
        Assert.True(await Post(opened).CompleteAsync(first[1]));
        Assert.Empty(await Post(opened).ClaimAsync(opened.Now.AddSeconds(8), 10, Lease, None));
        var again = Assert.Single(await Post(opened).ClaimAsync(opened.Now.AddSeconds(9), 10, Lease, None));
        Assert.Equal((first[0].Id, 2), (again.Id, again.Attempts));

        // Whoever lost the claim finishes nothing; the next worker does.
        var taken = Assert.Single(await Post(opened).ClaimAsync(opened.Now.AddSeconds(60), 10, Lease, None));
        Assert.False(await Post(opened).CompleteAsync(again));
        Assert.True(await Post(opened).CompleteAsync(taken));
        Assert.Equal(HandOverNewsKind.StudentSaid, Assert.Single(await Post(opened).ClaimAsync(opened.Now.AddSeconds(60), 10, Lease, None)).Kind);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Words_open_for_whoever_is_in_the_chat_and_for_nobody_else(string database)
    {
        await using var opened = await OpenedStore.OpenAsync(database);
        var (@case, key, _) = await opened.OpenCaseAsync("it is about home");
        var talk = await OpenAsync(opened, caseId: @case.Id);
        var said = Sample.WordsOf(@case.Id, "can you hear me", WordsKind.Said, Actor.Reporter, opened.Now);
        var note = Sample.WordsOf(@case.Id, "for staff", WordsKind.Note, Actor.Staff("daniel"), opened.Now);
        var turn = Sample.Turn(opened.Now, "a2", 1) with
        {
            Cases = [new CaseCommit(CaseEngine.Talk(@case, said).Then(CaseEngine.Talk(@case, note)), @case.Revision, key)],
            HandOvers = [talk with { News = [new HandOverNews(HandOverNewsKind.StudentSaid, said.Id)] }],
        };
        Assert.Equal(CommitOutcome.Committed, (await opened.Turns.CommitAsync(turn, None)).Outcome);

        Assert.Equal(["it is about home", "can you hear me"], (await Talks(opened).WordsAsync(@case.Id, "maya", None))!.Select(w => w.Text.Reveal()));
        Assert.Null(await Talks(opened).WordsAsync(@case.Id, "daniel", None));
        await Post(opened).CompleteAsync(Assert.Single(await Post(opened).ClaimAsync(opened.Now, 10, Lease, None)));
        var news = Assert.Single(await Post(opened).ClaimAsync(opened.Now, 10, Lease, None));
        Assert.Equal("can you hear me", (await Talks(opened).WordsOfAsync(news, None))!.Reveal());

        await TurnAsync(opened, "a3", 2, talk with { Ends = HandOverEnd.CounselorLeft });
        Assert.Null(await Talks(opened).WordsAsync(@case.Id, "maya", None));
        // News that was not told yet still finds its words.
        Assert.Equal("can you hear me", (await Talks(opened).WordsOfAsync(news, None))!.Reveal());
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task An_address_copied_to_another_hand_over_opens_nowhere(string database)
    {
        await using var opened = await OpenedStore.OpenAsync(database);
        var first = await OpenAsync(opened);
        var second = await OpenAsync(opened, "c2");
        await opened.ExecuteAsync("UPDATE hand_over SET address=(SELECT address FROM hand_over WHERE opened=(SELECT MIN(opened) FROM hand_over) LIMIT 1)");
        var addresses = (await Talks(opened).OpenAsync(None)).Select(t => t.Conversation).ToList();
        Assert.Equal(2, addresses.Count);
        Assert.Single(addresses, a => a is null);
        Assert.NotEqual(first.Id, second.Id);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task A_fault_in_the_middle_of_the_turn_leaves_no_half_of_it(string database)
    {
        await using var opened = await OpenedStore.OpenAsync(database);
        await opened.Turns.CommitAsync(Sample.Turn(opened.Now, "a1"), None);
        opened.Store.Open.Writer.Before = sql =>
        {
            if (sql.Text.Contains("hand_over_news", StringComparison.Ordinal)) throw new CryptographicException("planted");
        };
        var turn = Sample.Turn(opened.Now, "a2", 1) with { HandOvers = [new HandOverCommit(Guid.NewGuid(), Guid.NewGuid(), "maya", "counselor") { Opens = true, News = [new HandOverNews(HandOverNewsKind.Joined)] }] };
        await Assert.ThrowsAsync<CryptographicException>(() => opened.Turns.CommitAsync(turn, None));
        opened.Store.Open.Writer.Before = null;
        Assert.Empty(await Talks(opened).OpenAsync(None));
        Assert.Equal(CommitOutcome.Committed, (await opened.Turns.CommitAsync(turn, None)).Outcome);
        Assert.Single(await Talks(opened).OpenAsync(None));
    }

    private static HandOvers Talks(OpenedStore opened) => new(opened.Store, NullLogger<HandOvers>.Instance);

    private static HandOverPost Post(OpenedStore opened) => new(opened.Store);

    private static async Task<HandOverCommit> OpenAsync(OpenedStore opened, string conversation = "c1", Guid? caseId = null)
    {
        opened.Clock.Advance(TimeSpan.FromSeconds(1));
        var talk = new HandOverCommit(Guid.NewGuid(), caseId ?? Guid.NewGuid(), "maya", "counselor");
        var turn = Sample.Turn(opened.Now, "a1", conversation: conversation) with { HandOvers = [talk with { Opens = true, News = [new HandOverNews(HandOverNewsKind.Joined)] }] };
        Assert.Equal(CommitOutcome.Committed, (await opened.Turns.CommitAsync(turn, None)).Outcome);
        return talk;
    }

    private static async Task TurnAsync(OpenedStore opened, string activity, int expected, HandOverCommit change) =>
        Assert.Equal(CommitOutcome.Committed, (await opened.Turns.CommitAsync(Sample.Turn(opened.Now, activity, expected) with { HandOvers = [change] }, None)).Outcome);
}
