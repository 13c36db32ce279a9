using SupportBot.Bot.Tests.Teams;
using SupportBot.Cases;
using SupportBot.Console;
using SupportBot.Directory;
using SupportBot.Training;

namespace SupportBot.Bot.Tests.Trainings;

/// <summary>A new hire hears a first word from the bot on their first day, once: their groups, what is due first, and where it stands.</summary>
public sealed class FirstDayTests
{
    private const string Hired = "maya-okafor";
    private static readonly CancellationToken Never = CancellationToken.None;

    // The clock starts on Monday, Nov 16, 2026.
    private static readonly DateOnly Monday = new(2026, 11, 16);

    private static AuditEntry Entry(RealBot bot) => new(Guid.Empty, Actor.Program, AuditAction.HiresBrought, "", bot.Clock.GetUtcNow());

    private static Task<(int Added, int Changed)> HireAsync(RealBot bot, DateOnly on, string? personId = Hired, string mail = "maya.okafor@example.org") => bot.Get<IHireBook>().BringAsync(
        [new Hire("E-1", personId, on, new HireDetails(new PersonText("Maya Okafor"), new PersonText(mail), "counselor", "riverbend-high", null))], (_, _) => Entry(bot), Never);

    /// <summary>Lets days pass, three hours at a time, and says who was welcomed on which of them.</summary>
    private static async Task<IReadOnlyList<(string Person, DateOnly On)>> PassAsync(RealBot bot, int days)
    {
        List<(string, DateOnly)> told = [];
        var calendar = bot.Get<District>().CalendarOf(null);
        for (var hour = 0; hour < days * 24; hour += 3)
        {
            var (before, now) = (bot.Told.Sent.Count, bot.Clock.GetUtcNow());
            await bot.Get<HireWorker>().RoundAsync(Never);
            await bot.Get<FirstDayWorker>().RoundAsync(Never);
            await bot.WorkAsync();
            var sent = bot.Told.Sent.Skip(before).Where(s => s.Notice.Kind == NoticeKind.HireFirstDay).ToList();
            Assert.True(sent.Count == 0 || calendar.IsOfficeOpen(now), $"Told at {now:u}, when the offices are closed.");
            told.AddRange(sent.Select(s => (s.Person, calendar.Today(now))));
            bot.Clock.Advance(TimeSpan.FromHours(3));
        }

        return told;
    }

    private static async Task<string?> SentenceAsync(RealBot bot, string language = "en")
    {
        var notice = new Notice(Guid.Empty, NoticeKind.HireFirstDay, Hired, "", 0, false, bot.Clock.GetUtcNow());
        return (await bot.Get<NewsDesk>().Of(notice).OfAsync(notice, Never))?.In(new Uri("https://support.example.org"), bot.Get<Dialogs.Phrasebook>().ForStaff(language));
    }

    [Fact]
    public async Task It_comes_on_the_first_day_once_and_not_again_after_a_restart_or_another_first_day()
    {
        await using var bot = await RealBot.BuildAsync();
        await HireAsync(bot, Monday.AddDays(2));
        Assert.Equal([(Hired, Monday.AddDays(2))], await PassAsync(bot, 4));
        await bot.RestartAsync();
        await HireAsync(bot, Monday.AddDays(8));
        Assert.Empty(await PassAsync(bot, 10));
    }

    [Fact]
    public async Task It_says_the_groups_what_is_due_first_and_where_all_of_it_stands()
    {
        await using var bot = await RealBot.BuildAsync();
        await HireAsync(bot, Monday);
        var standing = (await bot.Get<StaffStandings>().OfAsync(bot.Get<District>().Person(Hired)!, Never))!;
        var due = standing.Duties.Single(d => d.Requirement.CourseId == "nho-safe").Due!.Value;
        Assert.Equal(
            $"Welcome to {bot.Get<District>().PublicName}! Your group for New Hire Orientation: November 2026. Your group for New Hire Equity Series: January 2027. "
            + $"What is due first is New Hire Orientation: safety and emergency preparedness, by {due.ToString("ddd, MMM d, yyyy", System.Globalization.CultureInfo.GetCultureInfo("en-US"))}. "
            + "To see all that is asked of you, type **my trainings**. Open the list: https://support.example.org/console/training/mine",
            await SentenceAsync(bot));
        var spanish = (await SentenceAsync(bot, "es"))!;
        Assert.Contains("Su grupo para Serie de Equidad para personal nuevo: enero de 2027.", spanish, StringComparison.Ordinal);
        Assert.Contains("Lo primero que vence es Orientación para personal nuevo: seguridad y preparación para emergencias", spanish, StringComparison.Ordinal);
        Assert.DoesNotContain("Welcome", spanish, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_comes_into_their_own_chat_and_what_it_says_to_type_is_understood()
    {
        await using var world = await TrainingWorld.OpenAsync();
        var maya = world.Staff(Hired);
        await maya.OpenChatAsync();
        await HireAsync(world.Bot, Monday);
        await PassAsync(world.Bot, 1);
        Assert.Contains("What is due first is New Hire Orientation: safety and emergency preparedness", world.Said(maya), StringComparison.Ordinal);
        Assert.Contains("Still asked of you:", await world.SayAsync(maya, "my trainings"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whom_the_directory_does_not_know_yet_hears_it_on_the_day_on_which_it_does()
    {
        await using var bot = await RealBot.BuildAsync();
        await HireAsync(bot, Monday, personId: null, mail: "ana.lopez@example.org");
        Assert.Empty(await PassAsync(bot, 1));
        var district = bot.Get<District>();
        district.Bring([.. district.People, new Person { Id = "ana-lopez", Name = "Ana Lopez", Mail = "ana.lopez@example.org", Posts = [new Post("nurse", "heron-middle")] }]);
        Assert.Equal([("ana-lopez", Monday.AddDays(1))], await PassAsync(bot, 2));
        Assert.DoesNotContain(bot.Logged.Written, l => l.Contains("Lopez", StringComparison.Ordinal) || l.Contains("E-1", StringComparison.Ordinal));
    }

    [Fact]
    public async Task During_a_leave_it_waits()
    {
        await using var bot = await RealBot.BuildAsync();
        await HireAsync(bot, Monday);
        await bot.Get<IHireBook>().LeaveAsync("E-1", new Leave(Monday, Monday.AddDays(2)), Entry(bot), Never);
        Assert.Null(await SentenceAsync(bot));
        Assert.Equal([(Hired, Monday.AddDays(3))], await PassAsync(bot, 5));
    }

    [Fact]
    public async Task Whoever_comes_onto_the_list_weeks_later_is_not_welcomed_to_a_first_day_that_is_long_over()
    {
        await using var bot = await RealBot.BuildAsync();
        await HireAsync(bot, new DateOnly(2026, 9, 1));
        Assert.Equal([(Hired, Monday)], await PassAsync(bot, 3));
        var said = (await SentenceAsync(bot))!;
        Assert.StartsWith($"You are now on the list of new hires of {bot.Get<District>().PublicName}, which has Tue, Sep 1, 2026 as your first day.", said, StringComparison.Ordinal);
        Assert.Contains("What was due first is New Hire Orientation: safety and emergency preparedness, by Wed, Sep 16, 2026. Please do it as soon as you can.", said, StringComparison.Ordinal);
        Assert.DoesNotContain("Welcome", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_is_not_new_any_more_hears_nothing()
    {
        await using var bot = await RealBot.BuildAsync();
        await HireAsync(bot, Monday.AddDays(-bot.Get<TrainingOffer>().Catalogue!.Rules.NewHireDays - 1));
        Assert.Empty(await PassAsync(bot, 3));
    }

    [Fact]
    public async Task What_is_done_already_is_not_what_is_due_first()
    {
        await using var bot = await RealBot.BuildAsync();
        await HireAsync(bot, Monday);
        await bot.Get<ITrainingRolls>().RecordAsync([new Completion(Hired, "nho-safe", Monday.AddDays(-3), DateOnly.MaxValue)], Entry(bot), Never);
        Assert.Contains("What is due first is New Hire Orientation: rights and reporting basics, by Wed, Dec 16, 2026.", (await SentenceAsync(bot))!, StringComparison.Ordinal);
    }
}
