using SupportBot.Bot.Tests.Teams;
using SupportBot.Cases;
using SupportBot.Console;
using SupportBot.Directory;
using SupportBot.Training;

namespace SupportBot.Bot.Tests.Trainings;

/// <summary>Whoever has a course that ends is reminded in time, each step once, and whoever has taken it again is left alone.</summary>
public sealed class RenewalTests
{
    private const string Holder = "maya-okafor";
    private static readonly CancellationToken Never = CancellationToken.None;

    private static async Task RecordAsync(RealBot bot, string person, string course, DateOnly until, DateOnly? on = null)
    {
        var now = bot.Clock.GetUtcNow();
        var done = new Completion(person, course, on ?? bot.Get<District>().CalendarOf(null).Today(now).AddDays(-300), until);
        await bot.Get<ITrainingRolls>().RecordAsync([done], new AuditEntry(Guid.Empty, Actor.Program, AuditAction.RollClosed, course, now), Never);
    }

    /// <summary>Days pass, looked at every six hours.</summary>
    private static async Task PassAsync(RealBot bot, int days)
    {
        for (var i = 0; i < days * 4; i++)
        {
            bot.Clock.Advance(TimeSpan.FromHours(6));
            await bot.Get<RenewalWorker>().RoundAsync(Never);
        }

        await bot.WorkAsync();
    }

    private static int Told(RealBot bot, string person) => bot.Told.Of(NoticeKind.TrainingRenewal, person).Count;

    [Fact]
    public async Task Each_step_is_said_once_and_nothing_after_the_end()
    {
        await using var bot = await RealBot.BuildAsync();
        var today = bot.Get<District>().CalendarOf(null).Today(bot.Clock.GetUtcNow());
        var course = bot.Get<TrainingOffer>().Catalogue!.Courses.First(c => c.Validity is Validity.Months).Id;
        await RecordAsync(bot, Holder, course, today.AddDays(95));
        await PassAsync(bot, 4);
        Assert.Equal(0, Told(bot, Holder));
        await PassAsync(bot, 6);
        Assert.Equal(1, Told(bot, Holder));
        await PassAsync(bot, 60);
        Assert.Equal(3, Told(bot, Holder));
        await PassAsync(bot, 22);
        Assert.Equal(4, Told(bot, Holder));
        await PassAsync(bot, 20);
        Assert.Equal(4, Told(bot, Holder));
        Assert.All(bot.Told.Sent.Where(s => s.Notice.Kind == NoticeKind.TrainingRenewal), s => Assert.Equal(Holder, s.Person));
    }

    [Fact]
    public async Task Several_that_end_are_one_notice_and_what_was_taken_again_or_ends_with_the_year_is_none()
    {
        await using var bot = await RealBot.BuildAsync();
        var today = bot.Get<District>().CalendarOf(null).Today(bot.Clock.GetUtcNow());
        var courses = bot.Get<TrainingOffer>().Catalogue!.Courses;
        var months = courses.Where(c => c.Validity is Validity.Months).Take(2).Select(c => c.Id).ToList();
        foreach (var course in months) await RecordAsync(bot, Holder, course, today.AddDays(20));
        await RecordAsync(bot, "jun-watanabe", months[0], today.AddDays(20));
        await RecordAsync(bot, "jun-watanabe", months[0], today.AddDays(700), on: today.AddDays(-1));
        await RecordAsync(bot, "omar-haddad", courses.First(c => c.Validity is Validity.SchoolYear).Id, today.AddDays(20));
        await PassAsync(bot, 5);
        Assert.Equal((1, 0, 0), (Told(bot, Holder), Told(bot, "jun-watanabe"), Told(bot, "omar-haddad")));
    }

    [Fact]
    public async Task In_Teams_it_is_one_sentence_without_a_title()
    {
        await using var bot = await RealBot.BuildAsync(settings: ("Teams:PublicAddress", "https://support.example.org"));
        await using var connector = await FakeConnector.StartAsync();
        var maya = new Staff(bot, connector, Holder);
        await maya.OpenChatAsync();
        var course = bot.Get<TrainingOffer>().Catalogue!.Courses.First(c => c.Validity is Validity.Months);
        await RecordAsync(bot, Holder, course.Id, new DateOnly(2026, 12, 4));
        await bot.Get<RenewalWorker>().RoundAsync(Never);
        await bot.WorkAsync();
        Assert.Contains("One of your trainings counts until Fri, Dec 4, 2026. Please take it again before then. Open the list: https://support.example.org/console/training/mine", connector.Texts(maya.Conversation));
        Assert.DoesNotContain(course.TitleIn("en"), connector.Texts(maya.Conversation));
    }
}
