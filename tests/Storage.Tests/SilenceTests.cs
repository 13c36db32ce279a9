using SupportBot.Dialogs;

namespace SupportBot.Storage.Tests;

/// <summary>What the program may do in a conversation without the person.</summary>
public class SilenceTests
{
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);

    public static TheoryData<string> Databases() => OpenedStore.Databases();

    [Theory, MemberData(nameof(Databases))]
    public async Task The_program_goes_on_where_the_last_turn_allowed_it_and_the_tab_goes_on_after(string database)
    {
        await using var opened = await OpenedStore.OpenAsync(database);
        await opened.Turns.CommitAsync(Watched(opened, "a1", 0), None);
        await opened.ReopenAsync();
        var due = Assert.Single(await opened.Deadlines.ClaimDueAsync(opened.Now.AddMinutes(1), 10, Lease, None));
        Assert.Equal((Sample.Conversation(), new SilenceTimer("run", "t0", opened.Now.AddMinutes(1))), (due.Silence!.Conversation, due.Silence.Timer));

        var own = (await opened.Turns.LoadForServerAsync(due.Silence.Conversation, None))!;
        Assert.Equal("{\"secret\":0}", Sample.Text(own.Conversation.State));
        var goesOn = Sample.Turn(opened.Now, "silence", expected: own.Conversation.Revision, lockbox: own.Lockbox, state: "{\"alone\":1}");
        Assert.Equal(CommitOutcome.Committed, (await opened.Turns.CommitAsync(goesOn, None)).Outcome);

        // The turn replaced the timers and took the permission back; the tab still opens everything.
        Assert.Empty(await opened.Deadlines.ClaimDueAsync(opened.Now.AddHours(1), 10, Lease, None));
        Assert.Null(await opened.Turns.LoadForServerAsync(Sample.Conversation(), None));
        Assert.Equal("{\"alone\":1}", Sample.Text((await opened.Turns.LoadAsync(Sample.Conversation(), Sample.Tab(), None))!.State));
        Assert.Equal(4, (await opened.Turns.RepliesAsync(Sample.Conversation(), Sample.Tab(), 0, None)).Count);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task An_ordinary_conversation_of_a_tab_is_closed_to_the_server(string database)
    {
        await using var opened = await OpenedStore.OpenAsync(database);
        await opened.Turns.CommitAsync(Sample.Turn(opened.Now, "a1"), None);
        Assert.Null(await opened.Turns.LoadForServerAsync(Sample.Conversation(), None));
        await opened.Turns.CommitAsync(Sample.Turn(opened.Now, "a1", conversation: "teams", lockbox: Lockbox.Server), None);
        Assert.NotNull(await opened.Turns.LoadForServerAsync(Sample.Conversation("teams"), None));
        Assert.Null(await opened.Turns.LoadForServerAsync(Sample.Conversation("nowhere"), None));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Each_turn_replaces_the_silences_of_its_conversation_only(string database)
    {
        await using var opened = await OpenedStore.OpenAsync(database);
        await opened.Turns.CommitAsync(Watched(opened, "a1", 0), None);
        await opened.Turns.CommitAsync(Watched(opened, "a1", 0) with { Key = Sample.Conversation("other") }, None);
        await opened.Turns.CommitAsync(Watched(opened, "a2", 1), None);
        var due = await opened.Deadlines.ClaimDueAsync(opened.Now.AddMinutes(1), 10, Lease, None);
        Assert.Equal([("c1", "t1"), ("other", "t0")], due.Select(d => (d.Silence!.Conversation.Id, d.Silence.Timer.Token)).Order());
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task A_conversation_that_waits_for_a_case_is_found_by_it_until_its_next_turn(string database)
    {
        await using var opened = await OpenedStore.OpenAsync(database);
        var caseId = Guid.NewGuid();
        await opened.Turns.CommitAsync(Watched(opened, "a1", 0) with { WaitsForCase = caseId }, None);
        var waiting = Assert.Single(await opened.Deadlines.WaitingForAsync(caseId, None));
        Assert.Equal(Sample.Conversation(), waiting.Conversation);
        Assert.Equal("run", waiting.Timer.RunId);
        Assert.Empty(await opened.Deadlines.WaitingForAsync(Guid.NewGuid(), None));
        await opened.Turns.CommitAsync(Sample.Turn(opened.Now, "a2", expected: 1), None);
        Assert.Empty(await opened.Deadlines.WaitingForAsync(caseId, None));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Whoever_leaves_is_forgotten_but_nobody_else_can_have_it_forgotten(string database)
    {
        await using var opened = await OpenedStore.OpenAsync(database);
        await opened.Turns.CommitAsync(Sample.Turn(opened.Now, "a1") with { Cases = [new CaseCommit(Sample.Report(opened.Now), 0, CaseKey.New())] }, None);
        await opened.Turns.ForgetAsync(Sample.Conversation(), Sample.Tab(8), None);
        Assert.NotNull(await opened.Turns.LoadAsync(Sample.Conversation(), Sample.Tab(), None));
        await opened.Turns.ForgetAsync(Sample.Conversation(), Sample.Tab(), None);
        Assert.Null(await opened.Turns.LoadAsync(Sample.Conversation(), Sample.Tab(), None));
        Assert.Equal(0, await opened.ScalarAsync<int>("SELECT COUNT(*) FROM transcript"));
        Assert.Equal(1, await opened.ScalarAsync<int>("SELECT COUNT(*) FROM case_file"));

        // Where the program must still notice a silence, it alone keeps what it needs.
        await opened.Turns.CommitAsync(Watched(opened, "a1", 0) with { Key = Sample.Conversation("watched") }, None);
        await opened.Turns.ForgetAsync(Sample.Conversation("watched"), Sample.Tab(), None);
        Assert.Equal(0, await opened.ScalarAsync<int>("SELECT COUNT(*) FROM transcript"));
        Assert.NotNull(await opened.Turns.LoadForServerAsync(Sample.Conversation("watched"), None));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task An_expired_conversation_is_wiped_but_not_while_its_silence_must_be_noticed(string database)
    {
        await using var opened = await OpenedStore.OpenAsync(database);
        await opened.Turns.CommitAsync(Sample.Turn(opened.Now, "a1"), None);
        await opened.Turns.CommitAsync(Watched(opened, "a1", 0) with { Key = Sample.Conversation("watched") }, None);
        Assert.Equal(0, await opened.Wipe.ExpiredConversationsAsync(opened.Now.AddMinutes(29), None));
        Assert.Equal(1, await opened.Wipe.ExpiredConversationsAsync(opened.Now.AddMinutes(30), None));
        Assert.Null(await opened.Turns.LoadAsync(Sample.Conversation(), Sample.Tab(), None));
        Assert.Empty(await opened.Turns.RepliesAsync(Sample.Conversation(), Sample.Tab(), 0, None));
        Assert.NotNull(await opened.Turns.LoadAsync(Sample.Conversation("watched"), Sample.Tab(), None));

        // A late repeat of the wiped conversation is still known as one, a week long.
        var repeat = await opened.Turns.CommitAsync(Sample.Turn(opened.Now, "a1"), None);
        Assert.Equal((CommitOutcome.Repeat, 0), (repeat.Outcome, repeat.Earlier.Count));
        await opened.Wipe.ExpiredConversationsAsync(opened.Now.AddDays(7), None);
        Assert.Equal(2, await opened.ScalarAsync<int>("SELECT COUNT(*) FROM turn_key"));
        await opened.Wipe.ExpiredConversationsAsync(opened.Now.AddDays(9), None);
        Assert.Equal(0, await opened.ScalarAsync<int>("SELECT COUNT(*) FROM turn_key"));
    }

    private static TurnCommit Watched(OpenedStore opened, string activity, int expected) => Sample.Turn(opened.Now, activity, expected, state: $"{{\"secret\":{expected}}}") with
    {
        ServerMayGoOn = true,
        Timers = [new SilenceTimer("run", $"t{expected}", opened.Now.AddMinutes(1))],
    };
}
