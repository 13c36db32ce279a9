using AngleSharp.Dom;

namespace SupportBot.Console.Tests;

/// <summary>Reminders that a protocol is to be looked at again. The small protocol is due on December 31, 2026; its owner is the Title IX Coordinator.</summary>
public class ReviewTests
{
    private static string Words(IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static ConsoleHost On(int year, int month, int day)
    {
        var host = Versions.Host();
        host.Clock.SetUtcNow(new DateTimeOffset(year, month, day, 18, 30, 0, TimeSpan.Zero));
        return host;
    }

    private static async Task<IReadOnlyList<IElement>> BannersAsync(ConsoleHost host, string path, string person = "maya-okafor") =>
        [.. (await (await host.SignInAsync(person)).GetAsync(path)).Page.QuerySelectorAll("main .banner, main .note").Where(b => b.TextContent.Contains("Review", StringComparison.Ordinal))];

    [Fact]
    public async Task A_review_that_is_far_away_is_no_banner()
    {
        await using var host = On(2026, 11, 24);
        Assert.Empty(await BannersAsync(host, "/console/protocols/suicide-risk/1"));
    }

    [Theory]
    [InlineData(2026, 11, 23, "note calm", "Review coming up. The review of this protocol is due in 38 days, on Thu, Dec 31, 2026.")]
    [InlineData(2026, 12, 11, "banner warn", "Review due soon. The review of this protocol is due in 20 days, on Thu, Dec 31, 2026.")]
    [InlineData(2026, 12, 30, "banner warn", "Review due soon. The review of this protocol is due tomorrow.")]
    [InlineData(2027, 1, 2, "banner bad", "Review overdue. The review of this protocol is overdue since Thu, Dec 31, 2026.")]
    public async Task The_nearer_the_review_the_stronger_the_banner(int year, int month, int day, string mark, string words)
    {
        await using var host = On(year, month, day);
        var banner = Assert.Single(await BannersAsync(host, "/console/protocols/small/2"));
        Assert.Equal(mark, banner.ClassName);
        Assert.StartsWith(words, Words(banner), StringComparison.Ordinal);
        Assert.Contains("switche", Words(banner), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_version_that_nobody_is_led_through_reminds_nobody()
    {
        await using var host = On(2027, 1, 2);
        Assert.Empty(await BannersAsync(host, "/console/protocols/small/1"));
        Assert.Empty(await BannersAsync(host, "/console/protocols/small/3"));
    }

    [Fact]
    public async Task An_overdue_protocol_stays_in_use()
    {
        await using var host = On(2027, 1, 2);
        var page = (await (await host.SignInAsync("maya-okafor")).GetAsync("/console/protocols/small/2")).Text;
        Assert.Contains("an overdue review switches nothing off", page);
        Assert.Contains("In use", page);
    }

    [Fact]
    public async Task Holders_of_the_owners_role_and_district_leads_are_reminded_at_the_start_and_nobody_else()
    {
        await using var host = On(2026, 12, 11);
        string[] reminded = [.. Demo.District.People.Where(p => p.Holds("title-ix-coordinator") || p.Holds("district-lead")).Select(p => p.Id)];
        Assert.True(reminded.Length is > 1 and < 5);
        foreach (var person in Demo.District.People.Select(p => p.Id))
        {
            var lines = (await BannersAsync(host, "/console", person)).Where(b => b.TextContent.Contains("Small talk", StringComparison.Ordinal)).ToList();
            Assert.Equal((person, reminded.Contains(person) ? 1 : 0), (person, lines.Count));
            if (lines.Count > 0) Assert.Equal("Review due soon. The review of the protocol Small talk is due in 20 days, on Thu, Dec 31, 2026.", Words(lines[0]));
        }
    }
}
