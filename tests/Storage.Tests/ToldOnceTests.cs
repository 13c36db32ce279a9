using SupportBot.Cases;

namespace SupportBot.Storage.Tests;

/// <summary>What the program says by itself it says once.</summary>
public class ToldOnceTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    public static TheoryData<string> Databases() => OpenedStore.Databases();

    [Theory, MemberData(nameof(Databases))]
    public async Task A_digest_says_what_is_new_and_each_addressee_hears_one_a_day(string database)
    {
        await using var opened = await OpenedStore.OpenAsync(database);
        var told = new ToldOnce(opened.Store);
        var (monday, until) = (new DateOnly(2026, 11, 30), new DateOnly(2027, 11, 30));
        var notice = new Notice(Guid.Empty, NoticeKind.TrainingsOverdue, "ana", "", 0, false, opened.Now);
        Digest Of(DateOnly day, params string[] subjects) => new($"dues:{day:yyyyMMdd}::ana", subjects, notice);

        Assert.Equal([0, 0, 0, 0, 1], (await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => told.DigestAsync([Of(monday, "due:E-1:a", "due:E-1:b")], monday, until)))).Order());
        Assert.Equal(["due:E-1:a", "due:E-1:b"], (await told.SaidAsync("due:", None)).Order(StringComparer.Ordinal));
        // Something else on the same day waits for the next, and is not taken for said.
        Assert.Equal(0, await told.DigestAsync([Of(monday, "due:E-1:c")], monday, until));
        Assert.Equal(1, await told.DigestAsync([Of(monday.AddDays(1), "due:E-1:a", "due:E-1:c")], monday.AddDays(1), until));
        Assert.Equal(0, await told.DigestAsync([Of(monday.AddDays(2), "due:E-1:a", "due:E-1:b", "due:E-1:c")], monday.AddDays(2), until));
        Assert.Equal([notice, notice], (await opened.Outbox.ClaimAsync(opened.Now, 10, TimeSpan.FromMinutes(1), None)).Select(i => i.Notice));
        // What was said today is forgotten tomorrow; what was said stays.
        await told.ForgetAsync(monday.AddDays(3));
        Assert.Equal(3, await opened.ScalarAsync<int>("SELECT COUNT(*) FROM told"));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Twenty_at_once_say_it_once_and_it_is_forgotten_when_its_time_is_over(string database)
    {
        await using var opened = await OpenedStore.OpenAsync(database);
        var told = new ToldOnce(opened.Store);
        var day = new DateOnly(2026, 11, 30);
        var notice = new Notice(Guid.Empty, NoticeKind.ResourcesToVerify, "2026-W48", "student-services-director", 0, false, opened.Now);

        var said = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => told.TellAsync("verify:2026-W48", day, [notice])));
        Assert.Single(said, s => s);
        Assert.Equal(notice, Assert.Single(await opened.Outbox.ClaimAsync(opened.Now, 10, TimeSpan.FromMinutes(1), None)).Notice);

        Assert.Equal(0, await told.ForgetAsync(day));
        Assert.False(await told.TellAsync("verify:2026-W48", day, []));
        Assert.Equal(1, await told.ForgetAsync(day.AddDays(1)));
        Assert.True(await told.TellAsync("verify:2026-W48", day, []));
    }
}
