using SupportBot.Cases;
using SupportBot.Console;
using SupportBot.Directory;
using SupportBot.Training;

namespace SupportBot.Bot.Tests.Trainings;

/// <summary>Whoever has a required training still to do hears of it before it is due, twice at most, and nobody else does.</summary>
public sealed class DueSoonTests
{
    private const string Asked = "maya-okafor";
    private static readonly CancellationToken Never = CancellationToken.None;

    // Both are due on Monday, March 1; 30 days before is a Saturday, 7 days before a Monday.
    private static readonly string[] ByMarch = ["de-all", "hlth-1"];

    private static readonly DateOnly First = new(2027, 2, 1), Last = new(2027, 2, 22);

    private static AuditEntry Entry(RealBot bot) => new(Guid.Empty, Actor.Program, AuditAction.HiresBrought, "", bot.Clock.GetUtcNow());

    private static Task<(int Added, int Changed)> HireAsync(RealBot bot, DateOnly on) => bot.Get<IHireBook>().BringAsync(
        [new Hire("E-1", Asked, on, new HireDetails(new PersonText("Maya Okafor"), new PersonText("maya.okafor@example.org"), "counselor", "riverbend-high", null))], (_, _) => Entry(bot), Never);

    private static Task<int> EverybodyHasDoneAsync(RealBot bot, params string[] butAsked)
    {
        var courses = bot.Get<TrainingOffer>().Catalogue!.Requirements.Select(r => r.CourseId).Distinct().ToList();
        return bot.Get<ITrainingRolls>().RecordAsync(
            [.. bot.Get<District>().People.SelectMany(p => courses.Where(c => p.Id != Asked || !butAsked.Contains(c)).Select(c => new Completion(p.Id, c, new DateOnly(2026, 9, 1), DateOnly.MaxValue)))], Entry(bot), Never);
    }

    /// <summary>Lets time pass until a day begins, unseen by any worker.</summary>
    private static void Skip(RealBot bot, DateOnly to) => bot.Clock.Advance(bot.Get<District>().CalendarOf(null).Moment(to, TimeOnly.MinValue) - bot.Clock.GetUtcNow());

    /// <summary>Lets days pass, three hours at a time, and says who was told what on which of them.</summary>
    private static async Task<IReadOnlyList<(NoticeKind Kind, string Person, DateOnly On)>> PassAsync(RealBot bot, int days)
    {
        List<(NoticeKind, string, DateOnly)> told = [];
        var calendar = bot.Get<District>().CalendarOf(null);
        for (var hour = 0; hour < days * 24; hour += 3)
        {
            var (before, now) = (bot.Told.Sent.Count, bot.Clock.GetUtcNow());
            await bot.Get<DuesWorker>().RoundAsync(Never);
            await bot.Get<FirstDayWorker>().RoundAsync(Never);
            await bot.WorkAsync();
            var sent = bot.Told.Sent.Skip(before).Where(s => s.Notice.Kind is NoticeKind.TrainingsDueSoon or NoticeKind.TrainingsOverdue or NoticeKind.HireFirstDay).ToList();
            Assert.True(sent.Count == 0 || calendar.IsOfficeOpen(now), $"Told at {now:u}, when the offices are closed.");
            told.AddRange(sent.Select(s => (s.Notice.Kind, s.Person, calendar.Today(now))));
            bot.Clock.Advance(TimeSpan.FromHours(3));
        }

        return told;
    }

    private static async Task<string?> SentenceAsync(RealBot bot, string language = "en")
    {
        var notice = new Notice(Guid.Empty, NoticeKind.TrainingsDueSoon, Asked, "", 0, false, bot.Clock.GetUtcNow());
        return (await bot.Get<NewsDesk>().Of(notice).OfAsync(notice, Never))?.In(new Uri("https://support.example.org"), bot.Get<Dialogs.Phrasebook>().ForStaff(language));
    }

    [Fact]
    public async Task It_is_said_30_and_7_days_before_in_one_sentence_without_a_title_and_not_again_after_a_restart()
    {
        await using var bot = await RealBot.BuildAsync();
        await EverybodyHasDoneAsync(bot, ByMarch);
        Skip(bot, First.AddDays(-5));
        Assert.Equal([(NoticeKind.TrainingsDueSoon, Asked, First)], await PassAsync(bot, 7));
        Assert.Equal("2 required trainings of yours are due soon, the first by Mon, Mar 1, 2027. Open the list: https://support.example.org/console/training/mine", await SentenceAsync(bot));
        Assert.StartsWith("Pronto vencen 2 capacitaciones obligatorias que tiene por hacer, la primera a más tardar el lun", await SentenceAsync(bot, "es"), StringComparison.Ordinal);

        await bot.RestartAsync();
        Assert.Equal([(NoticeKind.TrainingsDueSoon, Asked, Last)], await PassAsync(bot, 27));
        Assert.DoesNotContain(bot.Logged.Written, l => l.Contains("okafor", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Whoever_has_a_seat_before_that_day_hears_nothing_and_a_seat_after_it_is_none()
    {
        await using var world = await TrainingWorld.OpenAsync();
        var bot = world.Bot;
        await EverybodyHasDoneAsync(bot, ByMarch);
        Skip(bot, First.AddDays(-1));
        Person PersonOf(string id) => bot.Get<District>().Person(id)!;
        async Task SeatAsync(string course, DateOnly on)
        {
            var session = await world.AddAsync(course, bot.Get<District>().CalendarOf(null).Moment(on, new TimeOnly(14, 0)));
            Assert.Null((await bot.Get<SessionDesk>().SeatAsync(PersonOf("grace-whitefeather"), session.Id, PersonOf(Asked), Never))!.Value.Refused);
        }

        await SeatAsync("hlth-1", new DateOnly(2027, 2, 10));
        await SeatAsync("de-all", new DateOnly(2027, 3, 2));
        Assert.Equal([(NoticeKind.TrainingsDueSoon, Asked, First)], await PassAsync(bot, 3));
        Assert.StartsWith("1 required training of yours is due by Mon, Mar 1, 2027.", await SentenceAsync(bot), StringComparison.Ordinal);
        await SeatAsync("de-all", new DateOnly(2027, 2, 19));
        Skip(bot, Last);
        Assert.Empty(await PassAsync(bot, 1));
        Assert.Null(await SentenceAsync(bot));
    }

    [Fact]
    public async Task A_leave_silences_it_and_the_first_word_to_a_hire_comes_before_it_on_a_day_of_its_own()
    {
        await using var bot = await RealBot.BuildAsync();
        await EverybodyHasDoneAsync(bot, ByMarch);
        await HireAsync(bot, new DateOnly(2026, 7, 1));
        await bot.Get<IHireBook>().LeaveAsync("E-1", new Leave(First.AddDays(-9), new DateOnly(2027, 2, 8)), Entry(bot), Never);
        Skip(bot, First);
        Assert.Empty(await PassAsync(bot, 7));
        Assert.Equal(
            [(NoticeKind.HireFirstDay, Asked, new DateOnly(2027, 2, 9)), (NoticeKind.TrainingsDueSoon, Asked, new DateOnly(2027, 2, 10)), (NoticeKind.TrainingsDueSoon, Asked, Last)], await PassAsync(bot, 16));
    }

    [Fact]
    public async Task Whoever_hears_of_something_overdue_hears_what_is_due_soon_on_another_day()
    {
        await using var bot = await RealBot.BuildAsync();
        await EverybodyHasDoneAsync(bot, "nho-safe", "nho-core");
        await HireAsync(bot, new DateOnly(2026, 11, 2));
        Assert.Equal([NoticeKind.HireFirstDay], (await PassAsync(bot, 1)).Where(t => t.Person == Asked).Select(t => t.Kind));
        // The first has been overdue for some days, the second is due on Wednesday.
        Skip(bot, new DateOnly(2026, 11, 30));
        Assert.Equal(
            [(NoticeKind.TrainingsOverdue, Asked, new DateOnly(2026, 11, 30)), (NoticeKind.TrainingsDueSoon, Asked, new DateOnly(2026, 12, 1))], (await PassAsync(bot, 2)).Where(t => t.Person == Asked));
    }

    [Fact]
    public async Task Whoever_was_there_before_hears_nothing_of_a_course_that_the_district_does_not_keep_here()
    {
        await using var bot = await RealBot.BuildAsync();
        Skip(bot, First);
        Assert.Empty(await PassAsync(bot, 2));
    }
}
