using SupportBot.Bot.Tests.Teams;
using SupportBot.Cases;
using SupportBot.Directory;

namespace SupportBot.Bot.Tests.Alerts;

/// <summary>Once a week the owner of the resource directory hears which entries are to be verified.</summary>
public sealed class VerifyTests
{
    private const string Owner = "student-services-director";
    private static readonly CancellationToken Never = CancellationToken.None;

    [Fact]
    public async Task The_owner_is_told_once_a_week_and_only_while_the_offices_are_open()
    {
        await using var bot = await RealBot.BuildAsync();
        var (worker, calendar) = (bot.Get<VerifyWorker>(), bot.Get<District>().CalendarOf(null));
        while (calendar.IsOfficeOpen(bot.Clock.GetUtcNow())) bot.Clock.Advance(TimeSpan.FromHours(1));
        await worker.RoundAsync(Never);
        await bot.WorkAsync();
        Assert.DoesNotContain(bot.Told.Sent, s => s.Notice.Kind == NoticeKind.ResourcesToVerify);

        // Three weeks, three hours at a time.
        for (var hour = 0; hour < 3 * 7 * 24; hour += 3)
        {
            bot.Clock.Advance(TimeSpan.FromHours(3));
            await worker.RoundAsync(Never);
            if (hour % 24 == 0) await bot.WorkAsync();
        }

        await bot.WorkAsync();
        var told = bot.Told.Sent.Where(s => s.Notice.Kind == NoticeKind.ResourcesToVerify).ToList();
        Assert.NotEmpty(told);
        Assert.All(told, t => Assert.True(bot.Get<District>().Person(t.Person)!.Holds(Owner), t.Person));
        var weeks = told.GroupBy(t => t.Person).Select(g => g.Select(t => t.Notice.Subject).ToList()).ToList();
        Assert.All(weeks, w => Assert.Equal(w.Distinct().Count(), w.Count));
        Assert.All(weeks, w => Assert.InRange(w.Count, 3, 4));
    }

    [Fact]
    public async Task In_Teams_it_is_one_sentence_with_the_list_behind_it()
    {
        await using var bot = await RealBot.BuildAsync(settings: ("Teams:PublicAddress", "https://support.example.org"));
        await using var connector = await FakeConnector.StartAsync();
        var owner = new Staff(bot, connector, bot.Get<District>().People.First(p => p.Holds(Owner)).Id);
        await owner.OpenChatAsync();
        var calendar = bot.Get<District>().CalendarOf(null);
        while (!calendar.IsOfficeOpen(bot.Clock.GetUtcNow())) bot.Clock.Advance(TimeSpan.FromHours(1));
        await bot.Get<VerifyWorker>().RoundAsync(Never);
        await bot.WorkAsync();
        await bot.WorkAsync();
        var line = Assert.Single(connector.Texts(owner.Conversation).Split('\n'), t => t.Contains("to be verified", StringComparison.Ordinal));
        Assert.Matches("^[0-9]+ entries of the resource directory are to be verified; [0-9]+ of them stay hidden until then. Open the list: https://support.example.org/console/verify$", line);
    }
}
