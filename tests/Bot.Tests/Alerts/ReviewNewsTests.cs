using SupportBot.Bot.Tests.Teams;
using SupportBot.Cases;
using SupportBot.Console;
using SupportBot.Directory;
using SupportBot.Protocols;

namespace SupportBot.Bot.Tests.Alerts;

/// <summary>Owners of protocols hear in time that a review comes, without looking for it.</summary>
public sealed class ReviewNewsTests
{
    private static readonly CancellationToken Never = CancellationToken.None;

    [Fact]
    public async Task Each_owner_hears_it_sixty_and_thirty_days_before_and_when_it_is_overdue_the_district_lead_too()
    {
        await using var bot = await RealBot.BuildAsync();
        var (worker, district) = (bot.Get<ReviewWorker>(), bot.Get<District>());
        var owners = bot.Get<ProtocolShelf>().All.Where(p => bot.Get<ProtocolShelf>().Startable(p.Id, bot.Get<ReviewBoard>().Today)?.Key == p.Key && p.ReviewDue is not null).Select(p => p.Owner).ToHashSet();
        await worker.RoundAsync(Never);
        await bot.WorkAsync();
        Assert.DoesNotContain(bot.Told.Sent, s => s.Notice.Kind == NoticeKind.ReviewDue);

        // To the end of October 2027, half a day at a time; reviews are due on August 20.
        while (bot.Clock.GetUtcNow() < new DateTimeOffset(2027, 10, 30, 0, 0, 0, TimeSpan.Zero))
        {
            bot.Clock.Advance(TimeSpan.FromHours(3));
            await worker.RoundAsync(Never);
            await worker.RoundAsync(Never);
        }

        await bot.WorkAsync();
        await bot.WorkAsync();
        var told = bot.Told.Sent.Where(s => s.Notice.Kind == NoticeKind.ReviewDue).Select(s => (s.Person, Subject: ReviewSubject.Parse(s.Notice.Subject)!)).ToList();
        Assert.Equal(told.Distinct().Count(), told.Count);
        Assert.Equal(owners, told.Select(t => t.Subject.Owner).ToHashSet());
        foreach (var owner in owners)
            Assert.Equal([ReviewUrgency.Coming, ReviewUrgency.Soon, ReviewUrgency.Overdue], told.Where(t => t.Subject.Owner == owner && district.Person(t.Person)!.Holds(owner)).Select(t => t.Subject.Urgency).Distinct());
        var lead = district.People.First(p => p.Holds(ReviewBoard.DistrictLead) && !owners.Any(o => p.Holds(o)));
        Assert.All(told.Where(t => t.Person == lead.Id), t => Assert.Equal(ReviewUrgency.Overdue, t.Subject.Urgency));
        Assert.Contains(told, t => t.Person == lead.Id);
    }

    [Fact]
    public async Task In_Teams_it_is_two_sentences_with_how_to_begin_and_the_list_behind_them()
    {
        await using var bot = await RealBot.BuildAsync(settings: ("Teams:PublicAddress", "https://support.example.org"));
        await using var connector = await FakeConnector.StartAsync();
        var district = bot.Get<District>();
        var owner = new Staff(bot, connector, district.People.First(p => p.Holds("threat-team-lead")).Id);
        await owner.OpenChatAsync();
        bot.Clock.Advance(new DateTimeOffset(2027, 7, 26, 17, 0, 0, TimeSpan.Zero) - bot.Clock.GetUtcNow());
        while (!district.CalendarOf(null).IsOfficeOpen(bot.Clock.GetUtcNow())) bot.Clock.Advance(TimeSpan.FromHours(1));
        await bot.Get<ReviewWorker>().RoundAsync(Never);
        await bot.WorkAsync();
        await bot.WorkAsync();
        var lines = connector.Texts(owner.Conversation).Split('\n').Where(t => t.StartsWith("The review of", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(lines);
        Assert.All(lines, line => Assert.Matches("^The review of “[^“]+”.* is due on Fri, Aug 20, 2027\\. Ask those who use it first; .* To start one, type: \\*\\*Review of a protocol\\*\\*\\. Open the list: https://support.example.org/console/protocols$", line));
    }
}
