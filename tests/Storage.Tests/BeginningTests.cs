using SupportBot.Cases;
using SupportBot.Console;

namespace SupportBot.Storage.Tests;

/// <summary>What the school's year begins, it begins once, and the first word about it counts.</summary>
public class BeginningTests
{
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly DateOnly February = new(2027, 2, 1);

    public static TheoryData<string> Databases() => OpenedStore.Databases();

    private static Beginning Of(string school, DateOnly? on = null) => new("articulation-handoff", "nominate", school, on ?? February, (on ?? February).AddDays(1));

    [Theory, MemberData(nameof(Databases))]
    public async Task Twenty_at_once_begin_it_once_also_after_a_restart_and_only_what_is_new_is_told(string database)
    {
        await using var opened = await OpenedStore.OpenAsync(database);
        var notice = new Notice(Guid.Empty, NoticeKind.YearBegins, "s", "counselor", 0, false, opened.Now);
        Task<int> BeginAsync(params Beginning[] begun) => new Beginnings(opened.Store).BeginAsync(begun, fresh => [.. fresh.Select(b => notice with { Subject = b.SchoolId })]);
        Assert.Equal(1, (await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => BeginAsync(Of("north"))))).Sum());
        await opened.ReopenAsync();
        Assert.Equal(1, await BeginAsync(Of("north"), Of("south")));
        Assert.Equal(0, await BeginAsync(Of("north"), Of("south")));
        Assert.Equal(1, await BeginAsync(Of("north", February.AddYears(1))));
        Assert.Equal(["north", "south", "north"], (await opened.Outbox.ClaimAsync(opened.Now, 10, TimeSpan.FromMinutes(1), None)).Select(i => i.Notice.Subject));
        var since = await new Beginnings(opened.Store).SinceAsync(February.AddDays(1), None);
        Assert.Equal(Of("north", February.AddYears(1)), Assert.Single(since));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task The_first_word_counts_and_is_in_the_audit_once(string database)
    {
        await using var opened = await OpenedStore.OpenAsync(database);
        var book = new Beginnings(opened.Store);
        await book.BeginAsync([Of("north"), Of("south")], _ => []);
        AuditEntry By(string person) => new(Guid.Empty, Actor.Staff(person), AuditAction.YearlyBegun, "north:articulation-handoff:nominate:2027-02-01", opened.Now);
        var said = await Task.WhenAll(Enumerable.Range(0, 10).Select(i => book.AnswerAsync(Of("north"), BeginningAnswer.Begun, By($"p{i}"), None)));
        Assert.Single(said, s => s);
        Assert.False(await book.AnswerAsync(Of("west"), BeginningAnswer.Done, By("ana"), None));
        Assert.Equal(1, await opened.ScalarAsync<int>("SELECT COUNT(*) FROM audit WHERE action='yearly-begun'"));

        await opened.ReopenAsync();
        var all = await new Beginnings(opened.Store).SinceAsync(February, None);
        var north = all.Single(b => b.SchoolId == "north");
        Assert.Equal((BeginningAnswer.Begun, opened.Now), (north.Answer, north.At));
        Assert.StartsWith("p", north.PersonId);
        Assert.Equal(Of("south"), all.Single(b => b.SchoolId == "south"));
    }
}
