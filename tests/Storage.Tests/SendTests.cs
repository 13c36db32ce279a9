using SupportBot.Cases;

namespace SupportBot.Storage.Tests;

/// <summary>What is on its way to people by one channel: who may leave, and who waits.</summary>
public class SendTests
{
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);

    public static TheoryData<string> Databases() => OpenedStore.Databases();

    [Theory, MemberData(nameof(Databases))]
    public async Task Routine_sends_are_not_taken_for_places_that_only_urgent_ones_may_use(string database)
    {
        await using var opened = await OpenedStore.OpenAsync(database);
        var sends = new Sends(opened.Store);
        await SendAsync(opened, Severity.Standard, "mail", "ana", "ben", "cleo");
        await SendAsync(opened, Severity.Urgent, "mail", "ana", "ben");

        var urgent = await sends.ClaimAsync("mail", opened.Now, 5, 0, Lease, None);
        Assert.Equal(2, urgent.Count);
        Assert.All(urgent, u => Assert.True(u.Notice.Urgent));
        Assert.Empty(await sends.ClaimAsync("mail", opened.Now, 5, 0, Lease, None));
        Assert.Equal(2, (await sends.ClaimAsync("mail", opened.Now, 5, 2, Lease, None)).Count);
        Assert.Single(await sends.ClaimAsync("mail", opened.Now, 1, 1, Lease, None));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Where_it_is_not_one_persons_turn_all_that_waits_for_them_by_that_channel_waits_and_nobody_elses(string database)
    {
        await using var opened = await OpenedStore.OpenAsync(database);
        var sends = new Sends(opened.Store);
        await SendAsync(opened, Severity.Standard, "mail", "ana", "ana", "ana", "ben");
        await SendAsync(opened, Severity.Urgent, "mail", "ana");
        await SendAsync(opened, Severity.Standard, "feed", "ana");

        var first = (await sends.ClaimAsync("mail", opened.Now, 2, 1, Lease, None)).Single(s => !s.Notice.Urgent);
        Assert.Equal("ana", first.PersonId);
        Assert.True(await sends.NotTheirTurnAsync(first, opened.Now, opened.Now.AddMinutes(1)));

        Assert.Equal(["ben"], (await sends.ClaimAsync("mail", opened.Now.AddSeconds(29), 10, 10, TimeSpan.FromSeconds(1), None)).Select(s => s.PersonId));
        Assert.Single(await sends.ClaimAsync("feed", opened.Now, 10, 10, Lease, None));
        var then = await sends.ClaimAsync("mail", opened.Now.AddMinutes(1), 10, 10, Lease, None);
        // Hers have not been tried yet; the urgent one was, by somebody who died.
        Assert.Equal([(true, 2), (false, 1), (false, 1), (false, 1)], then.Where(s => s.PersonId == "ana").Select(s => (s.Notice.Urgent, s.Attempts)));
        Assert.False(await sends.NotTheirTurnAsync(first, opened.Now, opened.Now.AddMinutes(5)));
    }

    private static async Task SendAsync(OpenedStore opened, Severity severity, string channel, params string[] people)
    {
        var (@case, _, _) = await opened.OpenCaseAsync(severity: severity);
        foreach (var item in await opened.Outbox.ClaimAsync(opened.Now, 10, Lease, None))
            await opened.Outbox.CompleteAsync(item, [], [], opened.Now, item.Notice.Kind == NoticeKind.Alert && item.Notice.CaseId == @case.Id ? [.. people.Select(p => new NewSend(p, channel, false, opened.Now))] : null);
    }
}
