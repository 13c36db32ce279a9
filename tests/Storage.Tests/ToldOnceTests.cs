using SupportBot.Cases;

namespace SupportBot.Storage.Tests;

/// <summary>What the program says by itself it says once.</summary>
public class ToldOnceTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    public static TheoryData<string> Databases() => OpenedStore.Databases();

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
